import type { LockedSelection } from '#lib/access/diff.ts';
import { and, desc, eq, gt, lt, lte } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { versions } from '../db/schema.ts';
import { readOne } from '../db/stored-json.ts';
import type { Db } from '../engine.ts';
import { findVersionRow, readVersion, selectVersions } from './version-rows.ts';
import type { Version, VersionRow } from './version-rows.ts';

export const VERSIONS_PER_PAGE = 20;

/** Versions between two that are looked at, the newest of them. */
const MOST_BETWEEN = 200;

/** A version as people are told of it. A damaged one keeps what can be read of it. */
export interface ToldVersion extends Omit<Version, keyof LockedSelection> {
	/** Null where it cannot be read. */
	readonly locked: LockedSelection | null;
}

/** A version that was told, as it was published; null for a damaged one. */
export function wholeOf({ locked, ...facts }: ToldVersion): Version | null {
	return locked && { ...facts, ...locked };
}

export interface VersionPage {
	/** Number of the current version, and so how many there are; 0 before the first. */
	readonly total: number;
	/** The page that is shown, from 1; the nearest one there is to the page that was wanted. */
	readonly page: number;
	readonly pages: number;
	/** The newest first. */
	readonly versions: readonly ToldVersion[];
	/** The version before the oldest of the page; null before the first. */
	readonly previous: ToldVersion | null;
	/** The version after the newest of the page; null after the last. */
	readonly next: ToldVersion | null;
}

/** A page of the versions of an application. Their numbers have no gaps, so each page is a range of them. */
export async function pageOfVersions(
	context: Context,
	clientId: string,
	wanted: number
): Promise<VersionPage> {
	return context.read(async ({ db }) => {
		const total = (await latestRow(db, clientId))?.number ?? 0;
		const pages = Math.max(1, Math.ceil(total / VERSIONS_PER_PAGE));
		const page = Math.min(Math.max(1, wanted), pages);
		const newest = total - (page - 1) * VERSIONS_PER_PAGE;
		const rows = await selectVersions(db)
			.where(and(eq(versions.clientId, clientId), lte(versions.number, newest + 1)))
			.orderBy(desc(versions.number))
			.limit(VERSIONS_PER_PAGE + 2);
		const told = rows.map(tell);
		return {
			total,
			page,
			pages,
			versions: told.filter(
				({ number }) => number <= newest && number > newest - VERSIONS_PER_PAGE
			),
			previous: told.find(({ number }) => number === newest - VERSIONS_PER_PAGE) ?? null,
			next: told.find(({ number }) => number > newest) ?? null
		};
	});
}

/** The current version, damaged or not; null before the first. */
export async function tellCurrent(context: Context, clientId: string): Promise<ToldVersion | null> {
	return context.read(async ({ db }) => {
		const row = await latestRow(db, clientId);
		return row && tell(row);
	});
}

/** One version, damaged or not. */
export async function tellVersion(
	context: Context,
	clientId: string,
	number: number
): Promise<ToldVersion | null> {
	return context.read(async (transaction) => {
		const row = await findVersionRow(transaction, clientId, number);
		return row && tell(row);
	});
}

/** What the versions between two asked for, the oldest first; {@link MOST_BETWEEN} at the most. */
export async function scopesBetween(
	context: Context,
	clientId: string,
	{ after, before }: { readonly after: number; readonly before: number }
): Promise<readonly Pick<Version, 'number' | 'scope'>[]> {
	return context.read(async ({ db }) => {
		const rows = await db
			.select({ number: versions.number, scope: versions.scope })
			.from(versions)
			.where(
				and(
					eq(versions.clientId, clientId),
					gt(versions.number, after),
					lt(versions.number, before)
				)
			)
			.orderBy(desc(versions.number))
			.limit(MOST_BETWEEN);
		return rows.toReversed();
	});
}

async function latestRow(db: Db, clientId: string): Promise<VersionRow | null> {
	const [row] = await selectVersions(db)
		.where(eq(versions.clientId, clientId))
		.orderBy(desc(versions.number))
		.limit(1);
	return row ?? null;
}

function tell(row: VersionRow): ToldVersion {
	const version = readOne(() => readVersion(row));
	return {
		number: row.number,
		scope: row.scope,
		message: row.message,
		verdict: row.verdict,
		catalogRevision: row.catalogRevision,
		publishedBy: row.publishedBy,
		publishedAt: row.publishedAt,
		locked: version && {
			selection: version.selection,
			access: version.access,
			purposes: version.purposes
		}
	};
}
