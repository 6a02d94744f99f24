import { kWhAt, percentAt } from '#lib/vehicles/instant/battery.ts';
import { litersAt, odometerAt, placeAt, speedOf } from '#lib/vehicles/instant/driving.ts';
import { instantOf, type Instant } from '#lib/vehicles/instant/instant.ts';
import { placeAway } from '#lib/vehicles/places.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { describe, expect, it } from 'vitest';
import { after, HOUR, later, MINUTE, vehicleOf } from '../vehicles.ts';

function now({ state }: Vehicle): Instant {
	return instantOf(state, state.time);
}

describe('a drive', () => {
	it('moves place and odometer, and takes from the battery', () => {
		const start = vehicleOf('volkswagen-id4');
		const to = placeAway(start.state.place.at, 20, 90);
		const under = later(after(start, { event: 'drive', to, minutes: 30 }), 15 * MINUTE);
		expect(under.state.drive?.km).toBeCloseTo(26, 1);
		expect(odometerAt(now(under)) - odometerAt(now(start))).toBeCloseTo(13, 1);
		const end = later(under, HOUR);
		expect(end.state.drive).toBeNull();
		expect(end.state.place.at).toEqual(to);
		expect(odometerAt(now(end)) - odometerAt(now(start))).toBeCloseTo(26, 1);
		const used = kWhAt(now(start)) - kWhAt(now(end));
		expect(used).toBeGreaterThan(26 * 0.18);
		expect(used).toBeLessThan(26 * 0.18 * 1.4);
	});

	it('ends where the vehicle is parked', () => {
		const start = vehicleOf();
		const under = later(after(start, { event: 'drive', km: 40, minutes: 60 }), 30 * MINUTE);
		const parked = after(under, { event: 'park' });
		expect(parked.state.drive).toBeNull();
		expect(parked.state.place).toEqual(placeAt(now(under)));
		expect(odometerAt(now(later(parked, HOUR)))).toBeCloseTo(odometerAt(now(start)) + 20, 6);
	});

	it('follows the destination that was sent', () => {
		const start = vehicleOf();
		const to = placeAway(start.state.place.at, 8, 200);
		const driven = later(after(start, { event: 'set-destination', to }, { event: 'drive' }), HOUR);
		expect(driven.state.place.at).toEqual(to);
		expect(driven.state.destination).toBeNull();
	});

	it('takes the battery first and then the tank', () => {
		const start = vehicleOf('chevrolet-volt');
		const end = later(after(start, { event: 'drive', km: 150 }), 5 * HOUR);
		expect(percentAt(now(end))).toBe(0);
		expect(litersAt(now(end))).toBeLessThan(litersAt(now(start)));
		expect(litersAt(now(end))).toBeGreaterThan(0);
	});

	it('ends early where battery and tank are empty, and none begins there', () => {
		const start = vehicleOf('nissan-leaf');
		const stranded = later(after(start, { event: 'drive', km: 900 }), 24 * HOUR);
		expect(percentAt(now(stranded))).toBe(0);
		expect(odometerAt(now(stranded)) - odometerAt(now(start))).toBeLessThan(200);
		expect(() => after(stranded, { event: 'drive' })).toThrow('drive: EMPTY');
	});

	it('is no faster than vehicles are', () => {
		const under = later(after(vehicleOf(), { event: 'drive', km: 120, minutes: 5 }), 30 * MINUTE);
		const { drive, time } = under.state;
		expect(drive && speedOf(drive, time)).toBeCloseTo(133, 0);
	});
});
