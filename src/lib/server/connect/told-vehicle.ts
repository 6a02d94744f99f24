import type { PermissionName } from '#lib/access/permission.ts';
import type { ConnectMode } from '#lib/connect/session-data.ts';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { named, prepared } from '../db/prepared.ts';
import { readJson } from '../db/stored-json.ts';
import { toldIds } from '../db/vehicle-schema.ts';
import { keptRead } from '../kept-read.ts';
import { STANDING } from './standing.ts';
import { OF_THE_VEHICLE, TOLD_USER_ID, TOLD_VEHICLE_ID } from './told-ids.ts';

/** A vehicle that an application is connected with. */
export interface ConnectedVehicle {
	/** Its own id. */
	readonly vehicleId: string;
	readonly connectionId: string;
	/** As the application knows the account. */
	readonly userId: string;
	readonly mode: ConnectMode;
	readonly granted: readonly PermissionName[];
}

const statements = prepared((db) => {
	const own = sql`select ${toldIds.vehicleId} from ${toldIds}
		where ${toldIds.id} = ${sql.placeholder('told')}`;
	const ofTheApplication = db
		.select({ id: connections.id })
		.from(connections)
		.where(
			and(
				eq(connections.clientId, sql.placeholder('clientId')),
				STANDING,
				sql`${connections.vehicleId} = coalesce((${own}), ${sql.placeholder('told')})`
			)
		);
	return {
		find: named(
			db
				.select({
					vehicleId: connections.vehicleId,
					toldId: TOLD_VEHICLE_ID,
					connectionId: connections.id,
					userId: TOLD_USER_ID,
					mode: connections.mode,
					granted: connections.granted
				})
				.from(connections)
				.leftJoin(toldIds, OF_THE_VEHICLE)
				.where(inArray(connections.id, ofTheApplication))
				.orderBy(desc(connections.updatedAt), connections.id),
			'find_told_vehicle'
		)
	};
});

/**
 * The vehicle that an application calls by an id; part of a transaction. Connected in both modes, it
 * is the connection that its owner touched last.
 *
 * @param userId whose it has to be; null where nobody is named
 */
export function findToldVehicle(
	transaction: Transaction,
	clientId: string,
	told: string,
	userId: string | null
): Promise<ConnectedVehicle | null> {
	return findConnected(transaction, { clientId, told, userId });
}

interface Told {
	readonly clientId: string;
	readonly told: string;
	readonly userId: string | null;
}

const findConnected = keptRead(
	({ clientId, told, userId }: Told) => `${clientId} ${told} ${userId ?? ''}`,
	readConnected
);

async function readConnected(
	{ db }: Transaction,
	{ clientId, told, userId }: Told
): Promise<ConnectedVehicle | null> {
	const rows = await statements(db).find.execute({ clientId, told });
	const found = rows.find(
		(row) => row.toldId === told && (userId === null || row.userId === userId)
	);
	return found ? { ...found, granted: readJson(found.granted, found.connectionId) } : null;
}
