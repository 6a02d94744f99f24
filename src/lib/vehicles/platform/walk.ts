import type { Vehicle } from '../kept.ts';
import { live } from '../life/live.ts';
import { SIGNALS, type SignalCode } from '../signals/signals.ts';
import type { VehicleState } from '../state/schema.ts';
import { knownBy, nextFetch } from './fetching.ts';
import { fetchesOf } from './memory.ts';
import { reportEvery } from './telling.ts';

/** A fetch that may bring something else than the one before it. */
export interface Brought {
	readonly fetch: number;
	/** The vehicle as the fetch knows it. */
	readonly state: VehicleState;
}

/**
 * The fetches of a vehicle that may bring something else of some signals than the one before did, in
 * order; others are left out.
 *
 * @param after a fetch: those that come later are told
 * @param until how far the vehicle lives for it
 */
export function* walkFetches(
	vehicle: Vehicle,
	codes: readonly SignalCode[],
	{ after, until }: { readonly after: number; readonly until: number }
): Generator<Brought, void> {
	const fetches = fetchesOf(vehicle);
	let last = after;
	for (const { state, ends } of stretches(vehicle, until)) {
		const pace = paceOf(codes, state);
		const begins = state.happenedAt >= knownBy(fetches, last) ? state.happenedAt : null;
		let from = begins ?? afterReport(knownBy(fetches, last), pace);
		while (from < ends) {
			const fetch = nextFetch(fetches, Math.max(from + vehicle.delays.report, last + 1));
			const known = knownBy(fetches, fetch);
			// What comes next is known by then, too.
			if (known >= ends) break;
			last = fetch;
			yield { fetch, state };
			from = afterReport(known, pace);
		}
	}
}

/** The next report after a time. */
function afterReport(time: number, pace: number | null): number {
	return pace === null ? Infinity : (Math.floor(time / pace) + 1) * pace;
}

/** States one after the other, each until the next begins. */
function* stretches(vehicle: Vehicle, until: number) {
	let state: VehicleState | null = null;
	for (const next of states(vehicle, until)) {
		if (state) yield { state, ends: next.happenedAt };
		state = next;
	}
	if (state) yield { state, ends: until };
}

function* states({ earlier, state }: Vehicle, until: number): Generator<VehicleState, void> {
	yield* earlier;
	yield state;
	for (const moment of live(state, until)) yield moment.state;
}

/** Milliseconds between two reports of some signals; null where all stay as they are. */
function paceOf(codes: readonly SignalCode[], state: VehicleState): number | null {
	const paces = codes.flatMap((code) => reportEvery(SIGNALS[code].moves, state) ?? []);
	return paces.length === 0 ? null : Math.min(...paces);
}
