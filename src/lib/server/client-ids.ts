import { parseClientId } from '#lib/access/client-id.ts';
import { asc, desc, eq, sql } from 'drizzle-orm';
import type { FieldResult } from './applications.ts';
import { clock } from './clock.ts';
import { prepareOnce, read, write } from './db/connection.ts';
import type { Db } from './db/open.ts';
import { applications, formerClientIds } from './db/schema.ts';
import { refuseGoneApplication } from './gone-application.ts';

/**
 * Gives an application another client id, and everything that hangs on it goes along: in the same
 * transaction, or nothing changes. The id it had leads on to the new one.
 */
export async function changeClientId(
	clientId: string,
	text: string
): Promise<FieldResult<{ readonly clientId: string }>> {
	return write((db) => {
		const [application] = db
			.select({ madeHere: applications.clientIdMadeHere })
			.from(applications)
			.where(eq(applications.clientId, clientId))
			.all();
		if (!application) refuseGoneApplication();
		const next = freeClientId(db, text, clientId);
		if (!next.ok || next.clientId === clientId) return next;
		const [before] = db
			.delete(formerClientIds)
			.where(eq(formerClientIds.formerId, next.clientId))
			.returning({ madeHere: formerClientIds.madeHere })
			.all();
		renameApplication(db, clientId, next.clientId, {
			wasMadeHere: application.madeHere,
			isMadeHere: before?.madeHere ?? false
		});
		return next;
	});
}

/**
 * Reads a client id and refuses one that another application has or had; part of a transaction.
 *
 * @param owner application that may keep its id, or take back one that it had
 */
export function freeClientId(
	db: Db,
	text: string,
	owner: string | null = null
): FieldResult<{ readonly clientId: string }> {
	const parsed = parseClientId(text);
	if (!parsed.ok) return refuse(parsed.message);
	const { clientId } = parsed;
	const [holder] = db
		.select({ name: applications.name, clientId: applications.clientId })
		.from(applications)
		.where(eq(applications.clientId, clientId))
		.all();
	if (holder && holder.clientId !== owner) {
		return refuse(
			`Client ID: “${holder.name}” has ${clientId} already. Two applications never share one; open that application, or write the id of this one.`
		);
	}
	const [former] = db
		.select({ name: applications.name, clientId: formerClientIds.clientId })
		.from(formerClientIds)
		.innerJoin(applications, eq(applications.clientId, formerClientIds.clientId))
		.where(eq(formerClientIds.formerId, clientId))
		.all();
	if (former && former.clientId !== owner) {
		return refuse(
			`Client ID: “${former.name}” had ${clientId} before, and addresses with it still lead there. Write the id of this application.`
		);
	}
	return { ok: true, clientId };
}

const statements = prepareOnce((db) => ({
	current: db
		.select({ clientId: applications.clientId, name: applications.name })
		.from(formerClientIds)
		.innerJoin(applications, eq(applications.clientId, formerClientIds.clientId))
		.where(eq(formerClientIds.formerId, sql.placeholder('formerId')))
		.prepare()
}));

/** The application that once had a client id, by the one it has now. */
export interface RenamedApplication {
	readonly clientId: string;
	readonly name: string;
}

/** @returns null for an id that is nobody's former one. */
export async function findRenamed(formerId: string): Promise<RenamedApplication | null> {
	return read(() => readRenamed(formerId));
}

/** Like {@link findRenamed}; part of a transaction. */
export function readRenamed(formerId: string): RenamedApplication | null {
	return statements().current.all({ formerId })[0] ?? null;
}

/** A client id that an application had, and until when, in milliseconds since 1970. */
export interface FormerClientId {
	readonly formerId: string;
	readonly changedAt: number;
}

/** Client ids that an application had before, the latest first. */
export async function listFormerIds(clientId: string): Promise<readonly FormerClientId[]> {
	return read((db) =>
		db
			.select({ formerId: formerClientIds.formerId, changedAt: formerClientIds.changedAt })
			.from(formerClientIds)
			.where(eq(formerClientIds.clientId, clientId))
			.orderBy(desc(formerClientIds.changedAt), asc(formerClientIds.formerId))
			.all()
	);
}

function renameApplication(
	db: Db,
	from: string,
	to: string,
	{ wasMadeHere, isMadeHere }: { readonly wasMadeHere: boolean; readonly isMadeHere: boolean }
): void {
	// Until the commit: only there has everything arrived.
	db.run(sql`pragma defer_foreign_keys = on`);
	const now = clock.now();
	db.update(applications)
		.set({ clientId: to, clientIdMadeHere: isMadeHere, updatedAt: now })
		.where(eq(applications.clientId, from))
		.run();
	db.insert(formerClientIds)
		.values({ formerId: from, clientId: to, madeHere: wasMadeHere, changedAt: now })
		.run();
	for (const { table, column } of childrenOfApplications(db)) {
		const [name, key] = [sql.identifier(table), sql.identifier(column)];
		db.run(sql`update ${name} set ${key} = ${to} where ${key} = ${from}`);
	}
}

/** Asked of the database, so that a table that comes later goes along too. */
function childrenOfApplications(db: Db) {
	return db.all<{ readonly table: string; readonly column: string }>(sql`
		select tables.name as "table", keys."from" as "column"
		from sqlite_master as tables
		join pragma_foreign_key_list(tables.name) as keys on keys."table" = 'applications'
		where tables.type = 'table'`);
}

function refuse(message: string) {
	return { ok: false, field: 'clientId', message } as const;
}
