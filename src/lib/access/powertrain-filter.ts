import type { PowertrainFilter } from './kept.ts';

/** What an application ticks; a hybrid that is never plugged in counts as ICE. */
export const FILTERED_POWERTRAINS = ['ICE', 'BEV', 'PHEV'] as const;
export type FilteredPowertrain = (typeof FILTERED_POWERTRAINS)[number];

/** What drives a vehicle; null where nobody can tell. */
export type Powertrain = FilteredPowertrain | 'HEV' | null;

/** Without a filter of its own, an application lets in whatever comes. */
export const LETS_ALL_IN: PowertrainFilter = {
	ICE: true,
	BEV: true,
	PHEV: true,
	allowUnknownPowertrain: true
};

/** Why a vehicle is kept out. */
export interface KeptOut {
	/** False where what drives it is known, and not wanted. */
	readonly unknown: boolean;
	/** What would be let in. */
	readonly wanted: readonly FilteredPowertrain[];
}

/** What is ticked, in the order of the boxes. */
export function tickedOf(filter: PowertrainFilter): readonly FilteredPowertrain[] {
	return FILTERED_POWERTRAINS.filter((name) => filter[name]);
}

/** With none ticked it keeps nobody out, as with all of them. */
export function keepsSomeOut(filter: PowertrainFilter): boolean {
	const { length } = tickedOf(filter);
	return length > 0 && length < FILTERED_POWERTRAINS.length;
}

/** @returns null for a vehicle that may be connected */
export function keptOut(filter: PowertrainFilter | null, powertrain: Powertrain): KeptOut | null {
	if (!filter || !keepsSomeOut(filter)) return null;
	const wanted = tickedOf(filter);
	if (powertrain === null) {
		return filter.allowUnknownPowertrain ? null : { unknown: true, wanted };
	}
	const counted = powertrain === 'HEV' ? 'ICE' : powertrain;
	return filter[counted] ? null : { unknown: false, wanted };
}
