import { officialCatalog } from '#lib/access/catalog/official.ts';
import { currentCodes } from '#lib/access/current-codes.ts';
import type { LockedVersion } from '#lib/access/publish.ts';
import { and } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { isGiven, named, prepared } from '../db/prepared.ts';
import { versions } from '../db/schema.ts';
import { readJson } from '../db/stored-json.ts';
import type { Db } from '../engine.ts';

/** A published selection with what it derived to at that time; never changed again. */
export interface Version extends LockedVersion {
	readonly publishedBy: string;
	/** Milliseconds since 1970. */
	readonly publishedAt: number;
}

export type VersionRow = Awaited<ReturnType<typeof selectVersions>>[number];

/** Finds a version as it is stored; part of a transaction. */
export async function findVersionRow(
	{ db }: Transaction,
	clientId: string,
	number: number
): Promise<VersionRow | null> {
	const [row] = await statements(db).find.execute({ clientId, number });
	return row ?? null;
}

const statements = prepared((db) => ({
	find: named(
		selectVersions(db).where(
			and(isGiven(versions.clientId, 'clientId'), isGiven(versions.number, 'number'))
		),
		'find_version'
	)
}));

/**
 * What is stored never changes, so a code that was renamed since is read by its name of today.
 *
 * @throws {DamagedRow}
 */
export function readVersion({ clientId, ...row }: VersionRow): Version {
	const name = `${clientId} ${row.number}`;
	return {
		...row,
		selection: currentCodes(readJson(row.selection, name), officialCatalog),
		access: readJson(row.access, name),
		purposes: readJson(row.purposes, name)
	};
}

export function selectVersions(db: Db) {
	return db
		.select({
			clientId: versions.clientId,
			number: versions.number,
			selection: versions.selection,
			access: versions.access,
			purposes: versions.purposes,
			scope: versions.scope,
			message: versions.message,
			verdict: versions.verdict,
			catalogRevision: versions.catalogRevision,
			publishedBy: versions.publishedBy,
			publishedAt: versions.publishedAt
		})
		.from(versions);
}
