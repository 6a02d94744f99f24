import { drawBetween } from '../draw.ts';
import { homeOf, placeNamed } from '../homes.ts';
import { WINDING } from '../places.ts';
import type { Profile } from '../profiles/schema.ts';
import { HOUR, MINUTE } from '../spans.ts';
import { isWeekend, type Day, type PlannedEvent } from './day.ts';
import { arrivalOf, drivenTrip, pluggedIn, prepared, refueled } from './trip.ts';

/** Kilometres to a place in the country, as the crow flies. */
const NEAREST = 25;
const FARTHEST = 60;
/** What is left of the range of a full battery where it is charged to four fifths, and it freezes. */
const SURE = 0.5;

/** Out into the country on Saturday and Sunday, at rest in between. */
export function weekendDay(day: Day): readonly PlannedEvent[] {
	if (!isWeekend(day)) return [];
	const { profile, seed, number, begins } = day;
	const home = homeOf(profile, seed);
	const country = placeNamed(profile, seed, `country ${number % 5}`, NEAREST, farthest(profile));
	const leaves = begins + 9 * HOUR + drawBetween(0, 120, seed, 'leaves', number) * MINUTE;
	const out = { from: home, to: country, leavesAt: Math.round(leaves) };
	const stays = drawBetween(120, 300, seed, 'stays', number) * MINUTE;
	const back = { from: country, to: home, leavesAt: Math.round(arrivalOf(out) + stays) };
	return [
		...prepared(profile, out.leavesAt),
		...drivenTrip(out),
		...drivenTrip(back),
		...refueled(profile, arrivalOf(back) + 2 * MINUTE),
		...pluggedIn(profile, arrivalOf(back) + 5 * MINUTE)
	];
}

/** As far as a vehicle comes that has to be home again before it is charged. */
function farthest({ battery, tank }: Profile): number {
	if (!battery || tank) return FARTHEST;
	const range = (battery.kWh / battery.kWhPer100Km) * 100;
	return Math.min((range * SURE) / 2 / WINDING, FARTHEST);
}
