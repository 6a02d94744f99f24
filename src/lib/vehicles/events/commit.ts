import { SIGNALS, isSignalCode } from '../signals/signals.ts';
import { PARTS, type VehicleState } from '../state/schema.ts';
import { kWhAt } from '../instant/battery.ts';
import type { Instant } from '../instant/instant.ts';

/** The state with what the battery holds now, from which what comes next is counted. */
export function settled({ state, profile, time }: Instant): Instant {
	const resting = !state.drive && !state.charging.session;
	const kWh = resting ? kWhAt({ state, profile, time }) : state.battery.kWh;
	if (kWh === state.battery.kWh) return { state, profile, time };
	return { state: { ...state, battery: { kWh } }, profile, time };
}

/** Notes on a state what has changed since another, and when. */
export function commit(before: VehicleState, after: VehicleState, time: number): VehicleState {
	const since = { ...after.since };
	for (const part of PARTS) if (before[part] !== after[part]) since[part] = time;
	return { ...after, time, happenedAt: time, since, edits: lastingEdits(before, after) };
}

/** What was set by hand stays until the vehicle itself changes what the signal is read from. */
function lastingEdits(before: VehicleState, after: VehicleState): VehicleState['edits'] {
	const entries = Object.entries(after.edits);
	const lasting = entries.filter(([code, edit]) => {
		if (before.edits[code] !== edit || !isSignalCode(code)) return true;
		return SIGNALS[code].parts.every((part) => before[part] === after[part]);
	});
	return lasting.length === entries.length ? after.edits : Object.fromEntries(lasting);
}
