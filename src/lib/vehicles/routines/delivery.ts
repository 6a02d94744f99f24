import { drawBetween } from '../draw.ts';
import { homeOf, placeNamed } from '../homes.ts';
import { HOUR, MINUTE } from '../spans.ts';
import type { Point } from '../places.ts';
import type { Day, PlannedEvent } from './day.ts';
import { arrivalOf, drivenTrip, pluggedIn, prepared, refueled, type Trip } from './trip.ts';

const STOPS = 8;
/** Places it comes to, a few of them each day. */
const PLACES = 24;

/** From door to door all day but Sunday, and back to the yard for the night. */
export function deliveryDay(day: Day): readonly PlannedEvent[] {
	if (day.weekday === 0) return [];
	const { profile } = day;
	const trips = roundOf(day);
	const [first, last] = [trips[0], trips.at(-1)];
	if (!first || !last) return [];
	const back = arrivalOf(last);
	return [
		...prepared(profile, first.leavesAt),
		...trips.flatMap(drivenTrip),
		...(day.number % 3 === 0 ? refueled(profile, back + 2 * MINUTE) : []),
		...pluggedIn(profile, back + 5 * MINUTE)
	];
}

function roundOf({ profile, seed, number, begins }: Day): readonly Trip[] {
	const yard = homeOf(profile, seed);
	const stops = Array.from({ length: STOPS }, (_, index): Point => {
		const name = Math.floor(drawBetween(0, PLACES, seed, 'stop', number, index));
		return placeNamed(profile, seed, `customer ${name}`, 1, 6);
	});
	let from = yard;
	let leavesAt = Math.round(begins + 8 * HOUR + drawBetween(0, 30, seed, 'round', number) * MINUTE);
	return [...stops, yard].map((to, index) => {
		const trip = { from, to, leavesAt };
		const stays = drawBetween(12, 35, seed, 'stop stays', number, index) * MINUTE;
		leavesAt = Math.round(arrivalOf(trip) + stays);
		from = to;
		return trip;
	});
}
