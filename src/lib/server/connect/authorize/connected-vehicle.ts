import type { ConnectedVehicle } from '#lib/connect/authorize/read-request.ts';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { connections, vehicleAccounts } from '../../db/connect-schema.ts';

/** @returns null for every id that the application holds no connection to. */
export async function findConnectedVehicle(
	context: Context,
	clientId: string,
	vehicleId: string
): Promise<ConnectedVehicle | null> {
	const [found] = await context.read(async ({ db }) =>
		db
			.select({
				vehicleId: connections.vehicleId,
				make: vehicleAccounts.make,
				mode: vehicleAccounts.mode
			})
			.from(connections)
			.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, connections.accountId))
			.where(
				and(eq(connections.clientId, clientId), eq(connections.vehicleId, vehicleId.toLowerCase()))
			)
	);
	return found ?? null;
}
