import type { VehicleEvent } from '../events/event.ts';
import { roadKm, type Point } from '../places.ts';
import type { Profile } from '../profiles/schema.ts';
import { MINUTE } from '../spans.ts';
import type { PlannedEvent } from './day.ts';

export interface Trip {
	readonly from: Point;
	readonly to: Point;
	readonly leavesAt: number;
}

const AVERAGE_KM_PER_MINUTE = 0.65;

/** How long the way takes on an ordinary day. */
function minutesOf({ from, to }: Pick<Trip, 'from' | 'to'>): number {
	return Math.max(Math.round(roadKm(from, to) / AVERAGE_KM_PER_MINUTE), 4);
}

export function arrivalOf(trip: Trip): number {
	return trip.leavesAt + minutesOf(trip) * MINUTE;
}

/** Unlocks, drives, and locks on arrival. */
export function drivenTrip(trip: Trip): readonly PlannedEvent[] {
	const { to, leavesAt } = trip;
	return [
		at(leavesAt - MINUTE, { event: 'unlock' }),
		at(leavesAt, { event: 'drive', to, minutes: minutesOf(trip) }),
		at(arrivalOf(trip) + MINUTE, { event: 'unlock' }),
		at(arrivalOf(trip) + 3 * MINUTE, { event: 'lock' })
	];
}

/** Plugs in for the night, where the vehicle has a plug. */
export function pluggedIn(profile: Profile, time: number): readonly PlannedEvent[] {
	return profile.battery ? [at(time, { event: 'plug-in', kind: 'AC', kw: 11 })] : [];
}

/** Takes the cable out and warms the cabin before the first trip of the day. */
export function prepared({ battery }: Profile, leavesAt: number): readonly PlannedEvent[] {
	const warmed = at(leavesAt - 15 * MINUTE, { event: 'set-climate', cabin: true });
	return battery ? [warmed, at(leavesAt - 2 * MINUTE, { event: 'unplug' })] : [];
}

export function refueled({ tank }: Profile, time: number): readonly PlannedEvent[] {
	return tank ? [at(time, { event: 'refuel' })] : [];
}

function at(time: number, event: VehicleEvent): PlannedEvent {
	return { time, event };
}
