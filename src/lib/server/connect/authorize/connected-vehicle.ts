import type { ErrorAnswer } from '#lib/connect/connect-errors.ts';
import type { ConnectMode } from '#lib/connect/session-data.ts';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { connections, owners } from '../../db/connect-schema.ts';

export interface ConnectedVehicle {
	readonly vehicleId: string;
	readonly ownerId: string;
	readonly make: string;
	readonly mode: ConnectMode;
}

/**
 * The vehicle that an owner shall sign in for again. One answer for every id that the application
 * holds no connection to, so that it learns nothing of other vehicles.
 */
export async function connectedVehicle(
	context: Context,
	clientId: string,
	vehicleId: string
): Promise<ConnectedVehicle | ErrorAnswer> {
	const [found] = await context.read(async ({ db }) =>
		db
			.select({
				vehicleId: connections.vehicleId,
				ownerId: connections.ownerId,
				make: owners.make,
				mode: owners.mode
			})
			.from(connections)
			.innerJoin(owners, eq(owners.id, connections.ownerId))
			.where(
				and(eq(connections.clientId, clientId), eq(connections.vehicleId, vehicleId.toLowerCase()))
			)
	);
	return (
		found ?? {
			error: 'invalid_request',
			description: 'vehicle_id: The application is connected to no vehicle with this id.'
		}
	);
}
