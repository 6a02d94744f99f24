import { headingTo, isNear, placeAlong, placeAway, roadKm } from '#lib/vehicles/places.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const BERLIN = { latitude: 52.52, longitude: 13.405 };
const FIJI = { latitude: -17.7, longitude: 179.9 };

describe('placeAway', () => {
	it.each([
		[0, 53.419, 13.405],
		[90, 52.52, 14.883],
		[180, 51.621, 13.405],
		[270, 52.52, 11.927]
	])('finds what lies 100 km away at %d degrees', (heading, latitude, longitude) => {
		const place = placeAway(BERLIN, 100, heading);
		expect(place.latitude).toBeCloseTo(latitude, 3);
		expect(place.longitude).toBeCloseTo(longitude, 3);
	});

	it('goes on in the west where the east ends', () => {
		expect(placeAway(FIJI, 50, 90).longitude).toBeLessThan(-179);
	});

	it('is found again by heading and distance', () => {
		const anywhere = fc.record({
			latitude: fc.double({ min: -60, max: 60, noNaN: true }),
			longitude: fc.double({ min: -180, max: 180, noNaN: true })
		});
		fc.assert(
			fc.property(anywhere, fc.integer({ min: 0, max: 359 }), (from, heading) => {
				const there = placeAway(from, 20, heading);
				expect(roadKm(from, there) / 1.3).toBeCloseTo(20, 0);
				const turn = Math.abs(headingTo(from, there) - heading);
				expect(Math.min(turn, 360 - turn)).toBeLessThan(1);
			})
		);
	});
});

describe('placeAlong', () => {
	const there = placeAway(BERLIN, 30, 45);

	it('begins and ends where it should', () => {
		expect(placeAlong(BERLIN, there, 0.3, 0)).toEqual(BERLIN);
		expect(placeAlong(BERLIN, there, 0.3, 1)).toEqual(there);
	});

	it('bows to the side that it is told', () => {
		const straight = placeAlong(BERLIN, there, 0, 0.5);
		const bowed = placeAlong(BERLIN, there, 0.3, 0.5);
		expect(roadKm(straight, bowed)).toBeGreaterThan(3);
	});

	it('never leaves the globe', () => {
		const pole = { latitude: 89.9, longitude: 0 };
		const way = placeAlong(pole, { latitude: 89.9, longitude: 179 }, -0.35, 0.5);
		expect(way.latitude).toBeLessThanOrEqual(90);
	});
});

describe('isNear', () => {
	it.each([
		[0.19, true],
		[0.21, false]
	])('at %d km says %s', (km, near) => {
		expect(isNear(BERLIN, placeAway(BERLIN, km, 30))).toBe(near);
	});
});
