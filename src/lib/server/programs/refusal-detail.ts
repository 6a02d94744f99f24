import { MOST_SCHEDULES } from '#lib/vehicles/events/schedules.ts';
import type { Refusal } from '#lib/vehicles/events/refusal.ts';

/** What is to be done about a refusal that the platform's error does not tell; undefined for all others. */
export function detailOf(refusal: Refusal): string | undefined {
	return refusal === 'TOO_MANY_SCHEDULES'
		? `The vehicle keeps ${MOST_SCHEDULES} charge schedules; delete one first.`
		: undefined;
}
