import { grantGap, type GrantGap } from '#lib/access/grant-gap.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import type { CONSENT_ACTORS } from '#lib/connect/consent-record.ts';
import type { ConnectMode } from '#lib/connect/session-data.ts';
import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { toldIds, vehicleAccounts, vehicles } from '../db/vehicle-schema.ts';
import { standsWith } from './standing.ts';
import { OF_THE_VEHICLE, TOLD_VEHICLE_ID } from './told-ids.ts';
import { withName } from './vehicle-name.ts';
import { readJson } from '../db/stored-json.ts';
import type { Db } from '../engine.ts';

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

/** Rows of connections, for {@link readConnection}; what its owner touched last comes first. */
export function selectConnections(db: Db, which: SQL | undefined) {
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

export function readConnection(stored: ConnectionRow): Connection {
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
