import type { PermissionName } from '#lib/access/permission.ts';

/**
 * What has to hold for a webhook to tell of a vehicle, in the order in which the server asks: who is
 * told, about what, whether there is anything to tell, and what became of it.
 */
export const WHY_CONDITIONS = [
	'exists',
	'verified',
	'enabled',
	'connected',
	'subscribed',
	'reached',
	'triggers',
	'granted',
	'capable',
	'changed',
	'looked',
	'fired',
	'delivered'
] as const;

type WhyCondition = (typeof WHY_CONDITIONS)[number];

/** A signal at the fetch that is looked at; times are milliseconds of the rehearsal. */
export interface TriggerFacts {
	readonly code: string;
	readonly missing: readonly PermissionName[];
	readonly capable: boolean;
	readonly changed: boolean;
}

/** What is known about a webhook, a vehicle and a moment. */
export interface WhyFacts {
	readonly moment: number;
	readonly webhook: {
		readonly createdAt: number;
		readonly verifiedAt: number | null;
		readonly disabledAt: number | null;
	} | null;
	/** The one that stands. */
	readonly connection: { readonly since: number } | null;
	readonly subscription: {
		readonly since: number;
		/** Up to which fetch it was looked at; null before the first. */
		readonly watchedUntil: number | null;
		/** Until when no fetch brings anything; null for ever. */
		readonly lookAt: number | null;
	} | null;
	/** What every call to the vehicle is refused with before it is asked; null where it is asked. */
	readonly refused: 'AUTHENTICATION_FAILED' | 'VEHICLE_MISSING' | 'fault' | null;
	readonly triggers: readonly TriggerFacts[];
	/** Signals that changed at that fetch and are no triggers. */
	readonly otherChanges: readonly string[];
	/** When that fetch was; null where what the vehicle told then is no longer kept. */
	readonly fetchedAt: number | null;
	/** What was told about the vehicle around the moment. */
	readonly event: { readonly state: 'waiting' | 'delivered' | 'dropped' } | null;
}

/** What makes a condition hold from now on. */
export type Mend =
	| 'make'
	| 'verify'
	| 'enable'
	| 'connect'
	| 'subscribe'
	| 'sign-in'
	| 'choose-triggers'
	| 'ask-again'
	| 'change-vehicle'
	| 'move-clock'
	| 'open-delivery';

export interface WhyLink {
	readonly condition: WhyCondition;
	readonly state: 'held' | 'failed' | 'unknown' | 'not-reached';
	/** Since when it holds, where it does so only since the moment. */
	readonly since: number | null;
}

export interface Why {
	readonly links: readonly WhyLink[];
	/** The first that fails, or is not known any more; null where all was told and taken. */
	readonly stopped: WhyCondition | null;
	/** Null where there is nothing to do, or nothing more. */
	readonly mend: Mend | null;
}

type Found = Pick<WhyLink, 'state' | 'since'> & { readonly mend: Mend | null };

const HELD: Found = { state: 'held', since: null, mend: null };
const UNKNOWN: Found = { state: 'unknown', since: null, mend: null };

const failed = (mend: Mend | null): Found => ({ state: 'failed', since: null, mend });

/** Goes through the conditions until one does not hold: what follows it was not asked. */
export function explainWhy(facts: WhyFacts): Why {
	const found = WHY_CONDITIONS.map((condition) => ({ condition, ...find(condition, facts) }));
	const last = found.findIndex(({ state }) => state !== 'held');
	const stop = found[last] ?? null;
	return {
		links: found.map(({ condition, state, since }, index) =>
			stop === null || index <= last
				? { condition, state, since }
				: { condition, state: 'not-reached', since: null }
		),
		stopped: stop?.condition ?? null,
		mend: stop?.mend ?? null
	};
}

function find(condition: WhyCondition, facts: WhyFacts): Found {
	// What was told proves all that had to hold for it, whatever became of that since.
	if (facts.event) return condition === 'delivered' ? judgeEvent(facts.event) : HELD;
	return JUDGES[condition](facts);
}

function judgeEvent({ state }: NonNullable<WhyFacts['event']>): Found {
	if (state === 'delivered') return HELD;
	return state === 'waiting' ? failed('move-clock') : failed('open-delivery');
}

const JUDGES: Readonly<Record<WhyCondition, (facts: WhyFacts) => Found>> = {
	exists: ({ webhook, moment }) => byThen(webhook?.createdAt, moment, 'make'),
	verified: ({ webhook, moment }) => byThen(webhook?.verifiedAt, moment, 'verify'),
	enabled: ({ webhook }) => (webhook?.disabledAt == null ? HELD : failed('enable')),
	connected: ({ connection, moment }) => byThen(connection?.since, moment, 'connect'),
	subscribed: ({ subscription, moment }) => byThen(subscription?.since, moment, 'subscribe'),
	reached: ({ refused }) =>
		refused === null ? HELD : failed(refused === 'AUTHENTICATION_FAILED' ? 'sign-in' : null),
	triggers: ({ triggers }) => (triggers.length > 0 ? HELD : failed('choose-triggers')),
	granted: ({ triggers }) => (triggers.some(isGranted) ? HELD : failed('ask-again')),
	capable: ({ triggers }) => (triggers.some(isTold) ? HELD : failed('choose-triggers')),
	changed({ triggers, otherChanges, fetchedAt, subscription, moment }) {
		if (triggers.some((trigger) => isTold(trigger) && trigger.changed)) return HELD;
		// The first delivery needs none.
		if (subscription?.watchedUntil === null) return HELD;
		// Each fetch of a vehicle that was watched was looked at, and none brought anything.
		const watched = subscription !== null && (subscription.lookAt ?? Infinity) > moment;
		if (fetchedAt === null && !watched) return UNKNOWN;
		return failed(otherChanges.length > 0 ? 'choose-triggers' : 'change-vehicle');
	},
	looked: ({ subscription, fetchedAt }) =>
		(subscription?.watchedUntil ?? -Infinity) >= (fetchedAt ?? 0) ? HELD : failed('move-clock'),
	// It was looked at, and still nothing was written down: it may have been removed since.
	fired: () => UNKNOWN,
	delivered: () => UNKNOWN
};

function byThen(since: number | null | undefined, moment: number, mend: Mend): Found {
	if (since == null) return failed(mend);
	return since <= moment ? HELD : { state: 'failed', since, mend: null };
}

function isGranted({ missing }: TriggerFacts): boolean {
	return missing.length === 0;
}

function isTold(trigger: TriggerFacts): boolean {
	return isGranted(trigger) && trigger.capable;
}
