import { grantGap, type GrantGap } from '#lib/access/grant-gap.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import type { CONSENT_ACTORS } from '#lib/connect/consent-record.ts';
import type { ConnectMode } from '#lib/connect/session-data.ts';
import { and, asc, desc, eq, inArray, notLike, or, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { toldIds, vehicleAccounts, vehicles } from '../db/vehicle-schema.ts';
import { GRANTS_TEXT } from './grant-groups.ts';
import { endedOf, standsWith } from './standing.ts';
import { OF_THE_VEHICLE, TOLD_VEHICLE_ID } from './told-ids.ts';
import { withName } from './vehicle-name.ts';
import { findPage, type FoundPage, type WantedPage } from '../db/keyset.ts';
import { readEach, readJson } from '../db/stored-json.ts';
import type { Db } from '../engine.ts';

export const CONNECTIONS_PER_PAGE = 50;

/** One application × one vehicle. Times are milliseconds since 1970. */
export interface Connection {
	readonly id: string;
	readonly vehicle: {
		readonly id: string;
		/** The id that the application knows it by. */
		readonly toldId: string;
		readonly vin: string;
		/** Brand as people write it. */
		readonly make: string;
		readonly model: string;
		readonly year: number;
		/** All three in one. */
		readonly name: string;
	};
	/** The vehicle account that it was granted with. */
	readonly account: {
		readonly id: string;
		readonly username: string;
		/** Brand key. */
		readonly make: string;
	};
	readonly mode: ConnectMode;
	readonly user: string | null;
	readonly externalId: string | null;
	readonly granted: readonly PermissionName[];
	readonly asked: readonly RequestedPermission[];
	/** Null when the link named a scope of its own. */
	readonly version: number | null;
	/** Of the first consent, though it may have ended and begun again since. */
	readonly firstGrantedAt: number;
	readonly updatedAt: number;
	/** When its owner last took permissions of it back; null where it was granted anew since. */
	readonly narrowedAt: number | null;
	/** The brand password was changed: calls wait until the owner signs in again. */
	readonly signInNeeded: boolean;
	/** Null while it stands. */
	readonly ending: Ending | null;
}

/** When a connection ended, and by whom. */
interface Ending {
	readonly at: number;
	readonly by: (typeof CONSENT_ACTORS)[number];
}

/** A connection beside what would be asked for now; without a gap where nothing is published. */
export interface ComparedConnection extends Connection {
	readonly gap: GrantGap | null;
}

export interface ConnectionPage extends Omit<FoundPage, 'ids'> {
	/** Connections of the application. */
	readonly total: number;
	/** Those of them that lack something. */
	readonly lacking: number;
	/** Connections that ended, which grant nothing. */
	readonly ended: number;
	/** What its owner touched last comes first; of those that ended, what ended last. */
	readonly connections: readonly ComparedConnection[];
	/** Connections of this page that are left out, since they cannot be read. */
	readonly damaged: number;
}

/** One page of the connections, each beside what would be asked for now. */
export async function pageOfConnections(
	context: Context,
	clientId: string,
	{
		asked,
		onlyLacking,
		onlyEnded = false,
		...wanted
	}: WantedPage & {
		/** Access of the current version; null before the first. */
		readonly asked: readonly RequestedPermission[] | null;
		readonly onlyLacking: boolean;
		readonly onlyEnded?: boolean;
	}
): Promise<ConnectionPage> {
	return context.read(async (transaction) => {
		const { db } = transaction;
		const total = await db.$count(connections, belongs(clientId));
		const lacks = asked && lacking(asked);
		const lackingCount = lacks ? await db.$count(connections, and(belongs(clientId), lacks)) : 0;
		const ended = await db.$count(connections, endedOf(clientId));
		// Where nothing is published there is nothing to lack.
		const some = onlyLacking ? (lacks ?? sql`1 = 0`) : undefined;
		const list = onlyEnded
			? { order: ORDER_OF_ENDED, count: ended, which: endedOf(clientId) }
			: {
					order: ORDER,
					count: onlyLacking ? lackingCount : total,
					which: and(belongs(clientId), some)
				};
		const { ids, ...found } = await findPage(
			list.order,
			{ size: CONNECTIONS_PER_PAGE, count: list.count, wanted },
			async ({ where, orderBy, limit, offset }) =>
				db
					.select({ at: sql`${list.order.at}`.mapWith(Number), id: connections.id })
					.from(connections)
					.where(and(list.which, where))
					.orderBy(...orderBy)
					.limit(limit)
					.offset(offset)
		);
		const rows = await selectConnections(db, inArray(connections.id, [...ids]));
		const { read, damaged } = readEach(rows, readConnection);
		const inOrder = ids.flatMap((id) => read.find((one) => one.id === id) ?? []);
		return {
			...found,
			total,
			lacking: lackingCount,
			ended,
			connections: inOrder.map((one) => compareWith(one, onlyEnded ? null : asked)),
			damaged
		};
	});
}

const ORDER = {
	at: connections.updatedAt,
	id: connections.id,
	newestFirst: true,
	lastIdFirst: false
};

const ORDER_OF_ENDED = { ...ORDER, at: connections.endedAt };

/** What {@link grantGap} calls missing, for the database to count; undefined where nothing can be. */
function lacking(asked: readonly RequestedPermission[]): SQL | undefined {
	const names = asked.map(({ name }) => notLike(GRANTS_TEXT, `%"${name}"%`));
	return names.length === 0 ? sql`1 = 0` : or(...names);
}

/** @returns null when there is none of this id, or no longer. */
export async function getConnection(
	context: Context,
	clientId: string,
	id: string
): Promise<Connection | null> {
	const mine = belongs(clientId, id);
	const [found] = await context.read(({ db }) => selectConnections(db, mine));
	return found ? readConnection(found) : null;
}

export function compareWith(
	connection: Connection,
	asked: readonly RequestedPermission[] | null
): ComparedConnection {
	return { ...connection, gap: asked && grantGap(connection.granted, asked) };
}

/** The rows of a connection that ended are kept beside the one that stands. */
const FIRST_GRANTED_AT = sql<number>`(
	select min("one"."created_at") from ${connections} as "one"
	where "one"."vehicle_id" = ${connections.vehicleId}
		and "one"."client_id" = ${connections.clientId} and "one"."mode" = ${connections.mode}
)`.mapWith(Number);

function selectConnections(db: Db, which: SQL | undefined) {
	return db
		.select({
			id: connections.id,
			vehicle: {
				id: vehicles.id,
				toldId: TOLD_VEHICLE_ID,
				vin: vehicles.vin,
				make: vehicles.make,
				model: vehicles.model,
				year: vehicles.year
			},
			account: {
				id: vehicleAccounts.id,
				username: vehicleAccounts.username,
				make: vehicleAccounts.make
			},
			mode: connections.mode,
			user: connections.user,
			externalId: connections.externalId,
			granted: connections.granted,
			asked: connections.asked,
			version: connections.version,
			firstGrantedAt: FIRST_GRANTED_AT,
			updatedAt: connections.updatedAt,
			narrowedAt: connections.narrowedAt,
			seenChanges: connections.passwordChanges,
			passwordChanges: vehicleAccounts.passwordChanges,
			endedAt: connections.endedAt,
			endedBy: connections.endedBy
		})
		.from(connections)
		.innerJoin(vehicles, eq(vehicles.id, connections.vehicleId))
		.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, connections.accountId))
		.leftJoin(toldIds, OF_THE_VEHICLE)
		.where(which)
		.orderBy(desc(connections.updatedAt), asc(connections.id));
}

type ConnectionRow = Awaited<ReturnType<typeof selectConnections>>[number];

function readConnection(stored: ConnectionRow): Connection {
	const { seenChanges, passwordChanges, endedAt: at, endedBy: by, ...row } = stored;
	const ending = at === null || by === null ? null : { at, by };
	return {
		...row,
		ending,
		signInNeeded: ending === null && seenChanges < passwordChanges,
		vehicle: withName(row.vehicle),
		granted: readJson(row.granted, row.id),
		asked: readJson(row.asked, row.id)
	};
}

function belongs(clientId: string, id?: string) {
	const ours = standsWith(clientId);
	return id === undefined ? ours : and(ours, eq(connections.id, id));
}
