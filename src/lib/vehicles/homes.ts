import { draw, drawBetween } from './draw.ts';
import { placeAway, type Point } from './places.ts';
import type { Profile } from './profiles/schema.ts';

/** Where a vehicle lives: somewhere around the town of its profile. */
export function homeOf({ home }: Profile, seed: number): Point {
	return someWhere(home.place, seed, 'home', 1, 9);
}

/** A place that a vehicle drives to from time to time, always the same for the same name. */
export function placeNamed(
	profile: Profile,
	seed: number,
	name: string,
	leastKm: number,
	mostKm: number
): Point {
	return someWhere(homeOf(profile, seed), seed, name, leastKm, mostKm);
}

function someWhere(
	around: Point,
	seed: number,
	name: string,
	leastKm: number,
	mostKm: number
): Point {
	const km = drawBetween(leastKm, mostKm, seed, name, 'far');
	return placeAway(around, km, draw(seed, name, 'direction') * 360);
}
