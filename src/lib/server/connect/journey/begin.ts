import { MAKES } from '#lib/access/catalog/makes.ts';
import { findMake } from '#lib/access/catalog/find-make.ts';
import type { Context } from '../../context.ts';
import type { ConnectRequest, Screen } from '#lib/connect/session-data.ts';
import { takeStep } from '../sessions.ts';
import { makeOfVin } from '#lib/connect/vin-facts.ts';
import { takeOneStep, type Next, type Traveller } from './step.ts';

/** What the owner chooses on the first screen. */
export interface Preamble {
	/** ISO 3166-1 alpha-2. */
	readonly country: string | null;
	readonly language: string;
}

/** Leaves the first screen. */
export function begin(context: Context, traveller: Traveller, preamble: Preamble): Promise<Next> {
	return takeOneStep(context, traveller, 'preamble', async (transaction, session) => {
		const { make, screen } = afterPreamble(session.request);
		await takeStep(transaction, session, screen, { ...preamble, make });
		return { kind: 'screen', screen };
	});
}

/** The brand is decided by the link's VIN, else by its make; one that is unknown is unsupported. */
function afterPreamble({ singleSelectVin, make }: ConnectRequest): {
	readonly make: string | null;
	readonly screen: Screen;
} {
	if (singleSelectVin !== null) {
		const decoded = makeOfVin(singleSelectVin);
		return { make: decoded, screen: decoded === null ? 'brand' : 'login' };
	}
	if (make === null) return { make: null, screen: 'brand' };
	const known = findMake(make, MAKES);
	return known ? { make: known.key, screen: 'login' } : { make: null, screen: 'unsupported' };
}

/** @param key of the brand; anything else means that the owner's brand is not listed */
export function pickBrand(context: Context, traveller: Traveller, key: string): Promise<Next> {
	return takeOneStep(context, traveller, 'brand', async (transaction, session) => {
		const make = MAKES.find((known) => known.key === key)?.key ?? null;
		const screen = make === null ? 'unsupported' : 'login';
		await takeStep(transaction, session, screen, { make, ownerId: null });
		return { kind: 'screen', screen };
	});
}
