import type { EventOf } from '#lib/vehicles/events/event.ts';
import { lookAtSignal } from '#lib/vehicles/platform/read.ts';
import type { SignalCode } from '#lib/vehicles/signals/signals.ts';
import { transition } from '#lib/vehicles/vehicle.ts';
import { describe, expect, it } from 'vitest';
import { after, later, MINUTE, vehicleOf } from '../vehicles.ts';

type Signals = EventOf<'set'>['signals'];
const set = (signals: Signals) => ({ event: 'set', signals }) as const;
const volt = vehicleOf('chevrolet-volt');

describe('setting signals by hand', () => {
	const written: readonly [SignalCode, Signals[string]][] = [
		['tractionbattery-stateofcharge', { value: 42, unit: 'percent' }],
		['closure-islocked', { value: false }],
		['internalcombustionengine-fuellevel', { value: 10, unit: 'percent' }],
		['internalcombustionengine-amountremaining', { value: 12.5, unit: 'liters' }],
		['odometer-traveleddistance', { value: 99_000, unit: 'km' }],
		['diagnostics-abs', { status: 'ALERT', description: 'Have it looked at' }],
		['lowvoltagebattery-status', { value: 'BAD' }]
	];

	it.each(written)('%s is told at once', (code, body) => {
		const result = transition(volt, set({ [code]: body }), volt.state.time);
		expect(result.kind === 'changed' && result.changed).toContain(code);
		const told = lookAtSignal(result.vehicle, code);
		expect(told).toEqual(body);
	});

	it('writes a place and a limit into the state', () => {
		const at = { latitude: 48.1, longitude: 11.6 };
		const moved = after(
			vehicleOf(),
			set({
				'location-preciselocation': at,
				'charge-chargelimits': { values: [], activeLimit: 70, unit: 'percent' }
			})
		);
		expect(moved.state.place.at).toEqual(at);
		expect(moved.state.chargeSettings.limit).toBe(70);
	});

	const refused: readonly [string, Signals, string][] = [
		['a signal that there is not', { 'engine-magic': { value: 1 } }, 'NO_SUCH_SIGNAL'],
		[
			'a signal that the vehicle lacks',
			{ 'surveillance-isenabled': { value: true } },
			'VEHICLE_NOT_CAPABLE'
		],
		[
			'a charge above 100',
			{ 'tractionbattery-stateofcharge': { value: 101, unit: 'percent' } },
			'BODY_NOT_VALID'
		],
		[
			'a unit of another kind',
			{ 'tractionbattery-stateofcharge': { value: 50, unit: 'km' } },
			'BODY_NOT_VALID'
		],
		['a field too many', { 'closure-islocked': { value: true, by: 'me' } }, 'BODY_NOT_VALID'],
		[
			'an odometer that falls',
			{ 'odometer-traveleddistance': { value: 1, unit: 'km' } },
			'ODOMETER_FALLS'
		],
		[
			'more than the tank holds',
			{ 'internalcombustionengine-amountremaining': { value: 900, unit: 'liters' } },
			'BODY_NOT_VALID'
		]
	];

	it.each(refused)('refuses %s, and sets nothing beside it', (_, signals, refusal) => {
		const other: Signals = { 'closure-sunroof': { isOpen: true } };
		for (const both of [
			{ ...other, ...signals },
			{ ...signals, ...other }
		]) {
			const result = transition(volt, set(both), volt.state.time);
			expect(result).toMatchObject({ kind: 'refused', refusal });
			expect(result.vehicle).toEqual(volt);
		}
	});

	it('lasts until the vehicle itself changes what the signal is read from', () => {
		const odd = { value: 'orange' };
		const vehicle = after(vehicleOf(), set({ 'charge-chargeportstatuscolor': odd }));
		const locked = after(later(vehicle, 10 * MINUTE), { event: 'unlock' });
		expect(lookAtSignal(locked, 'charge-chargeportstatuscolor')).toEqual(odd);
		const plugged = after(locked, { event: 'plug-in' });
		expect(lookAtSignal(plugged, 'charge-chargeportstatuscolor')).toEqual({ value: 'green' });
	});
});
