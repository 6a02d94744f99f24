import type { ConnectStep, Screen } from '#lib/connect/session-data.ts';
import * as words from './words.en.ts';

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
		short: words.granted,
		sentence: words.grantedText,
		tone: 'go'
	},
	{
		end: 'signed_in_again',
		short: words.signedInAgain,
		sentence: words.signedInAgainText,
		tone: 'go'
	},
	{
		end: 'access_denied',
		short: words.denied,
		sentence: words.deniedText,
		tone: 'cost'
	},
	{
		end: 'vehicle_incompatible',
		short: words.vehicleNotCompatible,
		sentence: words.vehicleNotCompatibleText,
		tone: 'cost'
	},
	{
		end: 'invalid_subscription',
		short: words.noSubscription,
		sentence: words.noSubscriptionText,
		tone: 'cost'
	},
	{
		end: 'no_vehicles',
		short: words.noVehicles,
		sentence: words.noVehiclesText,
		tone: 'cost'
	},
	{
		end: 'configuration_error',
		short: words.configurationError,
		sentence: words.configurationErrorText,
		tone: 'cost'
	},
	{
		end: 'server_error',
		short: words.serverError,
		sentence: words.serverErrorText,
		tone: 'cost'
	},
	{
		end: 'user_manually_returned_to_application',
		short: words.wentBackApp,
		sentence: words.wentBackText,
		tone: 'cost'
	},
	{
		end: 'abandoned',
		short: words.abandoned,
		sentence: words.abandonedText,
		tone: 'plain'
	},
	{
		end: 'going_on',
		short: words.stillGoingOn,
		sentence: words.stillGoingOnText,
		tone: 'plain'
	}
];

/** Words for an end; one that is not known keeps its own. */
export function wordsOfEnd(end: string): EndWords {
	const known = ENDS.find((known) => known.end === end);
	return known ?? { end, short: end, sentence: words.itEndedWith(end), tone: 'cost' };
}

/** Screens of the owner's journey, and what it means to have reached each. */
export const SCREEN_WORDS: Readonly<Record<Screen, { name: string; reached: string }>> = {
	preamble: { name: words.introduction, reached: words.introductionReached },
	brand: { name: words.choiceOfBrand, reached: words.choiceOfBrandReached },
	unsupported: {
		name: words.notSupported,
		reached: words.notSupportedReached
	},
	login: { name: words.signIn, reached: words.signInReached },
	grant: { name: words.consent, reached: words.consentReached },
	finish: { name: words.lastPage, reached: words.lastPageReached }
};

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

/**
 * Time between the first step of a session and each. Its start may have been moved, with the clock of
 * the sandbox, and its steps were not.
 */
export function stepSpans(steps: readonly ConnectStep[]): readonly string[] {
	const first = steps[0]?.at ?? 0;
	return steps.map(({ at }) => span(at - first));
}
