import type { Vehicle } from '../vehicles/kept.ts';
import { ingestedAt, knownBy, seenFetch } from '../vehicles/platform/fetching.ts';
import { fetchesOf, stateThen } from '../vehicles/platform/memory.ts';
import { readState } from '../vehicles/platform/read.ts';
import { walkFetches, type Brought } from '../vehicles/platform/walk.ts';
import type { SignalCode } from '../vehicles/signals/signals.ts';
import { DAY } from '../vehicles/spans.ts';
import type { ToldSignal } from './payloads/signal.ts';

/** What a webhook is told of a vehicle, and what it was told last. */
export interface Watched {
	readonly triggers: readonly SignalCode[];
	readonly signals: readonly SignalCode[];
	/** Whether the owner granted all that a signal needs. */
	readonly isGranted: (code: SignalCode) => boolean;
	/** The last fetch that was looked at; null before the first. */
	readonly watchedUntil: number | null;
	/** What each trigger told then, as text. */
	readonly told: Readonly<Record<string, string>>;
	/** Whether fetches failed until now: what changed meanwhile is told as one. */
	readonly isBack: boolean;
}

/** A fetch of which a receiver is told. */
interface Seen {
	/** When the platform had it. */
	readonly at: number;
	readonly triggers: 'first-delivery' | readonly SignalCode[];
	/** All data signals, as the fetch brought them. */
	readonly signals: readonly ToldSignal[];
}

/** What looking at the fetches of a vehicle up to a time leads to. */
export interface Looked extends Pick<Watched, 'told'> {
	readonly seen: readonly Seen[];
	readonly watchedUntil: number;
}

/** Fetches that one look tells of, and that it compares. What came after them is told as one. */
export const MOST_SEEN = 500;
const MOST_COMPARED = 5000;

/** How far ahead the next look is sought. */
const HORIZON = 40 * DAY;

/**
 * Looks at all fetches of a vehicle that were not looked at, up to a time: one that brings another
 * body or status of a trigger than the last is told.
 *
 * @param life from how it was kept before what was not looked at
 * @param latest the same life as it is now, where that is known
 */
export function lookAtFetches(
	life: Vehicle,
	watched: Watched,
	now: number,
	latest: Vehicle = life
): Looked {
	if (watched.watchedUntil === null || watched.isBack) return lookAnew(life, watched, now);
	const fetches = fetchesOf(life);
	const last = seenFetch(fetches, now);
	const after = Math.min(watched.watchedUntil, now);
	const seen: Seen[] = [];
	let { told } = watched;
	const compare = (brought: Brought) => {
		const next = tellTriggers(life, watched, brought);
		const changed = changedOf(watched.triggers, told, next);
		told = next;
		if (changed.length > 0) seen.push(seenAt(life, watched, brought, changed));
	};
	let compared = 0;
	for (const brought of walkFetches(life, watched.triggers, { after, until: now })) {
		if (ingestedAt(fetches, brought.fetch) > now) break;
		compared += 1;
		if (seen.length >= MOST_SEEN || compared > MOST_COMPARED) {
			compare(broughtBy(latest, last));
			break;
		}
		compare(brought);
	}
	return { seen, told, watchedUntil: Math.max(after, last) };
}

/** When the next fetch comes that may bring something else of some signals; null where none will. */
export function nextLook(
	life: Vehicle,
	triggers: readonly SignalCode[],
	{ watchedUntil, now }: { readonly watchedUntil: number; readonly now: number }
): number | null {
	const ahead = { after: watchedUntil, until: now + HORIZON };
	const { value } = walkFetches(life, triggers, ahead).next();
	return value ? ingestedAt(fetchesOf(life), value.fetch) : null;
}

/** Looks at the last fetch, whatever came before it. */
function lookAnew(life: Vehicle, watched: Watched, now: number): Looked {
	const fetch = seenFetch(fetchesOf(life), now);
	const brought = broughtBy(life, fetch);
	const told = tellTriggers(life, watched, brought);
	const changed = changedOf(watched.triggers, watched.told, told);
	const triggers = watched.watchedUntil === null ? 'first-delivery' : changed;
	return {
		seen: triggers.length > 0 ? [seenAt(life, watched, brought, triggers)] : [],
		told,
		watchedUntil: fetch
	};
}

function broughtBy(life: Vehicle, fetch: number): Brought {
	return { fetch, state: stateThen(life, knownBy(fetchesOf(life), fetch)) };
}

function seenAt(
	life: Vehicle,
	{ signals, isGranted }: Watched,
	{ fetch, state }: Brought,
	triggers: Seen['triggers']
): Seen {
	return {
		at: ingestedAt(fetchesOf(life), fetch),
		triggers,
		signals: signals.map((code) => ({
			...readState(life, state, code, fetch),
			isGranted: isGranted(code)
		}))
	};
}

/** Body and status of each trigger that is told at all. */
function tellTriggers(
	life: Vehicle,
	{ triggers, isGranted }: Watched,
	{ fetch, state }: Brought
): Readonly<Record<string, string>> {
	return Object.fromEntries(
		triggers.filter(isGranted).map((code) => {
			const { body, error } = readState(life, state, code, fetch);
			return [code, JSON.stringify({ body, error })];
		})
	);
}

/** A trigger that was not told before did not change. */
function changedOf(
	triggers: readonly SignalCode[],
	before: Readonly<Record<string, string>>,
	after: Readonly<Record<string, string>>
): readonly SignalCode[] {
	return triggers.filter(
		(code) =>
			before[code] !== undefined && after[code] !== undefined && before[code] !== after[code]
	);
}
