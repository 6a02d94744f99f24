import { z } from 'zod';

export const Point = z
	.strictObject({
		latitude: z.number().min(-90).max(90),
		longitude: z.number().min(-180).max(180)
	})
	.readonly();

export type Point = z.infer<typeof Point>;

const KM_PER_DEGREE = 111.195;

/** Kilometres as the crow flies; near enough for the length of a drive. */
function distanceKm(from: Point, to: Point): number {
	const { north, east } = offset(from, to);
	return Math.hypot(north, east);
}

/** Roads are longer than the way the crow flies. */
export const WINDING = 1.3;

export function roadKm(from: Point, to: Point): number {
	return distanceKm(from, to) * WINDING;
}

/** How far apart two spots still count as one place. */
const NEAR_KM = 0.2;

export function isNear(one: Point, other: Point): boolean {
	return distanceKm(one, other) <= NEAR_KM;
}

/** The direction from one place to another, in degrees clockwise from north. */
export function headingTo(from: Point, to: Point): number {
	const { north, east } = offset(from, to);
	return (radiansToDegrees(Math.atan2(east, north)) + 360) % 360;
}

/** The place that lies so far away in a direction. */
export function placeAway(from: Point, km: number, heading: number): Point {
	const angle = degreesToRadians(heading);
	const width = Math.max(Math.cos(degreesToRadians(from.latitude)), 0.01);
	return pointOf(
		from.latitude + (Math.cos(angle) * km) / KM_PER_DEGREE,
		from.longitude + (Math.sin(angle) * km) / (KM_PER_DEGREE * width)
	);
}

/**
 * The place after a share of a way that bows to one side.
 *
 * @param bow how far the way leaves the straight line, as a share of its length; negative to the left
 */
export function placeAlong(from: Point, to: Point, bow: number, share: number): Point {
	const east = eastward(from, to);
	const north = to.latitude - from.latitude;
	const aside = 2 * share * (1 - share) * bow;
	return pointOf(
		from.latitude + north * share - east * aside,
		from.longitude + east * share + north * aside
	);
}

/** Seven decimals are a centimetre. */
function pointOf(latitude: number, longitude: number): Point {
	const around = ((((longitude + 180) % 360) + 360) % 360) - 180;
	return {
		latitude: round(Math.min(Math.max(latitude, -90), 90)),
		longitude: round(around)
	};
}

function offset(from: Point, to: Point): { readonly north: number; readonly east: number } {
	const width = Math.cos(degreesToRadians((from.latitude + to.latitude) / 2));
	return {
		north: (to.latitude - from.latitude) * KM_PER_DEGREE,
		east: eastward(from, to) * width * KM_PER_DEGREE
	};
}

/** Degrees to the east, the short way round. */
function eastward(from: Point, to: Point): number {
	return ((((to.longitude - from.longitude + 180) % 360) + 360) % 360) - 180;
}

/** Adding nothing makes zero of minus zero, which JSON does not know. */
function round(degrees: number): number {
	return Math.round(degrees * 1e7) / 1e7 + 0;
}

function degreesToRadians(degrees: number): number {
	return (degrees * Math.PI) / 180;
}

function radiansToDegrees(radians: number): number {
	return (radians * 180) / Math.PI;
}
