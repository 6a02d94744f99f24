import type { Context } from '../../context.ts';
import { applications } from '../../db/schema.ts';
import { applyChange } from './apply.ts';
import { faultsOf, judgeApplication } from './judge.ts';
import { findStanding } from './standing.ts';
import type { PlacedFault, SeededApplication, WantedApplication } from './wanted.ts';

export type SeedOutcome =
	| { readonly ok: true; readonly applications: readonly SeededApplication[] }
	/** Nothing was changed. */
	| { readonly ok: false; readonly faults: readonly PlacedFault[] };

/**
 * Makes applications as they are wanted, all of them or none, in one transaction. The same again
 * changes nothing. What a seed does not name stays: applications, redirect URIs, secrets, versions.
 */
export function seed(context: Context, wanted: readonly WantedApplication[]): Promise<SeedOutcome> {
	return context.write(async (transaction) => {
		const limit = context.settings.maxApplications;
		let count = await transaction.db.$count(applications);
		const faults: PlacedFault[] = [];
		const plans = [];
		for (const [application, one] of wanted.entries()) {
			const standing = await findStanding(transaction, one.clientId);
			const change = judgeApplication(one, standing, transaction.key);
			plans.push({ one, standing, change });
			const first = wanted.findIndex(({ clientId }) => clientId === one.clientId);
			const own = faultsOf(one, standing, change).map((fault) => ({ ...fault, application }));
			faults.push(...own);
			if (first < application) {
				const fault = { code: 'client-id-twice', data: { first } } as const;
				faults.push({ application, redirectUri: null, fault });
			} else if (change.isNew && (count += 1) > limit) {
				const fault = { code: 'too-many-applications', data: { limit } } as const;
				faults.push({ application, redirectUri: null, fault });
			}
		}
		if (faults.length > 0) return { ok: false, faults };
		const seeded: SeededApplication[] = [];
		for (const { one, standing, change } of plans) {
			seeded.push(await applyChange(transaction, one, standing, change));
		}
		return { ok: true, applications: seeded };
	});
}
