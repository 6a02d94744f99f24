import { percentAt } from '#lib/vehicles/instant/battery.ts';
import { instantOf } from '#lib/vehicles/instant/instant.ts';
import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import type { SchedulePlan } from '#lib/vehicles/state/charging.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { advance } from '#lib/vehicles/vehicle.ts';
import { describe, expect, it } from 'vitest';
import { after, DAY, HOUR, later, NOON, vehicleOf } from '../vehicles.ts';

/** At noon UTC on a Thursday it is one o'clock where a Volkswagen ID.4 lives. */
const car = after(vehicleOf('volkswagen-id4'), {
	event: 'set',
	signals: { 'tractionbattery-stateofcharge': { value: 10, unit: 'percent' } }
});
const location = car.state.place.at;
const night = { startTime: '22:00', stopTime: '01:00' };
const PLUG: VehicleEvent = { event: 'plug-in', kw: 3 };

const add = (plan: SchedulePlan, id = 'sched_1') => ({ event: 'add-schedule', id, plan }) as const;

function hours(vehicle: Vehicle, days: number) {
	return advance(vehicle, NOON + days * DAY).moments.map(
		({ time, happening, state }) =>
			`${happening} ${(time - NOON) / HOUR} ${state.charging.session ? 'on' : 'off'}`
	);
}

describe('a charge schedule', () => {
	it('begins when its window opens and stops when it closes', () => {
		const waiting = after(car, add({ kind: 'daily', location, window: night }), PLUG);
		expect(waiting.state.charging.session).toBeNull();
		expect(hours(waiting, 2)).toEqual([
			'charge-window 9 on',
			'charge-window 12 off',
			'charge-window 33 on',
			'charge-window 36 off'
		]);
		const charged = later(waiting, DAY).state;
		expect(percentAt(instantOf(charged, charged.time))).toBeCloseTo(10 + (9 / 77) * 100, 6);
	});

	it('lets charge at once within its window', () => {
		const window = { startTime: '12:30', stopTime: '14:00' };
		const charging = after(car, add({ kind: 'daily', location, window }), PLUG);
		expect(charging.state.charging.session).not.toBeNull();
		expect(hours(charging, 0.5)).toEqual(['charge-window 1 off']);
	});

	it.each<[string, SchedulePlan, number]>([
		['of a weekday', { kind: 'weekly', location, days: { saturday: night } }, 9 + 48],
		['of working days', { kind: 'workweek', location, weekdays: [night], weekends: [] }, 9],
		['of the weekend', { kind: 'workweek', location, weekdays: [], weekends: [night] }, 9 + 48],
		[
			'all day long',
			{ kind: 'daily', location, window: { startTime: '13:30', stopTime: '13:30' } },
			0
		]
	])('%s keeps to its days', (_, plan, first) => {
		const waiting = after(car, add(plan), PLUG);
		const begun = advance(waiting, NOON + 7 * DAY).moments.find(
			({ state }) => state.charging.session
		);
		const start = waiting.state.charging.session ? 0 : ((begun?.time ?? 0) - NOON) / HOUR;
		expect(start).toBe(first);
	});

	it('holds at its place alone', () => {
		const elsewhere = { latitude: 48.1, longitude: 11.6 };
		const charging = after(car, add({ kind: 'daily', location: elsewhere, window: night }), PLUG);
		expect(charging.state.charging.session).not.toBeNull();
		expect(hours(charging, 0.9)).toEqual([`charge-ends ${endOf(charging)} off`]);
	});

	function endOf({ state }: Vehicle): number {
		return ((state.charging.session?.endsAt ?? 0) - NOON) / HOUR;
	}

	it('that is made or removed on the cable acts at once', () => {
		const charging = after(car, PLUG);
		const waiting = after(charging, add({ kind: 'daily', location, window: night }));
		expect(waiting.state.charging.session).toBeNull();
		const again = after(waiting, { event: 'remove-schedule', id: 'sched_1' });
		expect(again.state.charging.session).not.toBeNull();
	});

	it('gives way to somebody who starts', () => {
		const waiting = after(car, add({ kind: 'daily', location, window: night }), PLUG);
		const started = after(waiting, { event: 'start-charge' });
		expect(started.state.charging.session).not.toBeNull();
		const limited = after(started, { event: 'set-charge-limit', percent: 90 });
		expect(limited.state.charging.session).not.toBeNull();
	});

	it('wakes a vehicle that sleeps on the cable', () => {
		const asleep = after(car, add({ kind: 'daily', location, window: night }), PLUG, {
			event: 'sleep'
		});
		const { state } = later(asleep, 10 * HOUR);
		expect(state.power.asleep).toBe(false);
		expect(state.charging.session).not.toBeNull();
	});

	it('joins windows that touch', () => {
		const both = after(
			car,
			add({ kind: 'daily', location, window: { startTime: '22:00', stopTime: '23:00' } }, 'one'),
			add({ kind: 'daily', location, window: { startTime: '23:00', stopTime: '23:30' } }, 'two'),
			PLUG
		);
		expect(hours(both, 1)).toEqual([
			'charge-window 9 on',
			'charge-window 10 on',
			'charge-window 10.5 off'
		]);
	});

	it('with a limit holds it at its place', () => {
		const plan = { kind: 'workweek', location, weekdays: [], weekends: [], limit: 60 } as const;
		const charged = later(after(car, add(plan), PLUG), 3 * DAY).state;
		expect(percentAt(instantOf(charged, charged.time))).toBeCloseTo(60, 9);
	});

	it('is not begun without a cable, nor above the limit', () => {
		const unplugged = after(car, add({ kind: 'daily', location, window: night }));
		expect(hours(unplugged, 2)).toEqual([]);
		const full = after(
			unplugged,
			{
				event: 'set',
				signals: { 'tractionbattery-stateofcharge': { value: 80, unit: 'percent' } }
			},
			PLUG
		);
		expect(hours(full, 1)).toEqual(['charge-window 9 off', 'charge-window 12 off']);
	});
});

describe('a timer', () => {
	const timer = (type: 'START_TIME' | 'DEPARTURE_TIME', time: string) =>
		add({ kind: 'timer', type, time });

	it('starts at its time and goes on until the limit', () => {
		const waiting = after(car, timer('START_TIME', '22:00'), PLUG);
		expect(hours(waiting, 1.9)).toEqual([
			'charge-window 9 on',
			expect.stringMatching(/^charge-ends 26\.96\d* off$/),
			'charge-window 33 off'
		]);
	});

	it.each([
		['12:00', true],
		['07:01', true],
		['07:00', false],
		['13:01', false]
	])('of %s lets a vehicle charge at one o’clock: %s', (time, charges) => {
		const plugged = after(car, timer('START_TIME', time), PLUG);
		expect(plugged.state.charging.session !== null).toBe(charges);
	});

	it('of a departure keeps nothing waiting', () => {
		expect(
			after(car, timer('DEPARTURE_TIME', '22:00'), PLUG).state.charging.session
		).not.toBeNull();
	});
});
