import { advance, newVehicle, transition } from '#lib/vehicles/vehicle.ts';
import { stepsUntilNow, TRAIL_SPAN } from '#lib/vehicles/trail/trail.ts';
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
	NOON,
	VIN,
	vehicleOf
} from '../vehicles.ts';

const told = (vehicle: ReturnType<typeof vehicleOf>) => stepsUntilNow(vehicle.trail, vehicle.state);

describe('the trail of a vehicle', () => {
	it('is empty for one to which nothing happened, and shows it standing', () => {
		const vehicle = later(vehicleOf(), 3 * HOUR);
		expect(vehicle.trail).toEqual([]);
		expect(told(vehicle)).toMatchObject([
			{ at: NOON, doing: 'parked' },
			{ at: NOON + 3 * HOUR, doing: 'parked' }
		]);
	});

	it('tells a drive from where it begins to where it ends', () => {
		const driving = after(later(vehicleOf(), HOUR), { event: 'drive', km: 30, minutes: 30 });
		const steps = told(later(driving, 3 * HOUR));
		expect(steps.map(({ doing }) => doing)).toEqual(['parked', 'driving', 'parked', 'parked']);
		const [start, off, arrived, now] = steps;
		expect(off?.at).toBe(NOON + HOUR);
		expect(off?.level).toBe(start?.level);
		expect((arrived?.km ?? 0) - (off?.km ?? 0)).toBeCloseTo(30, 1);
		expect(arrived?.level).toBeLessThan(off?.level ?? 0);
		expect(now?.level).toBe(arrived?.level);
	});

	it('tells charging, its end, and the cable that stays in', () => {
		const steps = told(later(after(vehicleOf(), { event: 'plug-in' }), 8 * HOUR));
		expect(steps.map(({ doing }) => doing)).toEqual(['charging', 'plugged-in', 'plugged-in']);
		expect(steps.at(-1)?.level).toBeCloseTo(80, 0);
	});

	it('jumps where a value is put by hand', () => {
		const set = after(later(vehicleOf(), HOUR), {
			event: 'set',
			signals: { 'tractionbattery-stateofcharge': { value: 12, unit: 'percent' } }
		});
		const [, reached, put, now] = told(later(set, HOUR));
		expect(reached?.at).toBe(put?.at);
		expect(reached?.level).toBeGreaterThan(50);
		expect(put?.level).toBe(12);
		expect(now?.level).toBe(12);
	});

	it('says nothing of what changes neither place nor level', () => {
		const vehicle = after(vehicleOf(), { event: 'unlock' }, { event: 'lock' });
		expect(vehicle.trail).toEqual([]);
	});

	it('forgets all but where the last day came from', () => {
		const commuting = after(vehicleOf(), { event: 'routine', routine: 'commuter' });
		const { trail, state } = later(commuting, 60 * DAY);
		const old = trail.filter(({ at }) => at <= state.time - TRAIL_SPAN);
		expect(old).toHaveLength(1);
		expect(trail[0]).toBe(old[0]);
	});

	it('is of the tank where there is no battery', () => {
		const [first] = told(later(vehicleOf('subaru-outback'), HOUR));
		expect(first?.level).toBeGreaterThan(35);
	});
});

describe('whatever happens', () => {
	it('a trail is in order, within bounds, and its distance never falls', () => {
		fc.assert(
			fc.property(anyProfile, anySeed, anyRoutine, anySteps, (profile, seed, routine, steps) => {
				let vehicle = after(newVehicle({ profile, vin: VIN, seed, time: NOON }), {
					event: 'routine',
					routine
				});
				for (const { event, wait } of steps) {
					({ vehicle } = transition(vehicle, event, vehicle.state.time + wait));
				}
				({ vehicle } = advance(vehicle, vehicle.state.time + HOUR));
				const trail = told(vehicle);
				expect(trail.length).toBeLessThanOrEqual(98);
				for (const [index, step] of trail.entries()) {
					const before = trail[index - 1] ?? step;
					expect(step.at).toBeGreaterThanOrEqual(before.at);
					expect(step.km).toBeGreaterThanOrEqual(before.km - 0.011);
					expect(step.level).toBeGreaterThanOrEqual(0);
					expect(step.level).toBeLessThanOrEqual(100);
				}
				expect(trail.at(-1)?.at).toBe(vehicle.state.time);
			}),
			{ numRuns: 60 }
		);
	});

	it('it is the same however often one looks', () => {
		fc.assert(
			fc.property(anySeed, fc.integer({ min: 1, max: 30 * 24 }), (seed, hours) => {
				const start = after(vehicleOf('kia-ev6', seed), { event: 'routine', routine: 'delivery' });
				const once = later(start, hours * HOUR);
				const often = Array.from({ length: hours }).reduce<typeof start>(
					(vehicle) => later(vehicle, HOUR),
					start
				);
				expect(told(often)).toEqual(told(once));
			}),
			{ numRuns: 20 }
		);
	});
});
