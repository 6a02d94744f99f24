import type { PermissionName } from '#lib/access/permission.ts';
import type { ConnectMode } from '#lib/connect/session-data.ts';
import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { readEach, readJson } from '../db/stored-json.ts';
import { toldIds, vehicles } from '../db/vehicle-schema.ts';
import type { Db } from '../engine.ts';
import { endConnections, type EndedConnection } from './disconnect.ts';
import { standsWith } from './standing.ts';
import { isToVehicle, OF_THE_VEHICLE, TOLD_USER_ID, TOLD_VEHICLE_ID } from './told-ids.ts';

/** A connection by the ids that its application knows. Times are milliseconds since 1970. */
export interface ConnectionRecord {
	readonly id: string;
	readonly userId: string;
	readonly vehicleId: string;
	readonly mode: ConnectMode;
	readonly granted: readonly PermissionName[];
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly vehicle: VehicleRow;
}

/** What is stored of a vehicle's kind. */
type VehicleRow = Pick<
	typeof vehicles.$inferSelect,
	'make' | 'model' | 'year' | 'level' | 'profile'
>;

/** Which connections are meant; all of the application's where nothing is said. */
export interface ConnectionFilter {
	readonly userId?: string | undefined;
	readonly vehicleId?: string | undefined;
	readonly externalId?: string | undefined;
	readonly mode?: ConnectMode | undefined;
}

/** Some of an application's connections, the newest first; part of a transaction. */
export async function listConnections(
	{ db }: Transaction,
	clientId: string,
	filter: ConnectionFilter,
	{ size, offset }: { readonly size: number; readonly offset: number }
): Promise<{ readonly total: number; readonly connections: readonly ConnectionRecord[] }> {
	const which = and(standsWith(clientId), meantBy(filter));
	const total = await db.$count(connections, which);
	const rows = await select(db, which).limit(size).offset(offset);
	return { total, connections: readEach(rows, read).read };
}

/** How many connections are meant; part of a transaction. */
export async function countConnections(
	{ db }: Transaction,
	clientId: string,
	filter: ConnectionFilter
): Promise<number> {
	return db.$count(connections, and(standsWith(clientId), meantBy(filter)));
}

/** @returns null when the application has none of this id, or no longer; part of a transaction. */
export async function findConnection(
	{ db }: Transaction,
	clientId: string,
	id: string
): Promise<ConnectionRecord | null> {
	const [found] = await select(db, and(standsWith(clientId), eq(connections.id, id)));
	return found ? read(found) : null;
}

/** Ends connections in the name of their application; part of a transaction. */
export async function endAsApplication(
	transaction: Transaction,
	clientId: string,
	which: ConnectionFilter | { readonly id: string }
): Promise<readonly EndedConnection[]> {
	const meant = 'id' in which ? eq(connections.id, which.id) : meantBy(which);
	return endConnections(transaction, clientId, { which: meant, by: 'app' });
}

function meantBy({ userId, vehicleId, externalId, mode }: ConnectionFilter): SQL | undefined {
	return and(
		userId === undefined ? undefined : eq(TOLD_USER_ID, userId),
		vehicleId === undefined ? undefined : isCalled(vehicleId),
		externalId === undefined ? undefined : eq(connections.externalId, externalId),
		mode === undefined ? undefined : eq(connections.mode, mode)
	);
}

/** Whether a connection's vehicle is told by an id; without a join, as it is counted and updated, too. */
function isCalled(told: string): SQL | undefined {
	const other = sql`select 1 from ${toldIds} where ${toldIds.vehicleId} = ${connections.vehicleId}
		and ${toldIds.mode} = ${connections.mode} and ${toldIds.id} <> ${told}`;
	return and(isToVehicle(told), sql`not exists (${other})`);
}

function select(db: Db, which: SQL | undefined) {
	return db
		.select({
			id: connections.id,
			userId: TOLD_USER_ID,
			vehicleId: TOLD_VEHICLE_ID,
			mode: connections.mode,
			granted: connections.granted,
			createdAt: connections.createdAt,
			updatedAt: connections.updatedAt,
			vehicle: {
				make: vehicles.make,
				model: vehicles.model,
				year: vehicles.year,
				level: vehicles.level,
				profile: vehicles.profile
			}
		})
		.from(connections)
		.innerJoin(vehicles, eq(vehicles.id, connections.vehicleId))
		.leftJoin(toldIds, OF_THE_VEHICLE)
		.where(which)
		.orderBy(desc(connections.createdAt), asc(connections.id));
}

function read(row: Awaited<ReturnType<typeof select>>[number]): ConnectionRecord {
	return { ...row, granted: readJson(row.granted, row.id) };
}
