import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';

interface VehicleFacts {
	/** Brand key. */
	readonly make: string;
	readonly model: string;
	readonly year: number;
}

/** A vehicle with its brand as people write it, and with brand, model and year in one. */
export function withName<Vehicle extends VehicleFacts>(vehicle: Vehicle) {
	const make = findMake(vehicle.make, MAKES)?.name ?? vehicle.make;
	return { ...vehicle, make, name: `${make} ${vehicle.model} ${vehicle.year}` };
}
