import { asc, eq, inArray, sql } from 'drizzle-orm';
import { STANDING, standsWith } from '../connect/standing.ts';
import { withName } from '../connect/vehicle-name.ts';
import type { Context } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { toldIds, vehicles } from '../db/vehicle-schema.ts';

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

/** By the ids under which applications or the sandbox know them; those that nobody has are left out. */
export async function nameKnownVehicles(
	context: Context,
	ids: readonly string[]
): Promise<ReadonlyMap<string, string>> {
	if (ids.length === 0) return new Map();
	const told = await context.read(({ db }) =>
		db
			.select({ id: toldIds.id, own: toldIds.vehicleId })
			.from(toldIds)
			.where(inArray(toldIds.id, [...new Set(ids)]))
	);
	const own = new Map(told.flatMap(({ id, own }) => (own === null ? [] : [[id, own] as const])));
	const names = await nameVehicles(context, [...ids, ...own.values()]);
	return new Map(
		ids.flatMap((id) => {
			const named = names.get(id) ?? names.get(own.get(id) ?? '');
			return named ? [[id, named.name] as const] : [];
		})
	);
}

/** Vehicles that are told of at most. */
const MOST_CONNECTED = 50;

/** Those that an application is connected to, each once, by their own ids. */
export async function listConnectedVehicles(
	context: Context,
	clientId: string
): Promise<readonly { readonly id: string; readonly name: string }[]> {
	const { id, make, model, year } = vehicles;
	const rows = await context.read(({ db }) =>
		db
			.selectDistinct({ id, make, model, year })
			.from(connections)
			.innerJoin(vehicles, eq(id, connections.vehicleId))
			.where(standsWith(clientId))
			.orderBy(asc(make), asc(model), asc(year), asc(id))
			.limit(MOST_CONNECTED)
	);
	return rows.map((row) => ({ id: row.id, name: withName(row).name }));
}
