import { lookAtSignal } from '#lib/vehicles/platform/read.ts';
import { PARTS } from '#lib/vehicles/state/schema.ts';
import { transition } from '#lib/vehicles/vehicle.ts';
import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { describe, expect, it } from 'vitest';
import { after, HOUR, later, NOON, vehicleOf } from '../vehicles.ts';

const car = later(vehicleOf('simulated-phev'), HOUR);

describe('an event', () => {
	it.each<[VehicleEvent, readonly string[]]>([
		[{ event: 'unlock' }, ['lock']],
		[{ event: 'sleep' }, ['power']],
		[{ event: 'refuel' }, ['tank']],
		[{ event: 'go-offline' }, ['online']],
		[{ event: 'trouble', code: 'P0300' }, ['troubles']],
		[{ event: 'set-pin', required: true }, ['pin']],
		[{ event: 'set-destination', to: { latitude: 1, longitude: 2 } }, ['destination']],
		[{ event: 'open', what: 'sunroof' }, ['open']],
		[{ event: 'service' }, ['service', 'tires', 'troubles']],
		[{ event: 'set-climate', target: 18 }, ['cabin', 'climate']],
		[{ event: 'set-amperage', amperes: 10 }, ['chargeSettings']],
		[{ event: 'routine', routine: 'parked' }, []],
		[{ event: 'wake' }, []]
	])('%j dates the parts that it changes, and no other', (event, parts) => {
		const { state } = transition(car, event, car.state.time).vehicle;
		const dated = PARTS.filter((part) => state.since[part] === NOON + HOUR);
		expect(dated.toSorted()).toEqual(parts);
		expect(state.happenedAt).toBe(NOON + HOUR);
	});

	it('ends what was set by hand if it changes any of what the signal is read from', () => {
		const body = {
			values: [{ row: 0, column: 0, isOpen: true, isLocked: true }],
			rowCount: 1,
			columnCount: 1
		};
		const set = after(car, { event: 'set', signals: { 'closure-doors': body } });
		expect(lookAtSignal(set, 'closure-doors')).toEqual(body);
		for (const event of ['unlock', 'refuel'] as const) {
			const kept = lookAtSignal(after(set, { event }), 'closure-doors');
			expect([event, kept?.rowCount]).toEqual([event, event === 'unlock' ? 2 : 1]);
		}
		const opened = after(set, { event: 'open', what: 'sunroof' });
		expect(lookAtSignal(opened, 'closure-doors')).toMatchObject({ rowCount: 2 });
	});

	it('lets two values be set one after the other', () => {
		const both = after(
			car,
			{ event: 'set', signals: { 'lowvoltagebattery-status': { value: 'BAD' } } },
			{ event: 'set', signals: { 'service-isinservice': { value: true } } }
		);
		expect(Object.keys(both.state.edits)).toEqual([
			'lowvoltagebattery-status',
			'service-isinservice'
		]);
	});
});

describe('the 12 V battery', () => {
	const parked = after(vehicleOf(), { event: 'routine', routine: 'parked' });
	const stood = after(later(parked, 60 * 24 * HOUR), { event: 'routine', routine: 'none' });
	const left = parked.state.lowVoltage.percent - 0.35 * 60;
	const percent = (vehicle: typeof stood) => vehicle.state.lowVoltage.percent;

	it('gains half a percent a minute on the way, from what it had come to', () => {
		const driving = after(stood, { event: 'drive', km: 10, minutes: 20 });
		expect(percent(driving)).toBeCloseTo(left, 9);
		expect(percent(later(driving, HOUR))).toBeCloseTo(left + 10, 9);
		const long = after(stood, { event: 'drive', km: 60, minutes: 100 });
		expect(percent(later(long, 2 * HOUR))).toBe(96);
	});

	it('is full after charging', () => {
		const charging = after(stood, { event: 'plug-in' });
		expect(percent(charging)).toBeCloseTo(left, 9);
		expect(percent(after(charging, { event: 'unplug' }))).toBe(96);
	});
});
