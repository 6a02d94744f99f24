import { PERMISSION_NAMES, type PermissionName } from '#lib/access/permission.ts';
import type { ResponseType } from './session-data.ts';
import { parseChoices, type PassedScreen } from './session-tally.ts';

/** From the opened link to the tokens. Whoever comes to one has passed those before it, shown or skipped. */
export const FUNNEL_STEPS = [
	'opened',
	'brand',
	'sign-in',
	'consent',
	'granted',
	'exchanged'
] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/** Ends of the sessions that have no outcome. */
export const GOING_ON = 'going_on';
export const ABANDONED = 'abandoned';
/** The end of an owner whose brand is not listed; that of one whose vehicle is not keeps the outcome's name. */
export const BRAND_UNSUPPORTED = 'brand_unsupported';
export const VEHICLE_INCOMPATIBLE = 'vehicle_incompatible';
const DENIED = 'access_denied';

/** Outcomes after which the application has access. */
export const GRANTED_OUTCOMES = ['granted', 'signed_in_again'] as const;

/** What each screen is on the way. */
export const STEP_OF_SCREEN: Readonly<Record<PassedScreen, FunnelStep>> = {
	preamble: 'opened',
	brand: 'brand',
	login: 'sign-in',
	grant: 'consent'
};

/** What a session asked for: a version, the scope of its link, or no more than a new sign-in. */
export type Asked = number | 'link' | 'sign-in';

/** Sessions that are the same in all of this. */
export interface Alike {
	readonly outcome: string | null;
	readonly furthest: PassedScreen | null;
	readonly responseType: ResponseType;
	readonly make: string | null;
	readonly version: number | null;
	readonly choices: string | null;
	readonly count: number;
}

/** Sessions whose code was exchanged. */
export type Exchanged = Pick<Alike, 'make' | 'version' | 'count'>;

export interface StepCount {
	readonly step: FunnelStep;
	/** Sessions that came to it, or further. */
	readonly reached: number;
	/** Of these, how many came no further; none of the last one. */
	readonly left: number;
}

export function endOf({ outcome, make }: Pick<Alike, 'outcome' | 'make'>): string {
	if (outcome === VEHICLE_INCOMPATIBLE && make === null) return BRAND_UNSUPPORTED;
	return outcome ?? ABANDONED;
}

export function askedBy({ version, responseType }: Pick<Alike, 'version' | 'responseType'>): Asked {
	if (responseType === 'vehicle_id') return 'sign-in';
	return version ?? 'link';
}

/** How far sessions came that are alike, whatever became of a code. */
export function stepOf({
	outcome,
	furthest,
	responseType
}: Pick<Alike, 'outcome' | 'furthest' | 'responseType'>): FunnelStep {
	if (GRANTED_OUTCOMES.some((granted) => granted === outcome)) {
		return responseType === 'code' ? 'granted' : 'exchanged';
	}
	return furthest === null ? 'opened' : STEP_OF_SCREEN[furthest];
}

/** @param exchanged those of the sessions whose code was exchanged */
export function countSteps(
	alike: readonly Alike[],
	exchanged: readonly Exchanged[]
): readonly StepCount[] {
	const done = sum(exchanged);
	const furthest = FUNNEL_STEPS.map((step) => {
		const here = sum(alike.filter((sessions) => stepOf(sessions) === step));
		return step === 'granted' ? here - done : step === 'exchanged' ? here + done : here;
	});
	return FUNNEL_STEPS.map((step, place) => ({
		step,
		reached: furthest.slice(place).reduce((total, count) => total + count, 0),
		left: step === 'exchanged' ? 0 : (furthest[place] ?? 0)
	}));
}

/** The step at which most came no further, short of being granted; null where nobody is lost. */
export function mostLost<Counted extends StepCount>(steps: readonly Counted[]): Counted | null {
	const before = steps.slice(0, FUNNEL_STEPS.indexOf('granted'));
	const most = Math.max(0, ...before.map(({ left }) => left));
	return most === 0 ? null : (before.find(({ left }) => left === most) ?? null);
}

interface EndCount {
	readonly end: string;
	readonly count: number;
}

/**
 * Ends with their sessions, most first.
 *
 * @param goingOn how many of those without an outcome are not left alone yet
 */
export function countEnds(alike: readonly Alike[], goingOn: number): readonly EndCount[] {
	const counts = new Map([
		[GOING_ON, goingOn],
		[ABANDONED, -goingOn]
	]);
	for (const sessions of alike) {
		const end = endOf(sessions);
		counts.set(end, (counts.get(end) ?? 0) + sessions.count);
	}
	return [...counts]
		.map(([end, count]) => ({ end, count }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count || (a.end < b.end ? -1 : 1));
}

/** What became of the consent screens that owners saw. */
export interface RefusalCounts {
	/** Sessions in which it was seen. */
	readonly seen: number;
	/** Of these, how many refused everything. */
	readonly denied: number;
	/** Optional permissions, the one with the largest share of refusals first. */
	readonly permissions: readonly {
		readonly name: PermissionName;
		/** Sessions in which it was seen as optional. */
		readonly seen: number;
		/** Of these, how many granted the rest without it. */
		readonly refused: number;
	}[];
}

export function countRefusals(alike: readonly Alike[]): RefusalCounts {
	const seen = alike.filter(({ furthest }) => furthest === 'grant');
	const choices = seen.flatMap(({ choices, count }) =>
		parseChoices(choices ?? '').map((choice) => ({ ...choice, count }))
	);
	return {
		seen: sum(seen),
		denied: sum(seen.filter(({ outcome }) => outcome === DENIED)),
		permissions: PERMISSION_NAMES.map((name) => {
			const mine = choices.filter((choice) => choice.name === name);
			return { name, seen: sum(mine), refused: sum(mine.filter(({ refused }) => refused)) };
		})
			.filter(({ seen }) => seen > 0)
			.sort((a, b) => b.refused / b.seen - a.refused / a.seen || b.seen - a.seen)
	};
}

export function sum(counted: readonly { readonly count: number }[]): number {
	return counted.reduce((total, { count }) => total + count, 0);
}
