import { apply } from '../events/apply.ts';
import type { VehicleEvent } from '../events/event.ts';
import { isRefusal } from '../events/refusal.ts';
import { routineEvents, type PlannedEvent } from '../routines/routine-events.ts';
import type { VehicleState } from '../state/schema.ts';
import { commit, settled } from '../events/commit.ts';
import { instantOf } from '../instant/instant.ts';
import { happen, nextDue, type Happening } from './moments.ts';

/** Something that happened while time passed, and the vehicle after it. */
export interface Moment {
	readonly time: number;
	readonly happening: Happening | VehicleEvent['event'];
	readonly state: VehicleState;
}

/**
 * What happens to a vehicle until a time, in order: what its state leads to, and what its routine
 * does with it. Between two moments all follows from the first of them, so that a life is the same
 * however often one looks at it.
 */
export function* live(start: VehicleState, until: number): Generator<Moment, void> {
	let state = start;
	const routine = routineEvents(state, instantOf(state, state.time).profile);
	let planned = next(routine);
	for (;;) {
		const due = nextDue(state);
		if (due && due.time <= until && (!planned || due.time <= planned.time)) {
			state = happened(state, due.happening, due.time);
			yield { time: due.time, happening: due.happening, state };
		} else if (planned && planned.time <= until) {
			const { time, event } = planned;
			const after = apply(instantOf(state, time), event);
			planned = next(routine);
			if (isRefusal(after)) continue;
			state = after;
			yield { time, happening: event.event, state };
		} else return;
	}
}

function happened(state: VehicleState, happening: Happening, time: number): VehicleState {
	const instant = settled(instantOf(state, time));
	const after = happen(instant, happening);
	if (isRefusal(after)) throw new TypeError(`${happening} came at the wrong time: ${after}`);
	return commit(state, after, time);
}

function next(routine: Iterator<PlannedEvent, void>): PlannedEvent | null {
	const { done, value } = routine.next();
	return done ? null : value;
}
