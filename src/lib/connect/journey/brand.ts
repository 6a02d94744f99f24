import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import type { ConnectRequest } from '../session-data.ts';
import { makeOfVin } from '../vin-facts.ts';

/** The brand as far as it is decided, and the screen that comes next. */
export interface BrandStep {
	/** Brand key; null where none is known. */
	readonly make: string | null;
	readonly screen: 'brand' | 'login' | 'unsupported';
}

/** The brand is decided by the link's VIN, else by its make; one that is unknown is unsupported. */
export function afterPreamble({ singleSelectVin, make }: ConnectRequest): BrandStep {
	if (singleSelectVin !== null) {
		const decoded = makeOfVin(singleSelectVin);
		return { make: decoded, screen: decoded === null ? 'brand' : 'login' };
	}
	if (make === null) return { make: null, screen: 'brand' };
	const known = findMake(make, MAKES);
	return known ? { make: known.key, screen: 'login' } : { make: null, screen: 'unsupported' };
}

/** @param key of the brand; anything else means that the owner's brand is not listed */
export function afterBrand(key: string): BrandStep {
	const make = MAKES.find((known) => known.key === key)?.key ?? null;
	return { make, screen: make === null ? 'unsupported' : 'login' };
}
