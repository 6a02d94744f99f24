import {
	ABANDONED,
	BRAND_UNSUPPORTED,
	GOING_ON,
	VEHICLE_INCOMPATIBLE,
	type Asked,
	type FunnelStep
} from '#lib/connect/funnel.ts';
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
	{ end: 'granted', short: words.granted, sentence: words.grantedText, tone: 'go' },
	{
		end: 'signed_in_again',
		short: words.signedInAgain,
		sentence: words.signedInAgainText,
		tone: 'go'
	},
	{ end: 'access_denied', short: words.denied, sentence: words.deniedText, tone: 'cost' },
	{
		end: BRAND_UNSUPPORTED,
		short: words.brandNotListed,
		sentence: words.brandNotListedText,
		tone: 'cost'
	},
	{
		end: VEHICLE_INCOMPATIBLE,
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
	{ end: 'no_vehicles', short: words.noVehicles, sentence: words.noVehiclesText, tone: 'cost' },
	{
		end: 'configuration_error',
		short: words.configurationError,
		sentence: words.configurationErrorText,
		tone: 'cost'
	},
	{ end: 'server_error', short: words.serverError, sentence: words.serverErrorText, tone: 'cost' },
	{
		end: 'user_manually_returned_to_application',
		short: words.wentBackApp,
		sentence: words.wentBackText,
		tone: 'plain'
	},
	{ end: ABANDONED, short: words.abandoned, sentence: words.abandonedText, tone: 'plain' },
	{ end: GOING_ON, short: words.stillGoingOn, sentence: words.stillGoingOnText, tone: 'plain' }
];

/** Words for an end; one that is not known keeps its own. */
export function wordsOfEnd(end: string): EndWords {
	const known = ENDS.find((known) => known.end === end);
	return known ?? { end, short: end, sentence: words.itEndedWith(end), tone: 'cost' };
}

/** Screens of the owner's journey. */
const SCREEN_NAMES: Readonly<Record<Screen, string>> = {
	preamble: words.introduction,
	brand: words.choiceOfBrand,
	unsupported: words.vehicleNotCompatible,
	login: words.signIn,
	grant: words.consent,
	finish: words.lastPage
};

/** @param make of the session; one whose brand is not known was told that it is not listed */
export function screenName(screen: Screen, make: string | null): string {
	return screen === 'unsupported' && make === null ? words.brandNotListed : SCREEN_NAMES[screen];
}

/** Steps from the link to the tokens: a word for a column, and what it means to have come to it. */
export const STEP_WORDS: Readonly<
	Record<FunnelStep, { readonly short: string; readonly reached: string }>
> = {
	opened: { short: words.opened, reached: words.openedReached },
	brand: { short: words.brand, reached: words.brandReached },
	'sign-in': { short: words.signIn, reached: words.signInReached },
	consent: { short: words.consent, reached: words.consentReached },
	granted: { short: words.granted, reached: words.grantedReached },
	exchanged: { short: words.exchanged, reached: words.exchangedReached }
};

/** What a session asked for, in few words. */
export function askedName(asked: Asked): string {
	if (typeof asked === 'number') return words.version(asked);
	return asked === 'link' ? words.scopeOfLink : words.newSignIn;
}

/**
 * A part of a whole in per cent, without decimals; empty when there is no whole. Neither nothing nor
 * everything is said of what is nearly so.
 */
export function share(part: number, whole: number): string {
	if (whole === 0) return '';
	const percent = Math.round((part / whole) * 100);
	if (percent === 0 && part > 0) return '< 1 %';
	return percent === 100 && part < whole ? '> 99 %' : `${percent} %`;
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
