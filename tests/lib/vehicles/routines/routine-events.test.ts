import { homeOf } from '#lib/vehicles/homes.ts';
import { percentAt } from '#lib/vehicles/instant/battery.ts';
import { instantOf } from '#lib/vehicles/instant/instant.ts';
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

	it('leads no farther into the country than a small battery brings home in frost', () => {
		const vehicle = vehicleOf('nissan-leaf', 1_022_874_655);
		const start = transition(vehicle, { event: 'routine', routine: 'weekend' }, NOON).vehicle;
		const { moments } = advance(start, NOON + 90 * DAY);
		const arrived = moments.filter(({ happening }) => happening === 'arrive');
		expect(arrived.length).toBeGreaterThan(40);
		const levels = arrived.map(({ state }) => percentAt(instantOf(state, state.time)));
		expect(Math.min(...levels)).toBeGreaterThan(5);
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

	/** Minutes since midnight at the place of the vehicle, San Francisco. */
	const clock = ({ time }: PlannedEvent) => (((time / 60_000 - 8 * 60) % 1440) + 1440) % 1440;
	const span = (events: readonly PlannedEvent[]) => {
		const minutes = events.map(clock);
		return [Math.min(...minutes), Math.max(...minutes)].map(Math.round);
	};

	it('of a commuter leaves in the morning and comes home in the evening', () => {
		const days = planned('commuter', 3, 200, 'tesla-model-3').filter(
			({ time }) => ![0, 6].includes(new Date(time - 8 * HOUR).getUTCDay())
		);
		const drives = days.filter(({ event }) => event.event === 'drive');
		const [out, back] = [
			drives.filter((drive) => clock(drive) < 720),
			drives.filter((drive) => clock(drive) >= 720)
		];
		const [early = 0, late = 0] = span(out);
		expect(early).toBeGreaterThanOrEqual(7 * 60 + 5);
		expect(early).toBeLessThan(7 * 60 + 12);
		expect(late).toBeLessThanOrEqual(7 * 60 + 55);
		expect(late).toBeGreaterThan(7 * 60 + 48);
		const [first = 0, last = 0] = span(back);
		expect(first).toBeGreaterThanOrEqual(16 * 60 + 20);
		expect(last).toBeLessThanOrEqual(18 * 60 + 10);
	});

	it('of a commuter runs an errand on some days of the weekend', () => {
		const weekends = planned('commuter', 3, 700, 'tesla-model-3').filter(({ time, event }) => {
			return event.event === 'drive' && [0, 6].includes(new Date(time - 8 * HOUR).getUTCDay());
		});
		expect(weekends.length / 2).toBeGreaterThan(100);
		expect(weekends.length / 2).toBeLessThan(140);
		const [early = 0] = span(weekends);
		expect(early).toBeGreaterThanOrEqual(600);
	});

	it('of a delivery begins about eight and is over by the evening', () => {
		const drives = planned('delivery', 3, 60, 'tesla-model-3').filter(
			({ event }) => event.event === 'drive'
		);
		const [early = 0, late = 0] = span(drives);
		expect(early).toBeGreaterThanOrEqual(480);
		expect(early).toBeLessThan(500);
		expect(late).toBeLessThan(17 * 60);
	});

	it('keeps every plan within its day, and each act at its distance from the drives', () => {
		fc.assert(
			fc.property(driving, anySeed, (routine, seed) => {
				const events = planned(routine, seed, 21, 'tesla-model-3');
				const byDay = Map.groupBy(events, ({ time }) => Math.floor((time - 8 * HOUR) / DAY));
				for (const day of [...byDay.values()].slice(1, -1)) {
					expect(day.map(({ event }) => event.event).slice(0, 4)).toEqual([
						'set-climate',
						'unplug',
						'unlock',
						'drive'
					]);
					expect(day.at(-1)?.event).toEqual({ event: 'plug-in', kind: 'AC', kw: 11 });
					const [warmed, unplugged, unlocked, drive] = day.map(({ time }) => time);
					const before = [warmed, unplugged, unlocked].map((time = 0) => (drive ?? 0) - time);
					expect(before).toEqual([15 * 60_000, 2 * 60_000, 60_000]);
					const [unlock, lock, plug] = day.slice(-3).map(({ time }) => time);
					expect((lock ?? 0) - (unlock ?? 0)).toBe(2 * 60_000);
					expect((plug ?? 0) - (lock ?? 0)).toBe(2 * 60_000);
				}
			}),
			{ numRuns: 30 }
		);
	});

	it('fuels what has a tank, and plugs in what has a plug', () => {
		const kinds = (profile: string) =>
			new Set(planned('commuter', 3, 14, profile).map(({ event }) => event.event));
		expect(kinds('ford-f-150')).toEqual(new Set(['unlock', 'drive', 'lock', 'refuel']));
		expect(kinds('chevrolet-volt')).toEqual(
			new Set(['set-climate', 'unplug', 'unlock', 'drive', 'lock', 'refuel', 'plug-in'])
		);
		expect(kinds('kia-ev6')).not.toContain('refuel');
	});

	it('rests on its days of rest', () => {
		const days = (routine: Routine, what: PlannedEvent['event']['event'], profile: string) =>
			planned(routine, 3, 70, profile)
				.filter(({ event }) => event.event === what)
				.map(({ time }) => new Date(time - 8 * HOUR).getUTCDay());
		expect(new Set(days('delivery', 'drive', 'tesla-model-3'))).toEqual(
			new Set([1, 2, 3, 4, 5, 6])
		);
		expect(new Set(days('weekend', 'drive', 'tesla-model-3'))).toEqual(new Set([0, 6]));
	});

	it('fuels on Fridays, on the round every third day, in the country each time', () => {
		const fuelled = (routine: Routine) =>
			planned(routine, 3, 84, 'ford-f-150').filter(({ event }) => event.event === 'refuel');
		const weekdays = fuelled('commuter').map(({ time }) => new Date(time - 6 * HOUR).getUTCDay());
		expect(new Set(weekdays)).toEqual(new Set([5]));
		expect(fuelled('commuter')).toHaveLength(12);
		// Of 84 days every third is 28, and each seventh of those a Sunday.
		expect(fuelled('delivery')).toHaveLength(24);
		expect(fuelled('weekend')).toHaveLength(24);
	});

	it('fuels two minutes after the last arrival', () => {
		for (const routine of ['commuter', 'delivery', 'weekend'] as const) {
			const events = planned(routine, 3, 28, 'ford-f-150');
			const at = events.findIndex(({ event }) => event.event === 'refuel');
			const [unlock, refuel, lock] = events.slice(at - 1, at + 2);
			expect([unlock?.event.event, lock?.event.event]).toEqual(['unlock', 'lock']);
			expect((refuel?.time ?? 0) - (unlock?.time ?? 0)).toBe(60_000);
		}
	});

	it('does not do again what it did at that very moment', () => {
		const [first, second] = planned('delivery', 3, 7);
		const state = { ...vehicleOf('kia-ev6', 3).state, routine: 'delivery' as const };
		const rest = routineEvents({ ...state, time: first?.time ?? 0 }, profileOf('kia-ev6'));
		expect(rest.next().value).toEqual(second);
	});
});
