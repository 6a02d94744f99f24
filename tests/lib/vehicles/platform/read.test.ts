import { askForFetch, readSignal, readSignals } from '#lib/vehicles/platform/read.ts';
import { PROFILES } from '#lib/vehicles/profiles/profiles.ts';
import { SIGNALS } from '#lib/vehicles/signals/signals.ts';
import { Vehicle } from '#lib/vehicles/kept.ts';
import { advance, newVehicle, transition } from '#lib/vehicles/vehicle.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	after,
	anyProfile,
	anySeed,
	anySteps,
	HOUR,
	later,
	MINUTE,
	NOON,
	SECOND,
	vehicleOf,
	VIN
} from '../vehicles.ts';

const LOCKED = 'closure-islocked';

describe('a read', () => {
	it.each(PROFILES.map((profile) => [profile.id, profile] as const))(
		'of %s finds every signal filled at connection',
		(_, profile) => {
			const vehicle = newVehicle({ profile, vin: VIN, seed: 1, time: NOON });
			const readings = readSignals(vehicle);
			expect(readings.length).toBeGreaterThan(0);
			for (const { error, body, code, ingestedAt } of readings) {
				expect(ingestedAt).toBe(NOON);
				if (SIGNALS[code].onlyCharging && error) continue;
				expect([code, error]).toEqual([code, null]);
				expect(body).not.toBeNull();
			}
		}
	);

	it('right after a command returns the old value, until the new one is ingested', () => {
		const start = later(vehicleOf('kia-ev6'), 10 * MINUTE + 30 * SECOND);
		const unlocked = after(start, { event: 'unlock' });
		const changed = unlocked.state.time;
		expect(readSignal(unlocked, LOCKED).body).toEqual({ value: true });
		// The fetch after 11 minutes sees what was so 20 s before; it is ingested 2 s later.
		expect(readSignal(later(unlocked, 31 * SECOND), LOCKED).body).toEqual({ value: true });
		expect(readSignal(later(unlocked, 32 * SECOND), LOCKED)).toEqual({
			code: LOCKED,
			error: null,
			body: { value: false },
			oemUpdatedAt: changed,
			retrievedAt: NOON + 11 * MINUTE,
			ingestedAt: NOON + 11 * MINUTE + 2 * SECOND
		});
	});

	it('sees what somebody fetched in between', () => {
		const start = later(vehicleOf('kia-ev6'), 10 * MINUTE + SECOND);
		const unlocked = later(after(start, { event: 'unlock' }), 20 * SECOND);
		const fetched = later(askForFetch(unlocked), 2 * SECOND);
		expect(readSignal(later(unlocked, 2 * SECOND), LOCKED).body).toEqual({ value: true });
		expect(readSignal(fetched, LOCKED)).toMatchObject({
			body: { value: false },
			retrievedAt: unlocked.state.time
		});
	});

	it('takes the delays that are set', () => {
		const delays = { report: 0, every: SECOND, ingest: 0 };
		const vehicle = newVehicle(
			{ ...vehicleOf().state, profile: PROFILES[0] ?? never(), time: NOON },
			delays
		);
		const unlocked = after(later(vehicle, HOUR), { event: 'unlock' });
		expect(readSignal(unlocked, LOCKED).body).toEqual({ value: false });
	});

	it('keeps what was last told beside the error of a vehicle that does not charge', () => {
		const start = after(vehicleOf('volkswagen-id4'), {
			event: 'set',
			signals: { 'tractionbattery-stateofcharge': { value: 40, unit: 'percent' } }
		});
		const never = readSignal(start, 'charge-wattage');
		expect(never).toMatchObject({ body: null, oemUpdatedAt: null, retrievedAt: null });
		expect(never.error).toEqual({ type: 'VEHICLE_STATE', code: 'NOT_CHARGING' });
		const charging = later(after(start, { event: 'plug-in', kw: 7 }), HOUR);
		expect(readSignal(charging, 'charge-wattage').body).toEqual({ value: 7000, unit: 'watts' });
		const stopped = after(charging, { event: 'stop-charge' });
		const idle = readSignal(later(stopped, HOUR), 'charge-wattage');
		expect(idle).toMatchObject({
			error: { code: 'NOT_CHARGING' },
			body: { value: 7000, unit: 'watts' },
			retrievedAt: NOON + HOUR,
			ingestedAt: NOON + 2 * HOUR - MINUTE + 2 * SECOND
		});
		expect(idle.oemUpdatedAt).toBe(NOON + HOUR - 20 * SECOND);
	});

	it('was not said after it was fetched where the charge changed before it ended', () => {
		const charging = later(
			after(vehicleOf('volkswagen-id4'), { event: 'plug-in', kw: 7 }),
			10 * MINUTE
		);
		const changed = after(later(charging, 5 * SECOND), { event: 'set-amperage', amperes: 10 });
		const stopped = after(later(changed, 10 * SECOND), { event: 'unplug' });
		expect(readSignal(later(stopped, HOUR), 'charge-timetocomplete')).toMatchObject({
			error: { code: 'NOT_CHARGING' },
			oemUpdatedAt: NOON + 10 * MINUTE - 20 * SECOND,
			retrievedAt: NOON + 10 * MINUTE
		});
	});

	it('of what a vehicle lacks is an error with one time', () => {
		expect(readSignal(vehicleOf('byd-seal-u'), 'wheel-tires')).toEqual({
			code: 'wheel-tires',
			error: { type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' },
			body: null,
			oemUpdatedAt: null,
			retrievedAt: null,
			ingestedAt: NOON
		});
	});

	it('of what never changes has no time of the vehicle', () => {
		const reading = readSignal(later(vehicleOf(), HOUR), 'vehicleidentification-vin');
		expect(reading).toMatchObject({ oemUpdatedAt: null, retrievedAt: null, body: { value: VIN } });
	});

	it('of a sleeping vehicle tells of the moment when it fell asleep', () => {
		const asleep = after(later(vehicleOf('jaguar-i-pace'), HOUR), { event: 'sleep' });
		const reading = readSignal(later(asleep, 9 * HOUR), 'wheel-tires');
		expect(reading.oemUpdatedAt).toBe(NOON + HOUR);
		expect(reading.retrievedAt).toBeGreaterThan(NOON + 9.9 * HOUR);
	});
});

describe('times', () => {
	it('follow one another, and reads never go back', () => {
		fc.assert(
			fc.property(anyProfile, anySeed, anySteps, (profile, seed, steps) => {
				let vehicle = newVehicle({ profile, vin: VIN, seed, time: NOON });
				let before = readSignals(vehicle);
				for (const { event, wait } of steps) {
					({ vehicle } = transition(vehicle, event, vehicle.state.time + Math.floor(wait / 100)));
					const readings = readSignals(vehicle);
					for (const [index, reading] of readings.entries()) {
						const { oemUpdatedAt, retrievedAt, ingestedAt } = reading;
						expect(ingestedAt).toBeLessThanOrEqual(vehicle.state.time);
						expect(ingestedAt).toBeGreaterThanOrEqual(before[index]?.ingestedAt ?? 0);
						if (retrievedAt === null || oemUpdatedAt === null) continue;
						expect(retrievedAt).toBeLessThanOrEqual(ingestedAt);
						expect(oemUpdatedAt).toBeLessThanOrEqual(retrievedAt);
						if (reading.error || before[index]?.error) continue;
						expect(oemUpdatedAt).toBeGreaterThanOrEqual(before[index]?.oemUpdatedAt ?? 0);
					}
					before = readings;
				}
			}),
			{ numRuns: 50 }
		);
	});

	it('need few states to be kept, and none for long', () => {
		let vehicle = vehicleOf();
		for (let n = 0; n < 200; n++) {
			const event = { event: n % 2 === 0 ? 'unlock' : 'lock' } as const;
			({ vehicle } = transition(vehicle, event, vehicle.state.time + 100));
			// Two dozen for a fetch that may come, and those that one fell upon.
			expect(vehicle.earlier.length).toBeLessThanOrEqual(24 + 2);
		}
		expect(later(vehicle, 3 * MINUTE).earlier).toEqual([]);
		expect(Vehicle.parse(JSON.parse(JSON.stringify(vehicle)))).toEqual(vehicle);
	});

	it('are read the same after one long wait and many short ones', () => {
		fc.assert(
			fc.property(anySeed, fc.array(fc.integer({ min: 1, max: HOUR })), (seed, waits) => {
				const profile = PROFILES[0] ?? never();
				const born = newVehicle({ profile, vin: VIN, seed, time: NOON });
				const start = transition(born, { event: 'routine', routine: 'delivery' }, NOON).vehicle;
				let stepwise = start;
				for (const wait of waits) stepwise = later(stepwise, wait);
				const atOnce = advance(start, stepwise.state.time).vehicle;
				expect(readSignals(stepwise)).toEqual(readSignals(atOnce));
			}),
			{ numRuns: 30 }
		);
	});
});

function never(): never {
	throw new Error('There are profiles');
}
