import { kmDriven, speedOf } from '#lib/vehicles/instant/driving.ts';
import type { Drive } from '#lib/vehicles/state/schema.ts';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, NOON } from '../vehicles.ts';

const drive: Drive = {
	startedAt: NOON,
	endsAt: NOON + HOUR,
	from: { latitude: 52, longitude: 13 },
	to: { latitude: 52.3, longitude: 13 },
	bow: 0,
	routeKm: 45,
	km: 45,
	electricKm: 45,
	kWhPerKm: 0.2,
	litersPerKm: 0
};

describe('a drive', () => {
	it.each([
		[-1, 0, 0],
		[0, 0, 0],
		[3, 0.625, 25],
		[6, 2.5, 50],
		[30, 22.5, 50],
		[54, 42.5, 50],
		[57, 44.375, 25],
		[60, 45, 0],
		[99, 45, 0]
	])('after %d minutes has come %d km and goes %d km/h', (minutes, km, speed) => {
		const time = NOON + minutes * MINUTE;
		expect(kmDriven(drive, time)).toBeCloseTo(km, 9);
		expect(speedOf(drive, time)).toBeCloseTo(speed, 9);
	});

	it('never goes back', () => {
		let before = 0;
		for (let time = NOON; time <= drive.endsAt; time += 10_000) {
			const km = kmDriven(drive, time);
			expect(km).toBeGreaterThanOrEqual(before);
			before = km;
		}
	});
});
