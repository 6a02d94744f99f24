import { kWhAt, percentAt } from '#lib/vehicles/instant/battery.ts';
import { litersAt, odometerAt } from '#lib/vehicles/instant/driving.ts';
import { instantOf } from '#lib/vehicles/instant/instant.ts';
import { tiresAt } from '#lib/vehicles/instant/slow.ts';
import { PROFILES } from '#lib/vehicles/profiles/profiles.ts';
import { Vehicle } from '#lib/vehicles/kept.ts';
import { advance, newVehicle, transition } from '#lib/vehicles/vehicle.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	after,
	anyProfile,
	anyRoutine,
	anySeed,
	anySteps,
	DAY,
	HOUR,
	later,
	MINUTE,
	NOON,
	vehicleOf,
	VIN
} from './vehicles.ts';

describe('a vehicle that has just been connected', () => {
	it.each(PROFILES.map((profile) => [profile.id, profile] as const))(
		'%s is awake, parked, locked and unplugged',
		(_, profile) => {
			const { state } = newVehicle({ profile, vin: VIN, seed: 3, time: NOON });
			expect(state).toMatchObject({
				power: { asleep: false },
				drive: null,
				lock: { locked: true },
				open: profile.onCable ? ['charge-port'] : [],
				plug: { in: profile.onCable ? 'AC' : null },
				charging: { session: null },
				routine: 'none'
			});
		}
	);

	it('is a Ford that stands on the cable, and charges as soon as it is told to', () => {
		const start = vehicleOf('ford-mustang-mach-e');
		const charging = after(start, { event: 'start-charge' });
		expect(charging.state.charging.session).not.toBeNull();
		expect(after(charging, { event: 'stop-charge' }).state.charging.session).toBeNull();
		expect(PROFILES.filter(({ onCable }) => onCable).map(({ id }) => id)).toEqual([
			start.state.profile
		]);
	});

	it('does nothing by itself for as long as it has no routine', () => {
		const start = vehicleOf();
		const { vehicle, moments } = advance(start, NOON + 90 * DAY);
		expect(moments).toEqual([]);
		expect(vehicle.state).toEqual({ ...start.state, time: NOON + 90 * DAY });
		expect(percentAt(instantOf(vehicle.state, vehicle.state.time))).toBe(
			percentAt(instantOf(start.state, NOON))
		);
	});

	it('differs by seed, and is the same for the same', () => {
		expect(vehicleOf('kia-ev6', 1)).toEqual(vehicleOf('kia-ev6', 1));
		expect(vehicleOf('kia-ev6', 1).state.odometer).not.toEqual(
			vehicleOf('kia-ev6', 2).state.odometer
		);
	});
});

describe('time', () => {
	it('goes only forward', () => {
		const vehicle = later(vehicleOf(), HOUR);
		expect(advance(vehicle, NOON)).toEqual({ vehicle, moments: [] });
	});

	it('of an event that comes late is the present of the vehicle', () => {
		const vehicle = later(vehicleOf(), HOUR);
		const result = transition(vehicle, { event: 'unlock' }, NOON);
		expect(result.vehicle.state.time).toBe(NOON + HOUR);
		expect(result.vehicle.state.since).toMatchObject({ lock: NOON + HOUR });
	});
});

describe('a life', () => {
	it('is the same however often one looks at it', () => {
		const looks = fc.array(fc.integer({ min: 0, max: 5 * DAY }), { maxLength: 30 });
		fc.assert(
			fc.property(anyProfile, anySeed, anyRoutine, looks, (profile, seed, routine, spans) => {
				const born = newVehicle({ profile, vin: VIN, seed, time: NOON });
				const start = transition(born, { event: 'routine', routine }, NOON).vehicle;
				const end = NOON + 6 * DAY;
				const steps = spans.map((span) => NOON + span).toSorted((a, b) => a - b);
				let stepwise = start;
				const moments: unknown[] = [];
				for (const time of [...steps, end]) {
					const step = advance(stepwise, time);
					moments.push(...step.moments);
					stepwise = step.vehicle;
				}
				const atOnce = advance(start, end);
				expect(stepwise).toEqual(atOnce.vehicle);
				expect(moments).toEqual(atOnce.moments);
			}),
			{ numRuns: 60 }
		);
	});

	it('keeps to what vehicles can be, whatever happens', () => {
		fc.assert(
			fc.property(anyProfile, anySeed, anySteps, (profile, seed, steps) => {
				let vehicle = newVehicle({ profile, vin: VIN, seed, time: NOON });
				let km = 0;
				for (const { event, wait } of steps) {
					const time = vehicle.state.time + wait;
					const result = transition(vehicle, event, time);
					({ vehicle } = result);
					const times = result.moments.map((moment) => moment.time);
					expect(times).toEqual(times.toSorted((a, b) => a - b));
					expect(vehicle.state.time).toBe(time);
					const now = instantOf(vehicle.state, time);
					expect(percentAt(now)).toBeGreaterThanOrEqual(0);
					expect(percentAt(now)).toBeLessThanOrEqual(100);
					expect(kWhAt(now)).toBeLessThanOrEqual(profile.battery?.kWh ?? 0);
					expect(litersAt(now)).toBeGreaterThanOrEqual(0);
					expect(litersAt(now)).toBeLessThanOrEqual(profile.tank?.liters ?? 0);
					expect(odometerAt(now)).toBeGreaterThanOrEqual(km);
					expect(Math.min(...tiresAt(now))).toBeGreaterThan(100);
					expect(vehicle.state.drive !== null && vehicle.state.plug.in !== null).toBe(false);
					expect(vehicle.state.drive !== null && vehicle.state.power.asleep).toBe(false);
					km = odometerAt(now);
				}
				expect(Vehicle.parse(JSON.parse(JSON.stringify(vehicle)))).toEqual(vehicle);
			}),
			{ numRuns: 150 }
		);
	});

	it('asleep begins a quarter of an hour after the last that happened', () => {
		const start = transition(vehicleOf(), { event: 'routine', routine: 'parked' }, NOON).vehicle;
		const { moments } = advance(start, NOON + 60 * DAY);
		expect(moments).toMatchObject([{ time: NOON + 15 * MINUTE, happening: 'fall-asleep' }]);
	});

	it('of months in a garage costs some charge, air and the 12 V battery', () => {
		const start = transition(vehicleOf(), { event: 'routine', routine: 'parked' }, NOON).vehicle;
		const end = instantOf(later(start, 60 * DAY).state, NOON + 60 * DAY);
		const begin = instantOf(start.state, NOON);
		expect(kWhAt(begin) - kWhAt(end)).toBeCloseTo(11.5, 1);
		expect((tiresAt(begin)[0] ?? 0) - (tiresAt(end)[0] ?? 0)).toBeCloseTo(13.2, 1);
	});
});
