import type { VehicleEvent } from '../events/event.ts';
import type { Profile } from '../profiles/schema.ts';
import { DAY, HOUR } from '../spans.ts';

export interface PlannedEvent {
	readonly time: number;
	readonly event: VehicleEvent;
}

/** A day in the life of a vehicle, counted in the days of its place. */
export interface Day {
	readonly profile: Profile;
	readonly seed: number;
	/** Days since 1 January 1970. */
	readonly number: number;
	/** 0 is Sunday. */
	readonly weekday: number;
	/** When it begins there. */
	readonly begins: number;
}

const FIRST_WEEKDAY = 4;

export function dayOf(profile: Profile, seed: number, number: number): Day {
	return {
		profile,
		seed,
		number,
		weekday: (((number + FIRST_WEEKDAY) % 7) + 7) % 7,
		begins: number * DAY - profile.home.utcOffset * HOUR
	};
}

/** The number of the day that a time falls on there. */
export function dayNumber({ home }: Profile, time: number): number {
	return Math.floor((time + home.utcOffset * HOUR) / DAY);
}

export function isWeekend({ weekday }: Day): boolean {
	return weekday === 0 || weekday === 6;
}
