import type { Instant } from '../instant/instant.ts';
import { reconsidered } from './charging.ts';
import type { EventOf } from './event.ts';
import type { Applied } from './refusal.ts';

/** Charge schedules that a vehicle keeps; how many real ones do is not published. */
export const MOST_SCHEDULES = 20;

/** Keeps a schedule; one with the same id is replaced. */
export function addSchedule(instant: Instant, { id, plan }: EventOf<'add-schedule'>): Applied {
	const { state, profile } = instant;
	if (!profile.battery) return 'VEHICLE_NOT_CAPABLE';
	const others = state.schedules.filter((schedule) => schedule.id !== id);
	if (others.length >= MOST_SCHEDULES) return 'TOO_MANY_SCHEDULES';
	return reconsidered(instant, { ...state, schedules: [...others, { id, plan }] });
}

export function removeSchedule(instant: Instant, { id }: EventOf<'remove-schedule'>): Applied {
	const { state } = instant;
	const kept = state.schedules.filter((schedule) => schedule.id !== id);
	if (kept.length === state.schedules.length) return 'NO_SUCH_SCHEDULE';
	return reconsidered(instant, { ...state, schedules: kept });
}
