import { PROFILES } from '#lib/vehicles/profiles/profiles.ts';
import type { Context } from '../context.ts';
import { addVehicle } from './add-vehicle.ts';

/** Adds a vehicle of each kind there is, on an account of its own. @returns how many */
export function addKinds(context: Context): Promise<number> {
	return context.write(async (transaction) => {
		let added = 0;
		for (const { id, model, year } of PROFILES) {
			const outcome = await addVehicle(transaction, { profile: id, model, year });
			if (outcome.ok) added += 1;
		}
		return added;
	});
}
