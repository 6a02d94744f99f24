import { advance } from '#lib/vehicles/vehicle.ts';
import type { Context } from '../context.ts';
import { behindIn } from './behind.ts';
import { changeLives, type ChangedLife } from './change-life.ts';
import { findKept } from './vehicles.ts';

/** Vehicles that are written down at a time. */
const AT_A_TIME = 20;

/**
 * Keeps some lives up to now that were read and are far behind. One that somebody else kept meanwhile
 * stays: then it is not behind.
 *
 * @returns whether there are more
 */
export async function catchUp(context: Context): Promise<boolean> {
	const noted = behindIn(context);
	if (noted.size === 0) return false;
	const ids = [...noted].slice(0, AT_A_TIME);
	await changeLives(context, ids, async (transaction) => {
		const later: ChangedLife[] = [];
		for (const id of ids) {
			const kept = await findKept(transaction, id);
			if (!kept) continue;
			const change = { ...advance(kept.life, transaction.now), changed: [] };
			later.push({ ...kept, change });
		}
		return later;
	});
	for (const id of ids) noted.delete(id);
	return noted.size > 0;
}
