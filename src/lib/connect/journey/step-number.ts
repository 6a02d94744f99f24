import type { ConnectRequest, Screen } from '../session-data.ts';

/** Where an owner stands on the way from the app and back to it. */
export interface StepNumber {
	readonly step: number;
	readonly of: number;
}

/** What owners do: begin, enter their vehicle account, decide, and go back. */
const STEPS: Readonly<Record<Screen, number>> = {
	preamble: 1,
	// A link may name the brand: one step, so that none is left out.
	brand: 2,
	login: 2,
	unsupported: 2,
	grant: 3,
	finish: 4
};

/** @returns the step of a screen, of all those of such a request */
export function stepNumber(
	screen: Screen,
	{ responseType }: Pick<ConnectRequest, 'responseType'>
): StepNumber {
	// Who signs in again decides nothing anew.
	const isSignIn = responseType === 'vehicle_id';
	const step = STEPS[screen];
	return isSignIn ? { step: Math.min(step, 3), of: 3 } : { step, of: 4 };
}
