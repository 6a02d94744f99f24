import { homeOf } from '#lib/vehicles/homes.ts';
import { isNear } from '#lib/vehicles/places.ts';
import { routineEvents, type PlannedEvent } from '#lib/vehicles/routines/routine-events.ts';
import { profileOf } from '#lib/vehicles/profiles/profiles.ts';
import type { Routine } from '#lib/vehicles/state/schema.ts';
import { advance, newVehicle, transition } from '#lib/vehicles/vehicle.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyProfile, anySeed, DAY, HOUR, NOON, vehicleOf, VIN } from '../vehicles.ts';

const driving = fc.constantFrom<Routine>('commuter', 'delivery', 'weekend');

function planned(routine: Routine, seed: number, days: number, profile = 'kia-ev6') {
	const state = { ...vehicleOf(profile, seed).state, routine };
	const events: PlannedEvent[] = [];
	for (const event of routineEvents(state, profileOf(profile))) {
		if (event.time > NOON + days * DAY) break;
		events.push(event);
	}
	return events;
}

function weekdayOf(time: number): number {
	return new Date(time - 6 * HOUR).getUTCDay();
}

describe('a routine', () => {
	it.each(['none', 'parked'] as const)('of %s does nothing', (routine) => {
		expect([...routineEvents({ ...vehicleOf().state, routine }, profileOf('kia-ev6'))]).toEqual([]);
	});

	it('goes on in order of time, after the present, the same for the same seed', () => {
		fc.assert(
			fc.property(driving, anySeed, (routine, seed) => {
				const events = planned(routine, seed, 30);
				const times = events.map(({ time }) => time);
				expect(times).toEqual(times.toSorted((a, b) => a - b));
				expect(times[0]).toBeGreaterThan(NOON);
				expect(times.every(Number.isInteger)).toBe(true);
				expect(planned(routine, seed, 30)).toEqual(events);
			}),
			{ numRuns: 40 }
		);
	});

	it.each([
		['commuter', [1, 2, 3, 4, 5], 2],
		['delivery', [1, 2, 3, 4, 5, 6], 9],
		['weekend', [0, 6], 2]
	] as const)('of %s drives on its days', (routine, days, drives) => {
		const trips = planned(routine, 11, 28).filter(({ event }) => event.event === 'drive');
		const byDay = Map.groupBy(trips, ({ time }) => Math.floor((time - 6 * HOUR) / DAY));
		const counts = [...byDay.values()].filter(([trip]) => {
			return days.some((day) => day === weekdayOf(trip?.time ?? 0));
		});
		// The first and the last day may be cut.
		expect(counts.slice(1, -1).every((list) => list.length === drives)).toBe(true);
		expect(counts.length).toBeGreaterThanOrEqual(days.length * 4 - 1);
	});

	it('brings a vehicle home for the night, charged or fuelled, for two months', () => {
		fc.assert(
			fc.property(driving, anyProfile, anySeed, (routine, profile, seed) => {
				const born = newVehicle({ profile, vin: VIN, seed, time: NOON });
				const start = transition(born, { event: 'routine', routine }, NOON).vehicle;
				const night = Math.ceil(NOON / DAY) * DAY + 60 * DAY + (26 - profile.home.utcOffset) * HOUR;
				const { vehicle, moments } = advance(start, night);
				expect(moments.filter(({ happening }) => happening === 'drive').length).toBeGreaterThan(25);
				const { place, drive, lock, odometer } = vehicle.state;
				expect(drive).toBeNull();
				expect(lock.locked).toBe(true);
				expect(isNear(homeOf(profile, seed), place.at)).toBe(true);
				expect(odometer.km - start.state.odometer.km).toBeGreaterThan(400);
			}),
			{ numRuns: 40 }
		);
	});

	it('is left where somebody chooses another', () => {
		const start = transition(vehicleOf(), { event: 'routine', routine: 'delivery' }, NOON).vehicle;
		const resting = transition(
			start,
			{ event: 'routine', routine: 'none' },
			NOON + DAY / 2
		).vehicle;
		const { moments } = advance(resting, NOON + 10 * DAY);
		expect(moments.map(({ happening }) => happening)).not.toContain('drive');
	});
});
