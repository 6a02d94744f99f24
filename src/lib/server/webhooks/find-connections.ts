import { and, eq, or } from 'drizzle-orm';
import { standsWith } from '../connect/standing.ts';
import { OF_THE_VEHICLE, TOLD_VEHICLE_ID } from '../connect/told-ids.ts';
import type { Transaction } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { toldIds } from '../db/vehicle-schema.ts';

/**
 * The connections that an application has to a vehicle, one in each mode at most; part of a transaction.
 *
 * @param vehicleId its own, or that by which the application knows it
 */
export async function findConnectionsTo(
	{ db }: Transaction,
	clientId: string,
	vehicleId: string
): Promise<readonly string[]> {
	const found = await db
		.select({ id: connections.id })
		.from(connections)
		.leftJoin(toldIds, OF_THE_VEHICLE)
		.where(
			and(
				standsWith(clientId),
				or(eq(connections.vehicleId, vehicleId), eq(TOLD_VEHICLE_ID, vehicleId))
			)
		);
	return found.map(({ id }) => id);
}
