import { permissionRank, type PermissionName } from '#lib/access/permission.ts';
import { unusedDays } from '#lib/connect/unused-grants.ts';
import { and, asc, count, eq, inArray, max, min } from 'drizzle-orm';
import { endsByItself, stillAhead, type EndByItself } from '../../connect/ended/by-itself.ts';
import { STANDING } from '../../connect/standing.ts';
import { withName } from '../../connect/vehicle-name.ts';
import type { Context } from '../../context.ts';
import { connections } from '../../db/connect-schema.ts';
import { findPage, type FoundPage, type WantedPage } from '../../db/keyset.ts';
import { onlyRow } from '../../db/rows.ts';
import { applications } from '../../db/schema.ts';
import { readEach, readJson } from '../../db/stored-json.ts';
import { vehicles } from '../../db/vehicle-schema.ts';
import { ownerIdOf } from '../actor.ts';
import { keptForOwner } from './kept-for-owner.ts';
import { lastUses } from './last-uses.ts';
import { connectionsOf } from './scope.ts';

export const APPLICATIONS_PER_PAGE = 20;

/** An application that reaches vehicles of an owner. Times are the rehearsal's. */
interface ReachingApplication {
	readonly clientId: string;
	readonly name: string;
	/** Of the first consent, though it may have been taken back and given again since. */
	readonly firstGrantedAt: number;
	/** Null where it never was, as far as that is written down. */
	readonly lastUsedAt: number | null;
	/** Brand, model and year of each. */
	readonly vehicles: readonly string[];
	/** What it may do with at least one of them, in scope order. */
	readonly granted: readonly PermissionName[];
	/** What it was asked for with them, in scope order. */
	readonly asked: readonly PermissionName[];
	/** Null where nothing ends by itself. */
	readonly endsByItself: EndByItself | null;
	/** Days without use, where they are many; else null. */
	readonly unusedDays: number | null;
}

export interface ApplicationPage extends Omit<FoundPage, 'ids'> {
	/** How many there are in all. */
	readonly count: number;
	/** What was granted last comes first. */
	readonly applications: readonly ReachingApplication[];
	/** Connections of this page that are left out, since they cannot be read. */
	readonly damaged: number;
}

/** The applications that reach vehicles of an owner's accounts, a page of them. */
export async function listApplications(
	context: Context,
	wanted: WantedPage
): Promise<ApplicationPage> {
	return context.read(async (transaction) => {
		const { applications, ...page } = await readPage(transaction, wanted);
		const used = await lastUses(transaction, ownerIdOf(transaction));
		const { now } = transaction;
		const listed = applications.map((one) => {
			const lastUsedAt = used.get(one.clientId) ?? null;
			return {
				...one,
				lastUsedAt,
				endsByItself: stillAhead(one.endsByItself, now),
				unusedDays: unusedDays({ lastUsedAt, since: one.firstGrantedAt }, now)
			};
		});
		return { ...page, applications: listed };
	});
}

const readPage = keptForOwner(
	async (transaction, ownerId, wanted: WantedPage) => {
		const { db } = transaction;
		const mine = connectionsOf(db, ownerId);
		const { clientId } = connections;
		const reaching = db
			.select({ clientId, at: max(connections.updatedAt).mapWith(Number).as('at') })
			.from(connections)
			.where(and(mine, STANDING))
			.groupBy(clientId)
			.as('reaching');
		const all = onlyRow(await db.select({ rows: count() }).from(reaching)).rows;
		const { ids, ...found } = await findPage(
			{ at: reaching.at, id: reaching.clientId, newestFirst: true, lastIdFirst: false },
			{ size: APPLICATIONS_PER_PAGE, count: all, wanted },
			async ({ where, orderBy, limit, offset }) =>
				db
					.select({ at: reaching.at, id: reaching.clientId })
					.from(reaching)
					.where(where)
					.orderBy(...orderBy)
					.limit(limit)
					.offset(offset)
		);
		const those = and(mine, inArray(clientId, [...ids]));
		const facts = await db
			.select({
				clientId,
				name: applications.name,
				firstGrantedAt: min(connections.createdAt).mapWith(Number)
			})
			.from(connections)
			.innerJoin(applications, eq(applications.clientId, clientId))
			.where(those)
			.groupBy(clientId, applications.name);
		const rows = await db
			.select({
				clientId,
				id: connections.id,
				accountId: connections.accountId,
				vehicleId: connections.vehicleId,
				mode: connections.mode,
				granted: connections.granted,
				asked: connections.asked,
				make: vehicles.make,
				model: vehicles.model,
				year: vehicles.year
			})
			.from(connections)
			.innerJoin(vehicles, eq(vehicles.id, connections.vehicleId))
			.where(and(those, STANDING))
			.orderBy(asc(connections.createdAt), asc(connections.id));
		const ends = await endsByItself(transaction, rows);
		const { read, damaged } = readEach(rows, (row) => ({
			clientId: row.clientId,
			vehicle: withName(row).name,
			granted: readJson(row.granted, row.id),
			asked: readJson(row.asked, row.id).map(({ name }) => name)
		}));
		const held = Map.groupBy(read, (one) => one.clientId);
		const listed = ids.flatMap((id) => {
			const fact = facts.find((one) => one.clientId === id);
			const of = held.get(id) ?? [];
			if (!fact) return [];
			return {
				...fact,
				vehicles: of.map(({ vehicle }) => vehicle),
				granted: inScopeOrder(of.flatMap(({ granted }) => granted)),
				asked: inScopeOrder(of.flatMap(({ asked }) => asked)),
				endsByItself: ends.get(id) ?? null
			};
		});
		return { ...found, count: all, applications: listed, damaged };
	},
	({ applications }) => applications.reduce((sum, { vehicles }) => sum + vehicles.length, 1)
);

const inScopeOrder = (names: readonly PermissionName[]) =>
	[...new Set(names)].toSorted((one, other) => permissionRank(one) - permissionRank(other));
