import type { ConnectStep, Screen } from '#lib/connect/session-data.ts';

interface EndWords {
	readonly end: string;
	/** Few words, for a badge. */
	readonly short: string;
	/** What happened, as a sentence. */
	readonly sentence: string;
	readonly tone: 'go' | 'cost' | 'plain';
}

/** How a session can end, in the order of the filter. */
export const ENDS: readonly EndWords[] = [
	{
		end: 'granted',
		short: 'Granted',
		sentence: 'The owner granted access and a vehicle is connected.',
		tone: 'go'
	},
	{
		end: 'signed_in_again',
		short: 'Signed in again',
		sentence: 'The owner signed in again for a connected vehicle.',
		tone: 'go'
	},
	{
		end: 'access_denied',
		short: 'Denied',
		sentence: 'The owner denied access.',
		tone: 'cost'
	},
	{
		end: 'vehicle_incompatible',
		short: 'Vehicle not compatible',
		sentence: 'The brand or the vehicle is not supported.',
		tone: 'cost'
	},
	{
		end: 'invalid_subscription',
		short: 'No subscription',
		sentence: 'The owner’s subscription to connected services is missing or has ended.',
		tone: 'cost'
	},
	{
		end: 'no_vehicles',
		short: 'No vehicles',
		sentence: 'The account that the owner signed in with holds no vehicle.',
		tone: 'cost'
	},
	{
		end: 'configuration_error',
		short: 'Configuration error',
		sentence: 'The link or the application is set up wrongly.',
		tone: 'cost'
	},
	{
		end: 'server_error',
		short: 'Server error',
		sentence: 'Something failed on the way that neither the owner nor the app caused.',
		tone: 'cost'
	},
	{
		end: 'user_manually_returned_to_application',
		short: 'Went back to the app',
		sentence: 'The owner went back to the app before the end.',
		tone: 'cost'
	},
	{
		end: 'abandoned',
		short: 'Abandoned',
		sentence: 'The owner took no further step, and the session ran out of time.',
		tone: 'plain'
	},
	{
		end: 'going_on',
		short: 'Still going on',
		sentence: 'The session has not ended yet.',
		tone: 'plain'
	}
];

/** Words for an end; one that is not known keeps its own. */
export function wordsOfEnd(end: string): EndWords {
	const known = ENDS.find((words) => words.end === end);
	return known ?? { end, short: end, sentence: `It ended with ${end}.`, tone: 'cost' };
}

/** Screens of the owner's journey, and what it means to have reached each. */
export const SCREEN_WORDS: Readonly<Record<Screen, { name: string; reached: string }>> = {
	preamble: { name: 'Introduction', reached: 'Saw the first screen' },
	brand: { name: 'Choice of brand', reached: 'Came to the choice of brand' },
	unsupported: {
		name: 'Brand not supported',
		reached: 'Were told that the brand is not supported'
	},
	login: { name: 'Sign-in', reached: 'Came to the sign-in' },
	grant: { name: 'Consent', reached: 'Came to the consent' },
	finish: { name: 'Last page', reached: 'Finished with access' }
};

export function count(number: number, noun: string): string {
	return `${new Intl.NumberFormat('en').format(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** A part of a whole in per cent, without decimals; empty when there is no whole. */
export function share(part: number, whole: number): string {
	return whole === 0 ? '' : `${Math.round((part / whole) * 100)} %`;
}

/** A span of milliseconds in words, e.g. `2 min 5 s`. */
export function span(milliseconds: number): string {
	const seconds = Math.max(0, Math.round(milliseconds / 1000));
	const minutes = Math.floor(seconds / 60);
	return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}

/** Time between the start of a session and each of its steps. */
export function stepSpans(steps: readonly ConnectStep[], startedAt: number): readonly string[] {
	return steps.map(({ at }) => span(at - startedAt));
}
