import type { Vehicle } from '#lib/vehicles/kept.ts';
import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import { knownBy, seenFetch, type Fetches } from '#lib/vehicles/platform/fetching.ts';
import { fetchesOf, stateAt } from '#lib/vehicles/platform/memory.ts';
import { readState, type Reading } from '#lib/vehicles/platform/read.ts';
import type { SignalBody } from '#lib/vehicles/signals/signal.ts';
import { SIGNALS, type SignalCode } from '#lib/vehicles/signals/signals.ts';

/** A span of the rehearsal, in milliseconds since 1970. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** A signal that tells otherwise than at the fetch before. */
export interface SeenChange {
	readonly code: SignalCode;
	/** Null for an error, or where what was told before is no longer kept. */
	readonly before: SignalBody | null;
	readonly after: SignalBody | null;
}

/** What the platform saw of a vehicle within a span. */
export interface SeenChanges {
	/**
	 * The fetch at which what is looked for changed, else one at which anything did, else the last one
	 * of the span; null where that was before what is still kept.
	 */
	readonly fetchedAt: number | null;
	readonly changes: readonly SeenChange[];
}

/** Fetches that are looked at: each reads every signal. */
const MOST_FETCHES = 120;

/**
 * The changes that a fetch within a span brought.
 *
 * @param vehicle as it is now
 * @param wanted signals that are looked for first
 * @param moment of several fetches the nearest counts
 */
export function changesAround(
	vehicle: Vehicle,
	wanted: readonly string[],
	{ span, moment }: { readonly span: Span; readonly moment: number }
): SeenChanges {
	const fetches = fetchesOf(vehicle);
	const known = fetchesWithin(fetches, {
		from: span.from,
		to: Math.min(span.to, seenFetch(fetches, vehicle.state.time))
	}).filter((fetch) => isKept(vehicle, fetches, fetch));
	const nearest = known
		.toSorted((a, b) => Math.abs(a - moment) - Math.abs(b - moment))
		.slice(0, MOST_FETCHES);
	const codes = [...signalsOf({ id: vehicle.state.profile })];
	const seen = nearest.map((fetchedAt) => ({
		fetchedAt,
		changes: changesAt(vehicle, fetches, { codes, fetch: fetchedAt })
	}));
	return (
		seen.find(({ changes }) => changes.some(({ code }) => wanted.includes(code))) ??
		seen.find(({ changes }) => changes.length > 0) ?? {
			fetchedAt: known.at(-1) ?? null,
			changes: []
		}
	);
}

/** Even ones and those that somebody asked for, in their order. */
function fetchesWithin({ first, delays, asked }: Fetches, { from, to }: Span): readonly number[] {
	const { every } = delays;
	const begin = Math.max(Math.ceil((from - first) / every), 0);
	// As many as are looked at, and the last ones of more.
	const end = Math.floor((to - first) / every);
	const count = Math.max(Math.min(end - begin + 1, 2 * MOST_FETCHES), 0);
	const even = Array.from({ length: count }, (_, index) => first + (end - index) * every);
	const others = asked.filter((fetch) => fetch >= from && fetch <= to);
	return [...new Set([...even, ...others])].toSorted((a, b) => a - b);
}

/** Whether what the vehicle had told by a fetch is still kept: of the state then, not only since. */
function isKept({ state, earlier }: Vehicle, fetches: Fetches, fetch: number): boolean {
	return knownBy(fetches, fetch) >= (earlier[0] ?? state).happenedAt;
}

function changesAt(
	vehicle: Vehicle,
	fetches: Fetches,
	{ codes, fetch }: { readonly codes: readonly SignalCode[]; readonly fetch: number }
): readonly SeenChange[] {
	if (fetch === fetches.first) return [];
	const before = fetchBefore(fetches, fetch);
	const wasKept = isKept(vehicle, fetches, before);
	const since = knownBy(fetches, before);
	const stateThen = stateAt(vehicle, since);
	const state = stateAt(vehicle, knownBy(fetches, fetch));
	const changedAt = (code: SignalCode) =>
		Math.max(0, ...SIGNALS[code].parts.map((part) => state.since[part] ?? 0));
	return codes.flatMap((code) => {
		const now = readState(vehicle, state, code, fetch);
		// What the vehicle was before is forgotten once no read sees it; when it changed is not.
		if (!wasKept) return changedAt(code) > since ? [{ code, before: null, after: now.body }] : [];
		const then = readState(vehicle, stateThen, code, before);
		return tellsOtherwise(then, now) ? [{ code, before: bodyOf(then), after: bodyOf(now) }] : [];
	});
}

function fetchBefore({ first, delays, asked }: Fetches, fetch: number): number {
	const even = first + Math.max(Math.ceil((fetch - first) / delays.every) - 1, 0) * delays.every;
	return Math.max(even, ...asked.filter((one) => one < fetch));
}

/** By value or by error: when it was said is no change. */
function tellsOtherwise(then: Reading, now: Reading): boolean {
	return (
		then.error?.code !== now.error?.code ||
		JSON.stringify(bodyOf(then)) !== JSON.stringify(bodyOf(now))
	);
}

function bodyOf({ error, body }: Reading): SignalBody | null {
	return error === null ? body : null;
}
