import { eq, inArray, sql } from 'drizzle-orm';
import { STANDING } from '../connect/standing.ts';
import { withName } from '../connect/vehicle-name.ts';
import type { Context } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { vehicles } from '../db/vehicle-schema.ts';

export interface NamedVehicle {
	/** Brand, model and year. */
	readonly name: string;
	/** An application that is connected to it; null where none is. */
	readonly clientId: string | null;
}

/** By their own ids. */
export async function nameVehicles(
	context: Context,
	ids: readonly string[]
): Promise<ReadonlyMap<string, NamedVehicle>> {
	if (ids.length === 0) return new Map();
	const rows = await context.read(({ db }) => {
		const standing = db
			.select({
				vehicleId: connections.vehicleId,
				clientId: sql<string>`min(${connections.clientId})`.as('one_client_id')
			})
			.from(connections)
			.where(STANDING)
			.groupBy(connections.vehicleId)
			.as('standing');
		return db
			.select({
				id: vehicles.id,
				make: vehicles.make,
				model: vehicles.model,
				year: vehicles.year,
				clientId: standing.clientId
			})
			.from(vehicles)
			.leftJoin(standing, eq(standing.vehicleId, vehicles.id))
			.where(inArray(vehicles.id, [...new Set(ids)]));
	});
	return new Map(rows.map((row) => [row.id, { name: withName(row).name, clientId: row.clientId }]));
}
