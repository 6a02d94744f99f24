import type { Problem } from '#lib/access/configuration.ts';
import { seed } from '../../applications/seed/seed.ts';
import type { SeededApplication, WantedApplication } from '../../applications/seed/wanted.ts';
import type { Context } from '../../context.ts';
import {
	applyVehicles,
	planVehicles,
	type SeededVehicle,
	type SeedVehicle
} from '../../fleet/seed-vehicles.ts';
import { wordFault } from './seed-words.ts';
import { wordNotAdded } from './vehicle-words.ts';

/** What a seed wants, read. */
export interface WantedSeed {
	readonly applications: readonly WantedApplication[];
	readonly vehicles: readonly SeedVehicle[];
}

export type SeededAll =
	| {
			readonly ok: true;
			readonly applications: readonly SeededApplication[];
			readonly vehicles: readonly SeededVehicle[];
	  }
	/** Nothing was changed. */
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Makes applications and vehicles as they are wanted, all of them or none. */
export function seedAll(context: Context, wanted: WantedSeed): Promise<SeededAll> {
	return context.write(async (transaction) => {
		const { plan, faults } = await planVehicles(transaction, wanted.vehicles);
		if (faults.length > 0) {
			const problems = faults.map(({ vehicle, code }) => {
				const { path, message } = wordNotAdded(code);
				return { path: `vehicles[${vehicle}].${path}`, message };
			});
			return { ok: false, problems };
		}
		const seeded = await seed(transaction, wanted.applications);
		if (!seeded.ok) return { ok: false, problems: seeded.faults.map(wordFault) };
		const { applications } = seeded;
		return { ok: true, applications, vehicles: await applyVehicles(transaction, plan) };
	});
}
