import type { Selection } from '#lib/access/selection.ts';
import { eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ApplicationName } from './application-name.ts';
import { freeClientId } from './client-ids.ts';
import type { Context, Transaction } from '../context.ts';
import { named, prepared } from '../db/prepared.ts';
import { APPLICATION_MODES, applications, drafts } from '../db/schema.ts';
import { firstRevision } from '../configurations/drafts.ts';
import { refuseGoneApplication } from '../gone-application.ts';
import { insertRedirectUri, readRedirectUris, type RedirectUri } from './redirect-uris.ts';

export const ApplicationMode = z.enum(APPLICATION_MODES, {
	error: `A mode is ${APPLICATION_MODES.join(' or ')}.`
});
export type ApplicationMode = z.infer<typeof ApplicationMode>;

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

export type FieldResult<T> =
	| ({ readonly ok: true } & T)
	| { readonly ok: false; readonly field: string; readonly message: string };

const statements = prepared((db) => ({
	find: named(
		db
			.select()
			.from(applications)
			.where(eq(applications.clientId, sql.placeholder('clientId'))),
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

/** @throws a 404 for the page when there is none, or no longer. */
export async function requireApplicationName(context: Context, clientId: string): Promise<string> {
	return context.read(async ({ db }) => {
		const [application] = await statements(db).find.execute({ clientId });
		return application?.name ?? refuseGoneApplication();
	});
}

/** @throws a 404 for the page when there is none, or no longer. */
export async function requireApplication(context: Context, clientId: string): Promise<Application> {
	const application = await getApplication(context, clientId);
	return application ?? refuseGoneApplication();
}

/** Creates an application with an empty draft; without a client id, one is made for the sandbox. */
export async function createApplication(
	context: Context,
	input: {
		readonly name: unknown;
		readonly clientId?: string;
		readonly mode?: ApplicationMode;
		/** Address of the sample client, registered from the start so that it can be rehearsed. */
		readonly sample?: string;
	}
): Promise<FieldResult<{ readonly clientId: string }>> {
	const name = ApplicationName.safeParse(input.name);
	if (!name.success) return refuseField('name', name.error);
	return context.write(async (transaction) => {
		const most = context.settings.maxApplications;
		if ((await transaction.db.$count(applications)) >= most) {
			const message = `There are ${most} applications already; delete one first.`;
			return { ok: false, field: 'name', message };
		}
		const given = (input.clientId ?? '').trim();
		const checked = given === '' ? null : await freeClientId(transaction, given);
		if (checked && !checked.ok) return checked;
		const mode = input.mode ?? 'live';
		const clientId = await insertApplication(transaction, name.data, mode, [], checked?.clientId);
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
	selection: Selection,
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
		.values({ clientId, revision: firstRevision(), selection, updatedAt: now });
	return clientId;
}

/** Changes name and mode. */
export async function updateApplication(
	context: Context,
	clientId: string,
	input: { readonly name: unknown; readonly mode: unknown }
): Promise<FieldResult<object>> {
	const name = ApplicationName.safeParse(input.name);
	if (!name.success) return refuseField('name', name.error);
	const mode = ApplicationMode.safeParse(input.mode);
	if (!mode.success) return refuseField('mode', mode.error);
	return context.write(async (transaction) => {
		const updated = await transaction.db
			.update(applications)
			.set({ name: name.data, mode: mode.data, updatedAt: context.machineNow })
			.where(eq(applications.clientId, clientId))
			.returning({ clientId: applications.clientId });
		if (updated.length === 0) refuseGoneApplication();
		return { ok: true };
	});
}

/** Deletes an application with its redirect URIs, draft and versions, once its name was typed. */
export async function deleteApplication(
	context: Context,
	clientId: string,
	typedName: unknown
): Promise<FieldResult<object>> {
	return context.write(async (transaction) => {
		const [row] = await transaction.db
			.select()
			.from(applications)
			.where(eq(applications.clientId, clientId));
		if (row && typedName !== row.name) {
			return {
				ok: false,
				field: 'confirm',
				message: `Nothing was deleted: type the name exactly, “${row.name}”.`
			};
		}
		await transaction.db.delete(applications).where(eq(applications.clientId, clientId));
		return { ok: true };
	});
}

function refuseField(field: string, { issues }: z.ZodError) {
	return { ok: false, field, message: issues[0]?.message ?? 'This value cannot be used.' } as const;
}
