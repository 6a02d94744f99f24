import { instantOf, type Instant } from '../instant/instant.ts';
import { signalsOf } from '../profiles/capabilities.ts';
import type { Signal, SignalBody } from '../signals/signal.ts';
import { SIGNALS, type SignalCode } from '../signals/signals.ts';
import { MINUTE, SECOND } from '../spans.ts';
import type { VehicleState } from '../state/schema.ts';

/** What a vehicle says about a signal, and since when it says so. */
export type Telling =
	| { readonly kind: 'told'; readonly body: SignalBody; readonly at: number }
	| { readonly kind: 'not-capable' }
	/** It does not charge; what it said when it last did is found at another time. */
	| { readonly kind: 'not-charging'; readonly last: LastCharge | null };

/** The vehicle as it was while it last charged. */
export interface LastCharge {
	readonly state: VehicleState;
	readonly beganAt: number;
	readonly endedAt: number;
}

/** How often a vehicle reports what moves by itself. */
const REPORTS = { fast: 10 * SECOND, slow: 10 * MINUTE };

export function tell(state: VehicleState, code: SignalCode, time: number): Telling {
	const instant = instantOf(state, time);
	const { profile } = instant;
	if (!signalsOf(profile).has(code)) return { kind: 'not-capable' };
	const edit = state.edits[code];
	if (edit) return { kind: 'told', body: edit.body, at: edit.at };
	const signal = SIGNALS[code];
	const idle = signal.onlyCharging && !state.charging.session;
	if (idle && !profile.habits?.zeroWhenNotCharging) {
		return { kind: 'not-charging', last: lastCharge(state) };
	}
	const at = reportedAt(signal, instant);
	return { kind: 'told', body: signal.read({ ...instant, time: at }), at };
}

/** When a vehicle last reported what a signal is read from. */
function reportedAt({ parts, moves }: Signal, { state, time }: Instant): number {
	const changed = parts.reduce(
		(last, part) => Math.max(last, state.since[part] ?? 0),
		state.bornAt
	);
	return Math.max(changed, lastReport(moves, state, time));
}

/** The last report that it made unasked: often while something moves, none in its sleep. */
function lastReport(moves: Signal['moves'], state: VehicleState, time: number): number {
	const every = reportEvery(moves, state);
	const slows = moves === 'slow' || moves === 'energy';
	const turned = slows && every !== REPORTS.fast ? (state.since.power ?? 0) : 0;
	return every === null ? turned : Math.max(startOf(time, every), turned);
}

/** How often a vehicle in a state reports a signal unasked, at even times; null where it does not. */
export function reportEvery(moves: Signal['moves'], state: VehicleState): number | null {
	const { drive, charging, power } = state;
	const driving = drive !== null && (moves === 'driving' || moves === 'energy');
	const flowing = charging.session !== null && (moves === 'charging' || moves === 'energy');
	if (driving || flowing) return REPORTS.fast;
	if (moves !== 'slow' && moves !== 'energy') return null;
	return power.asleep ? null : REPORTS.slow;
}

function startOf(time: number, span: number): number {
	return Math.floor(time / span) * span;
}

function lastCharge(state: VehicleState): LastCharge | null {
	const [last, ...past] = state.charging.past;
	if (!last) return null;
	const { session, endedAt } = last;
	const { startedAt, beganAt } = session;
	const charging = { session, past };
	const since = { ...state.since, charging: startedAt };
	return { state: { ...state, charging, since }, beganAt, endedAt };
}
