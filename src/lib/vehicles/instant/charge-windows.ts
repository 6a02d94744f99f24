import { isNear } from '../places.ts';
import type { Profile } from '../profiles/schema.ts';
import { DAY, HOUR, MINUTE } from '../spans.ts';
import { WEEKDAYS, type ChargeWindow, type SchedulePlan } from '../state/charging.ts';
import type { VehicleState } from '../state/schema.ts';
import type { Instant } from './instant.ts';

/** A span of the week in which a vehicle may charge, in minutes of its place since Monday. */
interface Span {
	readonly begins: number;
	readonly minutes: number;
	/** Whether charging stops at its end; after a start time it goes on. */
	readonly stops: boolean;
}

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;
/** So long after its start time a vehicle that is plugged in still charges at once. */
const AFTER_START = 6 * 60;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const WORKING_DAYS = EVERY_DAY.slice(0, 5);
const WEEKEND = EVERY_DAY.slice(5);
/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 3;

/** Whether nothing that was set for this place keeps a vehicle from charging now. */
export function mayCharge({ state, profile, time }: Instant): boolean {
	const spans = spansHere(state);
	const minute = Math.floor(sinceMonday(profile, time) / MINUTE);
	return (
		spans.length === 0 ||
		spans.some(({ begins, minutes }) => modulo(minute - begins, WEEK_MINUTES) < minutes)
	);
}

/** When a window next opens or closes after a time, where there is one at this place. */
export function nextTurn(state: VehicleState, profile: Profile, after: number): number | null {
	const turns = spansHere(state).flatMap(({ begins, minutes, stops }) =>
		stops ? [begins, begins + minutes] : [begins]
	);
	if (turns.length === 0) return null;
	const passed = sinceMonday(profile, after);
	const waits = turns.map((minute) => modulo(minute * MINUTE - passed, 7 * DAY) || 7 * DAY);
	return after + Math.min(...waits);
}

/** The limit that holds where a vehicle stands. */
export function chargeLimitOf({ chargeSettings, schedules, place }: VehicleState): number {
	const here = schedules.find(({ plan }) => 'location' in plan && isNear(plan.location, place.at));
	const limit = here?.plan.kind === 'workweek' ? here.plan.limit : undefined;
	return limit ?? chargeSettings.limit;
}

function spansHere({ schedules, place }: VehicleState): readonly Span[] {
	return schedules.flatMap(({ plan }) =>
		'location' in plan && !isNear(plan.location, place.at) ? [] : spansOf(plan)
	);
}

function spansOf(plan: SchedulePlan): readonly Span[] {
	switch (plan.kind) {
		case 'daily':
			return on(EVERY_DAY, plan.window);
		case 'weekly':
			return WEEKDAYS.flatMap((name, day) => {
				const window = plan.days[name];
				return window ? on([day], window) : [];
			});
		case 'workweek':
			return [
				...plan.weekdays.flatMap((window) => on(WORKING_DAYS, window)),
				...plan.weekends.flatMap((window) => on(WEEKEND, window))
			];
		case 'timer':
			// When to leave is told and read back; the vehicle does not plan for it.
			if (plan.type === 'DEPARTURE_TIME') return [];
			return EVERY_DAY.map((day) => ({
				begins: day * DAY_MINUTES + minuteOf(plan.time),
				minutes: AFTER_START,
				stops: false
			}));
	}
}

/** A window that ends no later than it begins ends on the next day. */
function on(days: readonly number[], { startTime, stopTime }: ChargeWindow): readonly Span[] {
	const start = minuteOf(startTime);
	const minutes = modulo(minuteOf(stopTime) - start, DAY_MINUTES) || DAY_MINUTES;
	return days.map((day) => ({ begins: day * DAY_MINUTES + start, minutes, stops: true }));
}

function minuteOf(hourOfDay: string): number {
	const [hours = 0, minutes = 0] = hourOfDay.split(':').map(Number);
	return hours * 60 + minutes;
}

function sinceMonday({ home }: Profile, time: number): number {
	return modulo(time + home.utcOffset * HOUR + FIRST_WEEKDAY * DAY, 7 * DAY);
}

function modulo(value: number, divisor: number): number {
	return ((value % divisor) + divisor) % divisor;
}
