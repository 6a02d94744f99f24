import type { DraftContent } from '#lib/access/draft-content.ts';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { gone, OK, refuse, type Outcome } from '../outcome.ts';
import { checkName, type NameRefusal } from './application-name.ts';
import { freeClientId, type ClientIdRefusal } from './client-ids.ts';
import type { Context, Transaction } from '../context.ts';
import { isGiven, named, prepared } from '../db/prepared.ts';
import { APPLICATION_MODES, applications, drafts } from '../db/schema.ts';
import { firstRevision } from '../configurations/drafts.ts';
import { insertRedirectUri, readRedirectUris, type RedirectUri } from './redirect-uris.ts';

export { APPLICATION_MODES };
export type ApplicationMode = (typeof APPLICATION_MODES)[number];

/** Times are milliseconds since 1970. */
export interface Application {
	readonly clientId: string;
	/** The id was made for the sandbox; the live platform does not know it. */
	readonly clientIdMadeHere: boolean;
	readonly name: string;
	readonly mode: ApplicationMode;
	readonly redirectUris: readonly RedirectUri[];
	readonly createdAt: number;
	readonly updatedAt: number;
}

export type CreateRefusal =
	| NameRefusal
	| ClientIdRefusal
	| {
			readonly code: 'too-many-applications';
			readonly field: 'name';
			readonly data: { readonly limit: number };
	  };

export interface DeleteRefusal {
	readonly code: 'other-name';
	readonly field: 'confirm';
	readonly data: { readonly name: string };
}

/** What of an application everybody who lists or opens it is told. */
export const APPLICATION_COLUMNS = {
	clientId: applications.clientId,
	clientIdMadeHere: applications.clientIdMadeHere,
	name: applications.name,
	mode: applications.mode,
	createdAt: applications.createdAt,
	updatedAt: applications.updatedAt
};

const statements = prepared((db) => ({
	find: named(
		db
			.select(APPLICATION_COLUMNS)
			.from(applications)
			.where(isGiven(applications.clientId, 'clientId')),
		'find_application'
	)
}));

/** @returns null when there is none, or no longer. */
export async function getApplication(
	context: Context,
	clientId: string
): Promise<Application | null> {
	return context.read(async (transaction) => {
		const [row] = await statements(transaction.db).find.execute({ clientId });
		return row ? { ...row, redirectUris: await readRedirectUris(transaction, clientId) } : null;
	});
}

/** @returns null when there is none, or no longer. */
export async function getApplicationName(
	context: Context,
	clientId: string
): Promise<string | null> {
	return context.read(async ({ db }) => {
		const [application] = await statements(db).find.execute({ clientId });
		return application?.name ?? null;
	});
}

/** Creates an application with an empty draft; without a client id, one is made for the sandbox. */
export async function createApplication(
	context: Context,
	input: {
		readonly name: string;
		readonly clientId?: string;
		readonly mode?: ApplicationMode;
		/** Address of the sample client, registered from the start so that it can be rehearsed. */
		readonly sample?: string;
	}
): Promise<Outcome<{ clientId: string }, CreateRefusal>> {
	const named = checkName(input.name);
	if (!named.ok) return named;
	return context.write(async (transaction) => {
		const limit = context.settings.maxApplications;
		if ((await transaction.db.$count(applications)) >= limit) {
			return refuse({ code: 'too-many-applications', field: 'name', data: { limit } });
		}
		const given = (input.clientId ?? '').trim();
		const checked = given === '' ? null : await freeClientId(transaction, given);
		if (checked && !checked.ok) return checked;
		const mode = input.mode ?? 'live';
		const clientId = await insertApplication(transaction, named.name, mode, {}, checked?.clientId);
		if (input.sample !== undefined) {
			await insertRedirectUri(transaction, clientId, { uri: input.sample, isBuiltIn: true });
		}
		return { ok: true, clientId };
	});
}

/**
 * Inserts an application and its first draft; part of a transaction.
 *
 * @param givenId client id that the platform gave; without one, it is made here
 */
export async function insertApplication(
	transaction: Transaction,
	name: string,
	mode: ApplicationMode,
	{ selection = [], purposes = {} }: Partial<DraftContent>,
	givenId?: string
): Promise<string> {
	const clientId = givenId ?? randomUUID();
	const clientIdMadeHere = givenId === undefined;
	const now = transaction.machineNow;
	await transaction.db
		.insert(applications)
		.values({ clientId, clientIdMadeHere, name, mode, createdAt: now, updatedAt: now });
	await transaction.db
		.insert(drafts)
		.values({ clientId, revision: firstRevision(), selection, purposes, updatedAt: now });
	return clientId;
}

/** Changes name and mode. */
export async function updateApplication(
	context: Context,
	clientId: string,
	{ name, mode }: { readonly name: string; readonly mode: ApplicationMode }
): Promise<Outcome<object, NameRefusal>> {
	const named = checkName(name);
	if (!named.ok) return named;
	return context.write(async (transaction) => {
		const updated = await transaction.db
			.update(applications)
			.set({ name: named.name, mode, updatedAt: context.machineNow })
			.where(eq(applications.clientId, clientId))
			.returning({ clientId: applications.clientId });
		return updated.length > 0 ? OK : gone('application');
	});
}

/** Deletes an application with its redirect URIs, draft and versions, once its name was typed. */
export async function deleteApplication(
	context: Context,
	clientId: string,
	typedName: string
): Promise<Outcome<object, DeleteRefusal>> {
	return context.write(async (transaction) => {
		const [row] = await statements(transaction.db).find.execute({ clientId });
		if (!row) return gone('application');
		const { name } = row;
		if (typedName !== name) {
			return refuse({ code: 'other-name', field: 'confirm', data: { name } });
		}
		await transaction.db.delete(applications).where(eq(applications.clientId, clientId));
		return OK;
	});
}
