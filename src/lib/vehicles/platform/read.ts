import type { SignalBody } from '../signals/signal.ts';
import { SIGNALS, type SignalCode } from '../signals/signals.ts';
import { signalsOf } from '../profiles/capabilities.ts';
import type { Vehicle } from '../kept.ts';
import type { VehicleState } from '../state/schema.ts';
import { ingestedAt, knownBy, lastFetch, seenFetch } from './fetching.ts';
import { fetchesOf, stateAt } from './memory.ts';
import { tell, type LastCharge } from './telling.ts';

/** What the platform answers for a signal. */
export interface Reading {
	readonly code: SignalCode;
	readonly error: ReadingError | null;
	/** Beside an error of state, what was told before it. */
	readonly body: SignalBody | null;
	/** When the vehicle said so, and when the platform fetched it; null where there is no such time. */
	readonly oemUpdatedAt: number | null;
	readonly retrievedAt: number | null;
	/** From when on a read could see it. */
	readonly ingestedAt: number;
}

type ReadingError =
	| { readonly type: 'COMPATIBILITY'; readonly code: 'VEHICLE_NOT_CAPABLE' }
	| { readonly type: 'VEHICLE_STATE'; readonly code: 'NOT_CHARGING' };

const NOT_CAPABLE = { type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' } as const;
const NOT_CHARGING = { type: 'VEHICLE_STATE', code: 'NOT_CHARGING' } as const;

/** What the platform has stored of a signal by now, which may be older than a command just given. */
export function readSignal(vehicle: Vehicle, code: SignalCode): Reading {
	const fetches = fetchesOf(vehicle);
	return readFetch(vehicle, code, seenFetch(fetches, vehicle.state.time));
}

/** Every signal that a vehicle has, as the platform has them stored. */
export function readSignals(vehicle: Vehicle): readonly Reading[] {
	const codes = signalsOf({ id: vehicle.state.profile });
	return [...codes].map((code) => readSignal(vehicle, code));
}

/** What the vehicle itself would say now; the platform learns it later. */
export function lookAtSignal({ state }: Vehicle, code: SignalCode): SignalBody | null {
	const telling = tell(state, code, state.time);
	return telling.kind === 'told' ? telling.body : null;
}

/** Has the platform fetch what the brand knows by now. */
export function askForFetch(vehicle: Vehicle): Vehicle {
	return { ...vehicle, asked: [...vehicle.asked, vehicle.state.time] };
}

function readFetch(vehicle: Vehicle, code: SignalCode, fetch: number): Reading {
	const known = knownBy(fetchesOf(vehicle), fetch);
	return readState(vehicle, stateAt(vehicle, known), code, fetch);
}

/**
 * What a fetch brings of a signal.
 *
 * @param state the vehicle's as the fetch knows it
 */
export function readState(
	vehicle: Vehicle,
	state: VehicleState,
	code: SignalCode,
	fetch: number
): Reading {
	const fetches = fetchesOf(vehicle);
	const known = knownBy(fetches, fetch);
	const telling = tell(state, code, known);
	const times = { oemUpdatedAt: null, retrievedAt: null, ingestedAt: ingestedAt(fetches, fetch) };
	switch (telling.kind) {
		case 'not-capable':
			return { code, error: NOT_CAPABLE, body: null, ...times };
		case 'not-charging': {
			const last = telling.last && readLastCharge(vehicle, code, telling.last);
			return { code, error: NOT_CHARGING, body: null, ...times, ...last };
		}
		case 'told': {
			const { body, at } = telling;
			if (SIGNALS[code].fixed) return { code, error: null, body, ...times };
			return { code, error: null, body, ...times, oemUpdatedAt: at, retrievedAt: fetch };
		}
	}
}

/** What the last fetch of the last charge told; null where none fell into it. */
function readLastCharge(
	vehicle: Vehicle,
	code: SignalCode,
	{ state, beganAt, endedAt }: LastCharge
) {
	const fetches = fetchesOf(vehicle);
	const fetch = lastFetch(fetches, endedAt + vehicle.delays.report - 1);
	const known = knownBy(fetches, fetch);
	if (known < beganAt) return null;
	const telling = tell(state, code, known);
	if (telling.kind !== 'told') return null;
	// A charge is kept as it was when its limit or current last changed, which may be after that fetch.
	const oemUpdatedAt = Math.min(telling.at, known);
	return { body: telling.body, oemUpdatedAt, retrievedAt: fetch };
}
