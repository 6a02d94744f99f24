import type { ToldVehicle } from './bodies/vehicle.ts';
import type { Reach } from './reach.ts';

/** A vehicle that is reached, as its application knows it. */
export function toldBody({ told, vehicle }: Pick<Reach, 'told' | 'vehicle'>): ToldVehicle {
	const { make, model, year, profile } = vehicle;
	return { id: told.id, make, model, year, mode: told.mode, powertrain: profile.powertrain };
}
