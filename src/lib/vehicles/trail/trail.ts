import { DAY } from '../spans.ts';
import type { VehicleState } from '../state/schema.ts';
import type { Doing, Step } from './schema.ts';
import { stepOf } from './step.ts';

/** How far back it is told where a vehicle was. */
export const TRAIL_SPAN = DAY;
/** However much happens in that time. */
const MOST_STEPS = 96;

const AT_REST: ReadonlySet<Doing> = new Set(['plugged-in', 'asleep', 'parked']);
/** What differs by more did not come about by itself. */
const JUMP = 0.05;

/**
 * The trail after what happened since.
 *
 * @param states the one before, and the one after each thing that happened, in order
 */
export function lengthened(
	trail: readonly Step[],
	states: readonly VehicleState[],
	until: number
): readonly Step[] {
	const from = until - TRAIL_SPAN;
	const newest: Step[] = [];
	// From the end: of a life of months the last day is wanted, and what that day came from.
	for (let index = states.length - 1; index > 0 && !reaches(newest, from); index--) {
		const [state, before] = [states[index], states[index - 1]];
		if (state && before) newest.unshift(...stepsTo(state, before));
	}
	const all = [...trail, ...newest];
	const first = all.findLastIndex(({ at }) => at <= from);
	return all.slice(Math.max(first, all.length - MOST_STEPS, 0));
}

function reaches([first]: readonly Step[], from: number): boolean {
	return first !== undefined && first.at <= from;
}

/** Nothing where the vehicle goes on as before; two steps where somebody put a value. */
function stepsTo(after: VehicleState, before: VehicleState): readonly Step[] {
	const time = after.happenedAt;
	const step = stepOf(after, time);
	const reached = stepOf(before, time);
	const jumps =
		Math.max(Math.abs(step.level - reached.level), Math.abs(step.km - reached.km)) > JUMP;
	if (jumps) return [reached, step];
	return step.doing === reached.doing && AT_REST.has(step.doing) ? [] : [step];
}

/** A trail from where its span begins until now, with a step at either end. */
export function stepsUntilNow(trail: readonly Step[], state: VehicleState): readonly Step[] {
	const now = stepOf(state, state.time);
	const from = Math.max(state.time - TRAIL_SPAN, Math.min(state.bornAt, state.time));
	const within = trail.filter(({ at }) => at > from && at < now.at);
	const before = trail.findLast(({ at }) => at <= from);
	const next = within[0] ?? now;
	const start = before
		? between(before, next, from)
		: // Before its first step it stood where it was.
			{ ...next, at: from, doing: trail.length > 0 ? ('parked' as const) : now.doing };
	return start.at < now.at ? [start, ...within, now] : [now];
}

function between(before: Step, next: Step, at: number): Step {
	const share = next.at > before.at ? (at - before.at) / (next.at - before.at) : 0;
	return {
		at,
		level: before.level + (next.level - before.level) * share,
		km: before.km + (next.km - before.km) * share,
		doing: before.doing
	};
}
