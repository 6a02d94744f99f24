import { eq, inArray } from 'drizzle-orm';
import { connections } from '../db/connect-schema.ts';
import type { Glimpse } from '../watch.ts';
import { vehicleAccounts, vehicleLives, vehicles } from '../db/vehicle-schema.ts';

/**
 * What tells whether something became of vehicles or of what reaches them, without reading their lives.
 *
 * @returns by the vehicles' own ids
 */
export const glimpseVehicles: Glimpse = async (context, ids) => {
	if (ids.length === 0) return new Map();
	return context.read(async ({ db, now, machineNow, frozen }) => {
		const rows = await db
			.select({
				id: vehicles.id,
				deletedAt: vehicles.deletedAt,
				revision: vehicleLives.revision,
				passwordChanges: vehicleAccounts.passwordChanges
			})
			.from(vehicles)
			.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, vehicles.accountId))
			.leftJoin(vehicleLives, eq(vehicleLives.vehicleId, vehicles.id))
			.where(inArray(vehicles.id, [...ids]));
		const reached = await db
			.select({
				vehicleId: connections.vehicleId,
				updatedAt: connections.updatedAt,
				endedAt: connections.endedAt
			})
			.from(connections)
			.where(inArray(connections.vehicleId, [...ids]))
			.orderBy(connections.id);
		const clock = frozen ? now : `+${now - machineNow}`;
		const reachedBy = Map.groupBy(reached, ({ vehicleId }) => vehicleId);
		return new Map(
			rows.map((row) => [row.id, JSON.stringify([row, reachedBy.get(row.id) ?? [], clock])])
		);
	});
};
