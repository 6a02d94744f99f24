import { Vehicle } from '#lib/vehicles/kept.ts';
import { shifted } from '#lib/vehicles/shift.ts';
import { newVehicle, transition } from '#lib/vehicles/vehicle.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	after,
	anyProfile,
	anySteps,
	DAY,
	later,
	MINUTE,
	NOON,
	vehicleOf,
	VIN
} from './vehicles.ts';

/** Milliseconds since 1970 are by far the largest numbers of a life. */
const OLDEST = 1e11;

/** Every time that stands in a life moved, and nothing else touched. */
function movedTimes(value: unknown, by: number): unknown {
	if (typeof value === 'number') return value > OLDEST ? value + by : value;
	if (Array.isArray(value)) return value.map((one) => movedTimes(one, by));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, movedTimes(one, by)]));
}

it('every time of a life is moved, and nothing else', () => {
	fc.assert(
		fc.property(anyProfile, anySteps, fc.integer({ min: -90, max: 90 }), (profile, steps, days) => {
			let vehicle = newVehicle({ profile, vin: VIN, seed: 3, time: NOON });
			for (const { event, wait } of steps) {
				vehicle = transition(vehicle, event, vehicle.state.time + wait).vehicle;
			}
			const moved = shifted(vehicle, days * DAY);
			expect(moved).toEqual(movedTimes(vehicle, days * DAY));
			expect(Vehicle.parse(JSON.parse(JSON.stringify(moved)))).toEqual(moved);
		}),
		{ numRuns: 60 }
	);
});

it('a vehicle that was put back goes on from what it was', () => {
	const start = later(after(vehicleOf(), { event: 'plug-in' }), 5 * MINUTE);
	const back = shifted(start, -40 * DAY);
	expect(back.state.charging.session).not.toBeNull();
	expect(shifted(later(back, DAY), 40 * DAY)).toEqual(later(start, DAY));
});
