import type { Problem } from '#lib/access/configuration.ts';
import { seed } from '../../applications/seed/seed.ts';
import type { SeededApplication, WantedApplication } from '../../applications/seed/wanted.ts';
import type { Context, Transaction } from '../../context.ts';
import {
	applyVehicles,
	planVehicles,
	type SeededVehicle,
	type SeedVehicle
} from '../../fleet/seed-vehicles.ts';
import { seedWebhook, type SeededWebhook, type SeedWebhook } from './seed-webhooks.ts';
import { wordFault } from './seed-words.ts';
import { wordNotAdded } from './vehicle-words.ts';

/** What a seed wants, read. */
export interface WantedSeed {
	readonly applications: readonly WantedApplication[];
	readonly vehicles: readonly SeedVehicle[];
	readonly webhooks: readonly SeedWebhook[];
}

export type SeededAll =
	| {
			readonly ok: true;
			readonly applications: readonly SeededApplication[];
			readonly vehicles: readonly SeededVehicle[];
			/** Whose receivers are asked to prove themselves once this is committed. */
			readonly webhooks: readonly SeededWebhook[];
	  }
	/** Nothing was changed. */
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** Takes back what was made until then. */
class Unfit extends Error {
	readonly problem: Problem;

	constructor(problem: Problem) {
		super('');
		this.problem = problem;
	}
}

/**
 * Makes applications, vehicles and webhooks as they are wanted, all of them or none. Within a
 * transaction it is for who began that to take back what is left of a refusal.
 */
export async function seedAll(context: Context, wanted: WantedSeed): Promise<SeededAll> {
	try {
		return await context.write((transaction) => seedWithin(transaction, wanted));
	} catch (error) {
		if (error instanceof Unfit) return { ok: false, problems: [error.problem] };
		throw error;
	}
}

async function seedWithin(transaction: Transaction, wanted: WantedSeed): Promise<SeededAll> {
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
	const vehicles = await applyVehicles(transaction, plan);
	const webhooks: SeededWebhook[] = [];
	for (const one of wanted.webhooks) {
		const made = await seedWebhook(transaction, one);
		if ('problem' in made) throw new Unfit(made.problem);
		webhooks.push(made);
	}
	return { ok: true, applications, vehicles, webhooks };
}
