import { parseClientId } from '#lib/access/client-id.ts';
import { asc, desc, eq } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { isGiven, named, prepared } from '../db/prepared.ts';
import { applications, formerClientIds } from '../db/schema.ts';
import { gone, refuse, type Outcome, type Refused } from '../outcome.ts';

export type ClientIdRefusal =
	| {
			readonly code: 'client-id-unreadable';
			readonly field: 'clientId';
			readonly data: { readonly text: string };
	  }
	| {
			/** Another application has it, or had it before. */
			readonly code: 'client-id-taken' | 'client-id-former';
			readonly field: 'clientId';
			readonly data: { readonly clientId: string; readonly name: string };
	  };

/**
 * Gives an application another client id, and everything that hangs on it goes along: in the same
 * transaction, or nothing changes. The id it had leads on to the new one.
 */
export async function changeClientId(
	context: Context,
	clientId: string,
	text: string
): Promise<Outcome<{ clientId: string }, ClientIdRefusal>> {
	return context.write(async (transaction) => {
		const [application] = await transaction.db
			.select({ madeHere: applications.clientIdMadeHere })
			.from(applications)
			.where(eq(applications.clientId, clientId));
		if (!application) return gone('application');
		const next = await freeClientId(transaction, text, clientId);
		if (!next.ok || next.clientId === clientId) return next;
		const [before] = await transaction.db
			.delete(formerClientIds)
			.where(eq(formerClientIds.formerId, next.clientId))
			.returning({ madeHere: formerClientIds.madeHere });
		await renameApplication(transaction, clientId, next.clientId, {
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
export async function freeClientId(
	transaction: Transaction,
	text: string,
	owner: string | null = null
): Promise<{ readonly ok: true; readonly clientId: string } | Refused<ClientIdRefusal>> {
	const parsed = parseClientId(text);
	if (!parsed.ok) {
		return refuse({ code: 'client-id-unreadable', field: 'clientId', data: { text } });
	}
	const { clientId } = parsed;
	const [holder] = await transaction.db
		.select({ name: applications.name, clientId: applications.clientId })
		.from(applications)
		.where(eq(applications.clientId, clientId));
	if (holder && holder.clientId !== owner) {
		const data = { clientId, name: holder.name };
		return refuse({ code: 'client-id-taken', field: 'clientId', data });
	}
	const [former] = await transaction.db
		.select({ name: applications.name, clientId: formerClientIds.clientId })
		.from(formerClientIds)
		.innerJoin(applications, eq(applications.clientId, formerClientIds.clientId))
		.where(eq(formerClientIds.formerId, clientId));
	if (former && former.clientId !== owner) {
		const data = { clientId, name: former.name };
		return refuse({ code: 'client-id-former', field: 'clientId', data });
	}
	return { ok: true, clientId };
}

const statements = prepared((db) => ({
	current: named(
		db
			.select({ clientId: applications.clientId, name: applications.name })
			.from(formerClientIds)
			.innerJoin(applications, eq(applications.clientId, formerClientIds.clientId))
			.where(isGiven(formerClientIds.formerId, 'formerId')),
		'find_renamed_application'
	)
}));

/** The application that once had a client id, by the one it has now. */
export interface RenamedApplication {
	readonly clientId: string;
	readonly name: string;
}

/** @returns null for an id that is nobody's former one. */
export async function findRenamed(
	context: Context,
	formerId: string
): Promise<RenamedApplication | null> {
	return context.read((transaction) => readRenamed(transaction, formerId));
}

/** Like {@link findRenamed}; part of a transaction. */
export async function readRenamed(
	{ db }: Transaction,
	formerId: string
): Promise<RenamedApplication | null> {
	const [renamed] = await statements(db).current.execute({ formerId });
	return renamed ?? null;
}

/** A client id that an application had, and until when, in milliseconds since 1970. */
export interface FormerClientId {
	readonly formerId: string;
	readonly changedAt: number;
}

/** Client ids that an application had before, the latest first. */
export async function listFormerIds(
	context: Context,
	clientId: string
): Promise<readonly FormerClientId[]> {
	return context.read(
		async (transaction) =>
			await transaction.db
				.select({ formerId: formerClientIds.formerId, changedAt: formerClientIds.changedAt })
				.from(formerClientIds)
				.where(eq(formerClientIds.clientId, clientId))
				.orderBy(desc(formerClientIds.changedAt), asc(formerClientIds.formerId))
	);
}

/** Everything that hangs on an application goes along by its foreign key. */
async function renameApplication(
	{ db, machineNow }: Transaction,
	from: string,
	to: string,
	{ wasMadeHere, isMadeHere }: { readonly wasMadeHere: boolean; readonly isMadeHere: boolean }
): Promise<void> {
	// First: only with it do the versions let their client id go along.
	await db
		.insert(formerClientIds)
		.values({ formerId: from, clientId: from, madeHere: wasMadeHere, changedAt: machineNow });
	await db
		.update(applications)
		.set({ clientId: to, clientIdMadeHere: isMadeHere, updatedAt: machineNow })
		.where(eq(applications.clientId, from));
}
