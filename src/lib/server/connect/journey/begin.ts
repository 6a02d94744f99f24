import { afterBrand, afterPreamble } from '#lib/connect/journey/brand.ts';
import type { Context } from '../../context.ts';
import { goTo, takeOneStep, type Next, type Traveller } from './step.ts';

/** What the owner chooses on the first screen. */
export interface Preamble {
	/** ISO 3166-1 alpha-2. */
	readonly country: string | null;
	readonly language: string;
}

/** Leaves the first screen. */
export function begin(context: Context, traveller: Traveller, preamble: Preamble): Promise<Next> {
	return takeOneStep(context, traveller, 'preamble', (transaction, session) => {
		const { make, screen } = afterPreamble(session.request);
		return goTo(transaction, session, screen, { ...preamble, make });
	});
}

/** @param key of the brand; anything else means that the owner's brand is not listed */
export function pickBrand(context: Context, traveller: Traveller, key: string): Promise<Next> {
	return takeOneStep(context, traveller, 'brand', (transaction, session) => {
		const { make, screen } = afterBrand(key);
		return goTo(transaction, session, screen, { make, accountId: null });
	});
}
