import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { countChanges, diffLocked } from '#lib/access/diff.ts';
import type { Selection } from '#lib/access/selection.ts';
import { asc, eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ApplicationName } from './application-name.ts';
import { freeClientId } from './client-ids.ts';
import { clock } from './clock.ts';
import { prepareOnce, read, write } from './db/connection.ts';
import type { Db } from './db/open.ts';
import { APPLICATION_MODES, applications, drafts, versions } from './db/schema.ts';
import { firstRevision, knownItems } from './drafts.ts';
import { refuseGoneApplication } from './gone-application.ts';
import { insertRedirectUri, readRedirectUris, type RedirectUri } from './redirect-uris.ts';

export const MAX_APPLICATIONS = 100;

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

/** One line of the list of applications. */
export interface ApplicationSummary extends Omit<Application, 'redirectUris'> {
	readonly selectedItems: number;
	readonly permissions: number;
	/** Number of the current version; null before the first. */
	readonly currentVersion: number | null;
	readonly unpublishedChanges: number;
	/** When the application, its draft or its versions changed last. */
	readonly lastChange: number;
}

export type FieldResult<T> =
	| ({ readonly ok: true } & T)
	| { readonly ok: false; readonly field: string; readonly message: string };

/** Ids and names alone, for menus. */
export async function listApplicationNames(): Promise<
	readonly { readonly clientId: string; readonly name: string }[]
> {
	return read((db) =>
		db
			.select({ clientId: applications.clientId, name: applications.name })
			.from(applications)
			.orderBy(asc(applications.createdAt), asc(applications.clientId))
			.all()
	);
}

export async function listApplications(): Promise<readonly ApplicationSummary[]> {
	return read((db) => {
		const current = new Map(
			db
				.select({
					clientId: versions.clientId,
					number: versions.number,
					selection: versions.selection,
					access: versions.access,
					publishedAt: versions.publishedAt
				})
				.from(versions)
				.orderBy(asc(versions.number))
				.all()
				.map((version) => [version.clientId, version])
		);
		return db
			.select()
			.from(applications)
			.innerJoin(drafts, eq(drafts.clientId, applications.clientId))
			.orderBy(asc(applications.createdAt), asc(applications.clientId))
			.all()
			.map(({ applications: application, drafts: draft }) => {
				const version = current.get(application.clientId);
				const selection = knownItems(draft.selection);
				const access = derive(selection, officialCatalog);
				const changes = diffLocked(version ?? null, { selection, access });
				return {
					...application,
					selectedItems: selection.length,
					permissions: access.length,
					currentVersion: version?.number ?? null,
					unpublishedChanges: countChanges(changes.items),
					lastChange: Math.max(application.updatedAt, draft.updatedAt, version?.publishedAt ?? 0)
				};
			});
	});
}

const statements = prepareOnce((db) => ({
	find: db
		.select()
		.from(applications)
		.where(eq(applications.clientId, sql.placeholder('clientId')))
		.prepare()
}));

/** @returns null when there is none, or no longer. */
export async function getApplication(clientId: string): Promise<Application | null> {
	return read((db) => {
		const [row] = statements().find.all({ clientId });
		return row ? { ...row, redirectUris: readRedirectUris(db, clientId) } : null;
	});
}

/** @throws a 404 for the page when there is none, or no longer. */
export async function requireApplicationName(clientId: string): Promise<string> {
	return read(() => statements().find.all({ clientId })[0]?.name ?? refuseGoneApplication());
}

/** @throws a 404 for the page when there is none, or no longer. */
export async function requireApplication(clientId: string): Promise<Application> {
	const application = await getApplication(clientId);
	return application ?? refuseGoneApplication();
}

/** Creates an application with an empty draft; without a client id, one is made for the sandbox. */
export async function createApplication(input: {
	readonly name: unknown;
	readonly clientId?: string;
	readonly mode?: ApplicationMode;
	/** Address of the sample client, registered from the start so that it can be rehearsed. */
	readonly sample?: string;
}): Promise<FieldResult<{ readonly clientId: string }>> {
	const name = ApplicationName.safeParse(input.name);
	if (!name.success) return refuseField('name', name.error);
	return write((db) => {
		if (
			db.select({ clientId: applications.clientId }).from(applications).all().length >=
			MAX_APPLICATIONS
		) {
			return {
				ok: false,
				field: 'name',
				message: `There are ${MAX_APPLICATIONS} applications already; delete one first.`
			};
		}
		const given = (input.clientId ?? '').trim();
		const checked = given === '' ? null : freeClientId(db, given);
		if (checked && !checked.ok) return checked;
		const mode = input.mode ?? 'live';
		const clientId = insertApplication(db, name.data, mode, [], checked?.clientId);
		if (input.sample !== undefined) {
			insertRedirectUri(db, clientId, { uri: input.sample, isBuiltIn: true });
		}
		return { ok: true, clientId };
	});
}

/**
 * Inserts an application and its first draft; part of a transaction.
 *
 * @param givenId client id that the platform gave; without one, it is made here
 */
export function insertApplication(
	db: Db,
	name: string,
	mode: ApplicationMode,
	selection: Selection,
	givenId?: string
): string {
	const clientId = givenId ?? randomUUID();
	const clientIdMadeHere = givenId === undefined;
	const now = clock.now();
	db.insert(applications)
		.values({ clientId, clientIdMadeHere, name, mode, createdAt: now, updatedAt: now })
		.run();
	db.insert(drafts)
		.values({ clientId, revision: firstRevision(), selection, updatedAt: now })
		.run();
	return clientId;
}

/** Changes name and mode. */
export async function updateApplication(
	clientId: string,
	input: { readonly name: unknown; readonly mode: unknown }
): Promise<FieldResult<object>> {
	const name = ApplicationName.safeParse(input.name);
	if (!name.success) return refuseField('name', name.error);
	const mode = ApplicationMode.safeParse(input.mode);
	if (!mode.success) return refuseField('mode', mode.error);
	return write((db) => {
		const { changes } = db
			.update(applications)
			.set({ name: name.data, mode: mode.data, updatedAt: clock.now() })
			.where(eq(applications.clientId, clientId))
			.run();
		if (changes === 0) refuseGoneApplication();
		return { ok: true };
	});
}

/** Deletes an application with its redirect URIs, draft and versions, once its name was typed. */
export async function deleteApplication(
	clientId: string,
	typedName: unknown
): Promise<FieldResult<object>> {
	return write((db) => {
		const [row] = db.select().from(applications).where(eq(applications.clientId, clientId)).all();
		if (row && typedName !== row.name) {
			return {
				ok: false,
				field: 'confirm',
				message: `Nothing was deleted: type the name exactly, “${row.name}”.`
			};
		}
		db.delete(applications).where(eq(applications.clientId, clientId)).run();
		return { ok: true };
	});
}

function refuseField(field: string, { issues }: z.ZodError) {
	return { ok: false, field, message: issues[0]?.message ?? 'This value cannot be used.' } as const;
}
