import type { Vehicle } from '#lib/vehicles/kept.ts';
import type { Delays } from '#lib/vehicles/platform/fetching.ts';
import { askForFetch } from '#lib/vehicles/platform/read.ts';
import { advance } from '#lib/vehicles/vehicle.ts';
import type { Context } from '../context.ts';
import { changeLife, type LifeChange } from './change-life.ts';

/** How a vehicle answers, and how long what it says is on its way. */
export interface Tuning {
	readonly behaviour: Vehicle['behaviour'];
	readonly delays: Delays;
}

/** @returns false where there is no such vehicle, or no longer */
export function tuneVehicle(context: Context, vehicleId: string, tuning: Tuning): Promise<boolean> {
	return handle(context, vehicleId, (vehicle) => ({ ...vehicle, ...tuning }));
}

/** Has the platform fetch now what the brand knows of a vehicle. */
export function fetchNow(context: Context, vehicleId: string): Promise<boolean> {
	return handle(context, vehicleId, askForFetch);
}

/** Changes what is around a vehicle, and no signal of it; until then it lives as it does. */
async function handle(
	context: Context,
	vehicleId: string,
	change: (vehicle: Vehicle) => Vehicle
): Promise<boolean> {
	const done = await changeLife(context, vehicleId, (life, now) => ({
		change: handled(life, now, change),
		outcome: true
	}));
	return done ?? false;
}

/** What happens until then is told, as by everything else that a life is kept for. */
export function handled(
	life: Vehicle,
	now: number,
	change: (vehicle: Vehicle) => Vehicle
): LifeChange {
	const { vehicle, moments } = advance(life, now);
	return { vehicle: change(vehicle), moments, changed: [] };
}
