import { draw, drawBetween } from '../draw.ts';
import { homeOf, placeNamed } from '../homes.ts';
import { HOUR, MINUTE } from '../spans.ts';
import { isWeekend, type Day, type PlannedEvent } from './day.ts';
import { arrivalOf, drivenTrip, pluggedIn, prepared, refueled } from './trip.ts';

/** To work and home again on working days, some errand at the weekend, at home for the night. */
export function commuterDay(day: Day): readonly PlannedEvent[] {
	return isWeekend(day) ? errandDay(day) : workingDay(day);
}

function workingDay({ profile, seed, number, weekday, begins }: Day): readonly PlannedEvent[] {
	const home = homeOf(profile, seed);
	const work = placeNamed(profile, seed, 'work', 9, 24);
	const leaves = begins + 7.5 * HOUR + drawBetween(-25, 25, seed, 'leaves', number) * MINUTE;
	const returns = begins + 17 * HOUR + drawBetween(-40, 70, seed, 'returns', number) * MINUTE;
	const out = { from: home, to: work, leavesAt: Math.round(leaves) };
	const back = { from: work, to: home, leavesAt: Math.round(returns) };
	return [
		...prepared(profile, out.leavesAt),
		...drivenTrip(out),
		...drivenTrip(back),
		...(weekday === 5 ? refueled(profile, arrivalOf(back) + 2 * MINUTE) : []),
		...pluggedIn(profile, arrivalOf(back) + 5 * MINUTE)
	];
}

function errandDay({ profile, seed, number, begins }: Day): readonly PlannedEvent[] {
	if (draw(seed, 'errand', number) < 0.4) return [];
	const home = homeOf(profile, seed);
	const shop = placeNamed(profile, seed, 'shop', 3, 12);
	const leaves = begins + 10 * HOUR + draw(seed, 'errand leaves', number) * 3 * HOUR;
	const out = { from: home, to: shop, leavesAt: Math.round(leaves) };
	const stays = drawBetween(30, 110, seed, 'errand stays', number) * MINUTE;
	const back = { from: shop, to: home, leavesAt: Math.round(arrivalOf(out) + stays) };
	return [
		...prepared(profile, out.leavesAt),
		...drivenTrip(out),
		...drivenTrip(back),
		...pluggedIn(profile, arrivalOf(back) + 5 * MINUTE)
	];
}
