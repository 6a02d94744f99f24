import { officialCatalog } from '#lib/access/catalog/official.ts';
import { countAll, diffLocked, lockIn } from '#lib/access/diff.ts';
import { and, asc, count, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { knownItems } from '../configurations/drafts.ts';
import type { Context, Transaction } from '../context.ts';
import { findPage, type FoundPage, type WantedPage } from '../db/keyset.ts';
import { applications, drafts, versions } from '../db/schema.ts';
import { readEach, readJson, type Readable } from '../db/stored-json.ts';
import { beginsWith, holds, patternOf } from '../db/text-search.ts';
import { APPLICATION_COLUMNS, type Application } from './applications.ts';
import { findDemo } from './demo.ts';

export const APPLICATIONS_PER_PAGE = 50;

/** Applications that a menu holds without being searched. */
export const MENU_SIZE = 20;

/** One line of the list of applications. */
interface ApplicationSummary extends Omit<Application, 'redirectUris'> {
	readonly selectedItems: number;
	readonly permissions: number;
	/** Number of the current version; null before the first. */
	readonly currentVersion: number | null;
	readonly unpublishedChanges: number;
	/** When the application, its draft or its versions changed last. */
	readonly lastChange: number;
}

export interface ApplicationPage extends Omit<FoundPage, 'ids'> {
	/** Applications there are. */
	readonly total: number;
	/** Those of them that the search finds. */
	readonly count: number;
	/** The oldest first. */
	readonly applications: readonly ApplicationSummary[];
	/** Client id of the one that is the demo; null where there is none. */
	readonly demo: string | null;
	/** Applications of this page that are left out, since they cannot be read. */
	readonly damaged: number;
}

/** Ids and names alone. */
export interface ApplicationMenu {
	/** The newest {@link MENU_SIZE} that the search finds; of these the oldest first. */
	readonly names: readonly { readonly clientId: string; readonly name: string }[];
	/** All that the search finds. */
	readonly count: number;
}

export async function listApplicationNames(
	context: Context,
	search = ''
): Promise<ApplicationMenu> {
	return context.read(async ({ db }) => {
		const found = matches(search);
		const [counted] = await db.select({ count: count() }).from(applications).where(found);
		const newest = await db
			.select({ clientId: applications.clientId, name: applications.name })
			.from(applications)
			.where(found)
			.orderBy(desc(applications.createdAt), desc(applications.clientId))
			.limit(MENU_SIZE);
		return { names: newest.toReversed(), count: counted?.count ?? 0 };
	});
}

/** A page of the applications whose name holds the search, or whose client id begins with it. */
export async function listApplications(
	context: Context,
	{ search = '', ...wanted }: Partial<WantedPage> & { readonly search?: string } = {}
): Promise<ApplicationPage> {
	return context.read(async (transaction) => {
		const { db } = transaction;
		const found = matches(search);
		const total = await db.$count(applications);
		const count = found ? await db.$count(applications, found) : total;
		const { ids, ...page } = await findPage(
			ORDER,
			{ size: APPLICATIONS_PER_PAGE, count, wanted: { page: 1, ...wanted } },
			async ({ where, orderBy, limit, offset }) =>
				db
					.select({ at: applications.createdAt, id: applications.clientId })
					.from(applications)
					.where(and(found, where))
					.orderBy(...orderBy)
					.limit(limit)
					.offset(offset)
		);
		const { read, damaged } = await readSummaries(transaction, ids);
		const demo = await findDemo(transaction);
		return { ...page, total, count, demo, applications: read, damaged };
	});
}

const ORDER = {
	at: applications.createdAt,
	id: applications.clientId,
	newestFirst: false,
	lastIdFirst: false
};

/** Undefined where nothing is searched for. */
function matches(search: string): SQL | undefined {
	const pattern = patternOf(search);
	if (pattern === null) return undefined;
	return or(holds(applications.name, pattern), beginsWith(applications.clientId, pattern));
}

async function readSummaries(
	{ db }: Transaction,
	clientIds: readonly string[]
): Promise<Readable<ApplicationSummary>> {
	const latest = sql`(select max(latest.number) from ${versions} as latest where latest.client_id = ${applications.clientId})`;
	const rows = await db
		.select({
			application: APPLICATION_COLUMNS,
			draft: {
				selection: drafts.selection,
				purposes: drafts.purposes,
				updatedAt: drafts.updatedAt
			},
			version: {
				number: versions.number,
				selection: versions.selection,
				access: versions.access,
				purposes: versions.purposes,
				publishedAt: versions.publishedAt
			}
		})
		.from(applications)
		.innerJoin(drafts, eq(drafts.clientId, applications.clientId))
		.leftJoin(
			versions,
			and(eq(versions.clientId, applications.clientId), eq(versions.number, latest))
		)
		.where(inArray(applications.clientId, [...clientIds]))
		.orderBy(asc(applications.createdAt), asc(applications.clientId));
	return readEach(rows, ({ application, draft, version }) => {
		const { clientId } = application;
		const selection = knownItems(readJson(draft.selection, clientId));
		const purposes = readJson(draft.purposes, clientId);
		const after = lockIn({ selection, purposes }, officialCatalog);
		const name = `${clientId} ${version?.number}`;
		const before = version && {
			selection: readJson(version.selection, name),
			access: readJson(version.access, name),
			purposes: readJson(version.purposes, name)
		};
		return {
			...application,
			selectedItems: selection.length,
			permissions: after.access.length,
			currentVersion: version?.number ?? null,
			unpublishedChanges: countAll(diffLocked(before, after)),
			lastChange: Math.max(application.updatedAt, draft.updatedAt, version?.publishedAt ?? 0)
		};
	});
}
