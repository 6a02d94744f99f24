import type { Vehicle } from '#lib/vehicles/kept.ts';
import type { Delays } from '#lib/vehicles/platform/fetching.ts';
import { askForFetch } from '#lib/vehicles/platform/read.ts';
import type { Context } from '../context.ts';
import { keepLife } from './lives.ts';
import { findVehicle } from './vehicles.ts';

/** How a vehicle answers, and how long what it says is on its way. */
export interface Tuning {
	readonly behaviour: Vehicle['behaviour'];
	readonly delays: Delays;
}

/** @returns false where there is no such vehicle, or no longer */
export function tuneVehicle(context: Context, vehicleId: string, tuning: Tuning): Promise<boolean> {
	return changeLife(context, vehicleId, (life) => ({ ...life, ...tuning }));
}

/** Has the platform fetch now what the brand knows of a vehicle. */
export function fetchNow(context: Context, vehicleId: string): Promise<boolean> {
	return changeLife(context, vehicleId, askForFetch);
}

function changeLife(
	context: Context,
	vehicleId: string,
	change: (life: Vehicle) => Vehicle
): Promise<boolean> {
	return context.write(async (transaction) => {
		const vehicle = await findVehicle(transaction, vehicleId);
		if (!vehicle || vehicle.deletedAt !== null) return false;
		return keepLife(transaction, vehicle, change(vehicle.life));
	});
}
