import { drawBetween } from '../draw.ts';
import { homeOf, placeNamed } from '../homes.ts';
import { HOUR, MINUTE } from '../spans.ts';
import { isWeekend, type Day, type PlannedEvent } from './day.ts';
import { arrivalOf, drivenTrip, pluggedIn, prepared, refueled } from './trip.ts';

/** Out into the country on Saturday and Sunday, at rest in between. */
export function weekendDay(day: Day): readonly PlannedEvent[] {
	if (!isWeekend(day)) return [];
	const { profile, seed, number, begins } = day;
	const home = homeOf(profile, seed);
	const country = placeNamed(profile, seed, `country ${number % 5}`, 25, 60);
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
