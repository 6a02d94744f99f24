import type { PowertrainFilter } from '#lib/access/kept.ts';
import { keepsSomeOut, keptOut, type KeptOut } from '#lib/access/powertrain-filter.ts';
import { profileOfVehicle, type VehicleKind } from '#lib/vehicles/profiles/profile-of-vehicle.ts';
import { count, eq } from 'drizzle-orm';
import { readPowertrainFilter } from '../applications/powertrain-filter.ts';
import type { Context, Transaction } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { vehicles } from '../db/vehicle-schema.ts';
import { standsWith } from './standing.ts';

/** A vehicle that an application does not want, and why. */
export interface KeptOutVehicle<V> {
	readonly vehicle: V;
	readonly why: KeptOut;
}

/** Parts the vehicles of an account by an application's filter; part of a transaction. */
export async function partVehicles<V extends VehicleKind>(
	transaction: Transaction,
	clientId: string,
	found: readonly V[]
): Promise<{ readonly letIn: readonly V[]; readonly keptOut: readonly KeptOutVehicle<V>[] }> {
	const filter = await readPowertrainFilter(transaction, clientId);
	const judged = found.map((vehicle) => ({ vehicle, why: whyKeptOut(filter, vehicle) }));
	return {
		letIn: judged.flatMap(({ vehicle, why }) => (why ? [] : [vehicle])),
		keptOut: judged.flatMap(({ vehicle, why }) => (why ? [{ vehicle, why }] : []))
	};
}

/** How many connected vehicles a filter would keep out, were they connected today. */
export async function countKeptOut(
	context: Context,
	clientId: string,
	filter: PowertrainFilter
): Promise<number> {
	if (!keepsSomeOut(filter)) return 0;
	const kind = {
		profile: vehicles.profile,
		make: vehicles.make,
		model: vehicles.model,
		level: vehicles.level
	};
	const kinds = await context.read(({ db }) =>
		db
			.select({ ...kind, count: count() })
			.from(connections)
			.innerJoin(vehicles, eq(vehicles.id, connections.vehicleId))
			.where(standsWith(clientId))
			.groupBy(...Object.values(kind))
	);
	return kinds
		.filter((one) => whyKeptOut(filter, one) !== null)
		.reduce((sum, one) => sum + one.count, 0);
}

function whyKeptOut(filter: PowertrainFilter | null, vehicle: VehicleKind): KeptOut | null {
	return keptOut(filter, profileOfVehicle(vehicle).powertrain);
}
