import type { ConnectedVehicle } from '#lib/connect/authorize/read-request.ts';
import type { ConnectMode } from '#lib/connect/session-data.ts';
import { and, desc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { connections } from '../../db/connect-schema.ts';
import { toldIds, vehicleAccounts } from '../../db/vehicle-schema.ts';
import { standsWith } from '../standing.ts';
import { isToVehicle, OF_THE_VEHICLE, TOLD_VEHICLE_ID } from '../told-ids.ts';

/**
 * A connection of an application to the vehicle that it calls so.
 *
 * @param mode which one is meant where the application is connected to it in both
 * @returns null for every id that the application holds no connection to.
 */
export async function findConnectedVehicle(
	context: Context,
	{
		clientId,
		vehicleId,
		mode
	}: { readonly clientId: string; readonly vehicleId: string; readonly mode: ConnectMode }
): Promise<ConnectedVehicle | null> {
	const told = vehicleId.toLowerCase();
	const found = await context.read(async ({ db }) =>
		db
			.select({ vehicleId: TOLD_VEHICLE_ID, make: vehicleAccounts.make, mode: connections.mode })
			.from(connections)
			.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, connections.accountId))
			.leftJoin(toldIds, OF_THE_VEHICLE)
			.where(and(standsWith(clientId), isToVehicle(told), eq(TOLD_VEHICLE_ID, told)))
			.orderBy(desc(connections.updatedAt))
	);
	return found.find((one) => one.mode === mode) ?? found[0] ?? null;
}
