import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import { count, notLike, or, sql, type SQL } from 'drizzle-orm';
import { connections } from '../../db/connect-schema.ts';
import type { Db } from '../../engine.ts';
import { GRANTS_TEXT } from '../grant-groups.ts';

/** How many connections lack a permission. */
export interface LackingCount {
	readonly name: PermissionName;
	readonly count: number;
}

/** What a part of the connections was granted, counted. */
export interface Tally {
	readonly total: number;
	/** Those that lack something of what is asked for now. */
	readonly lacking: number;
	/** By permission that is asked for now, in scope order, where any lacks it. */
	readonly lacks: readonly LackingCount[];
	countLacking(name: PermissionName): number;
}

/** Different grants are few, however many connections there are: what they lack is seen once for each. */
export async function tallyGrants(
	db: Db,
	which: SQL | undefined,
	asked: readonly RequestedPermission[] | null
): Promise<Tally> {
	const groups = await db
		.select({ grants: GRANTS_TEXT, count: count() })
		.from(connections)
		.where(which)
		.groupBy(GRANTS_TEXT);
	const sumOf = (counted: (grants: string) => boolean) =>
		groups.reduce((sum, group) => sum + (counted(group.grants) ? group.count : 0), 0);
	const names = (asked ?? []).map(({ name }) => name);
	const countLacking = (name: PermissionName) => sumOf((grants) => !holdsName(grants, name));
	return {
		total: sumOf(() => true),
		lacking: sumOf((grants) => names.some((name) => !holdsName(grants, name))),
		lacks: names
			.map((name) => ({ name, count: countLacking(name) }))
			.filter((lacking) => lacking.count > 0),
		countLacking
	};
}

/** What {@link Tally.lacking} counts, for the database to find. */
export function lacksSome(names: readonly PermissionName[]): SQL | undefined {
	return names.length === 0 ? sql`1 = 0` : or(...names.map(lacksOne));
}

/** Stored as JSON, of which every name stands in its quotes. */
const lacksOne = (name: PermissionName) => notLike(GRANTS_TEXT, `%"${name}"%`);

const holdsName = (grants: string, name: PermissionName) => grants.includes(`"${name}"`);
