import { percentAt } from '#lib/vehicles/instant/battery.ts';
import { instantOf } from '#lib/vehicles/instant/instant.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { advance, transition } from '#lib/vehicles/vehicle.ts';
import { describe, expect, it } from 'vitest';
import { after, DAY, HOUR, later, vehicleOf } from '../vehicles.ts';

const setTo = (value: number) =>
	({
		event: 'set',
		signals: { 'tractionbattery-stateofcharge': { value, unit: 'percent' } }
	}) as const;

function percent({ state }: Vehicle): number {
	return percentAt(instantOf(state, state.time));
}

/** A Volkswagen ID.4 with 77 kWh at 11 kW. */
const low = after(vehicleOf('volkswagen-id4'), setTo(40));

describe('charging', () => {
	it('begins with the cable and ends exactly at the limit', () => {
		const charging = after(low, { event: 'plug-in' });
		expect(charging.state.charging.session?.kw).toBe(11);
		expect(percent(later(charging, HOUR))).toBeCloseTo(40 + (11 / 77) * 100, 6);
		const { vehicle, moments } = advance(charging, charging.state.time + DAY);
		expect(moments).toMatchObject([{ happening: 'charge-ends' }]);
		expect(percent(vehicle)).toBeCloseTo(80, 9);
		expect(vehicle.state.charging.session).toBeNull();
		expect(vehicle.state.plug.in).toBe('AC');
	});

	it('takes what station, vehicle and the chosen current allow', () => {
		const kw = (...events: Parameters<typeof after> extends [Vehicle, ...infer E] ? E : never) =>
			after(low, ...events).state.charging.session?.kw;
		expect(kw({ event: 'plug-in', kw: 3.7 })).toBe(3.7);
		expect(kw({ event: 'plug-in', kw: 22 })).toBe(11);
		expect(kw({ event: 'set-amperage', amperes: 10 }, { event: 'plug-in' })).toBeCloseTo(6.9, 9);
		expect(kw({ event: 'plug-in' }, { event: 'set-amperage', amperes: 6 })).toBeCloseTo(4.14, 9);
		expect(kw({ event: 'plug-in', kind: 'DC', kw: 300 })).toBe(135);
		expect(kw({ event: 'plug-in', kind: 'DC', kw: 50 })).toBe(50);
	});

	it('goes on as before when the current is changed on the way', () => {
		const half = later(after(low, { event: 'plug-in' }), HOUR);
		const slower = after(half, { event: 'set-amperage', amperes: 8 });
		expect(percent(slower)).toBeCloseTo(percent(half), 9);
		expect(slower.state.charging.session?.beganAt).toBe(low.state.time);
		expect(percent(later(slower, HOUR)) - percent(half)).toBeCloseTo((5.52 / 77) * 100, 6);
	});

	it('ends at once under a limit below the charge, and goes on under a higher one', () => {
		const charging = later(after(low, setTo(70), { event: 'plug-in' }), HOUR / 6);
		const limited = after(charging, { event: 'set-charge-limit', percent: 60 });
		expect(limited.state.charging.session).toBeNull();
		expect(percent(limited)).toBeCloseTo(percent(charging), 9);
		const raised = after(limited, { event: 'set-charge-limit', percent: 100 });
		expect(percent(later(raised, DAY))).toBeCloseTo(100, 9);
		expect(later(raised, DAY).state.fullCharges.count).toBe(low.state.fullCharges.count + 1);
	});

	it('ends with the cable, and is remembered', () => {
		const pulled = after(later(after(low, { event: 'plug-in' }), HOUR), { event: 'unplug' });
		expect(pulled.state.plug.in).toBeNull();
		expect(pulled.state.charging.past).toMatchObject([
			{ endedAt: pulled.state.time, session: { beganAt: low.state.time } }
		]);
	});

	it('goes on from a charge that is set by hand', () => {
		const set = after(low, { event: 'plug-in' }, setTo(70));
		expect(percent(later(set, HOUR / 2))).toBeCloseTo(70 + (5.5 / 77) * 100, 6);
		const over = after(low, { event: 'plug-in' }, setTo(90));
		expect(over.state.charging.session).toBeNull();
		expect(percent(over)).toBeCloseTo(90, 9);
	});

	it('tells what it changed', () => {
		const result = transition(low, { event: 'plug-in' }, low.state.time);
		expect(result.kind === 'changed' && result.changed).toEqual(
			[
				'charge-chargerate',
				'charge-detailedchargingstatus',
				'charge-ischarging',
				'charge-ischargingcableconnected',
				'charge-ischargingcablelatched',
				'charge-timetocomplete',
				'charge-wattage',
				'charge-chargingconnectortype'
			].sort()
		);
	});

	it('does not begin by a limit alone, nor again where somebody stopped it', () => {
		const limited = after(low, { event: 'set-charge-limit', percent: 100 });
		expect(limited.state.charging.session).toBeNull();
		const stopped = after(low, { event: 'plug-in' }, { event: 'stop-charge' });
		const raised = after(stopped, { event: 'set-charge-limit', percent: 100 });
		expect(raised.state.charging.session).toBeNull();
	});

	it('that goes on is not begun anew by being started', () => {
		const half = later(after(low, { event: 'plug-in' }), HOUR);
		expect(after(half, { event: 'start-charge' }).state.charging).toEqual(half.state.charging);
	});

	it('counts as full from 99.5 percent on', () => {
		const count = (percentage: number) => {
			const charged = after(low, { event: 'set-charge-limit', percent: 100 }, setTo(percentage));
			const ended = after(charged, { event: 'plug-in' }, { event: 'stop-charge' });
			return ended.state.fullCharges.count - low.state.fullCharges.count;
		};
		expect(count(99.6)).toBe(1);
		expect(count(99)).toBe(0);
	});

	it('is set by hand at rest alone', () => {
		const driving = after(low, { event: 'drive' });
		expect(() => after(driving, setTo(50))).toThrow('set: IN_MOTION');
		expect(after(low, setTo(50)).state.charging).toEqual(low.state.charging);
	});

	it('fills the 12 V battery as well', () => {
		const stood = later(after(low, { event: 'routine', routine: 'parked' }), 60 * DAY);
		const charged = after(stood, { event: 'plug-in' }, { event: 'stop-charge' });
		expect(charged.state.lowVoltage).toEqual({ percent: 96, at: stood.state.time });
	});
});
