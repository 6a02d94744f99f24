import type { Context } from '../context.ts';
import { AGINGS } from './ages.ts';

/** Rows that one write removes, so that others do not wait for long. */
export const ROWS_AT_A_TIME = 200;

/**
 * Removes some of what is too old, in one short write; nothing is written where nothing is.
 *
 * @returns whether something was found, so that there may be more
 */
export async function pruneSome(context: Context): Promise<boolean> {
	for (const aging of AGINGS) {
		const age = aging.keep(context.settings);
		if (age === null) continue;
		const before = context.machineNow - age;
		const old = await context.read(({ db }) => aging.find(db, before, ROWS_AT_A_TIME));
		if (old.length === 0) continue;
		await context.write(({ db }) => aging.remove(db, old, before));
		return true;
	}
	return false;
}
