import type { Instant } from '../instant/instant.ts';
import type { EventOf } from './event.ts';
import type { Applied } from './refusal.ts';

/** Keeps a schedule; one with the same id is replaced. */
export function addSchedule(
	{ state, profile }: Instant,
	{ id, plan }: EventOf<'add-schedule'>
): Applied {
	if (!profile.battery) return 'VEHICLE_NOT_CAPABLE';
	const others = state.schedules.filter((schedule) => schedule.id !== id);
	return { ...state, schedules: [...others, { id, plan }] };
}

export function removeSchedule({ state }: Instant, { id }: EventOf<'remove-schedule'>): Applied {
	const kept = state.schedules.filter((schedule) => schedule.id !== id);
	return kept.length === state.schedules.length
		? 'NO_SUCH_SCHEDULE'
		: { ...state, schedules: kept };
}
