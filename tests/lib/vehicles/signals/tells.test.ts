import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { placeAway } from '#lib/vehicles/places.ts';
import { lookAtSignal } from '#lib/vehicles/platform/read.ts';
import { profileOf } from '#lib/vehicles/profiles/profiles.ts';
import type { SignalBody } from '#lib/vehicles/signals/signal.ts';
import type { SignalCode } from '#lib/vehicles/signals/signals.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { after, HOUR, later, vehicleOf, VIN } from '../vehicles.ts';
import { body, charging } from './charging.ts';

describe('what a signal tells', () => {
	const cases: readonly [string, Vehicle, SignalCode, SignalBody][] = [
		['while it charges', charging, 'charge-detailedchargingstatus', { value: 'CHARGING' }],
		[
			'of its timers',
			charging,
			'charge-chargetimers',
			{
				values: [
					{
						type: 'LOCATION',
						condition: {
							name: 'Charging place',
							address: '1 Example Street',
							latitude: 37.8,
							longitude: -122.4
						},
						schedules: [
							{
								start: '22:00:00',
								end: '06:00:00',
								days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
							}
						],
						departureTimers: [],
						isOEMOptimizationEnabled: false,
						scheduleType: 'DAILY',
						scheduleId: 'sched_1'
					}
				]
			}
		],
		[
			'of troubles',
			charging,
			'diagnostics-mil',
			{ status: 'ALERT', description: 'MIL needs attention' }
		],
		[
			'of a trouble',
			charging,
			'diagnostics-dtclist',
			{ values: [{ code: 'P0300', timestamp: '2026-11-26T12:00:00.000Z' }] }
		],
		[
			'of a healthy part',
			charging,
			'diagnostics-abs',
			{ status: 'OK', description: 'ABS system functioning normally' }
		],
		[
			'of its limit',
			vehicleOf(),
			'charge-chargelimits',
			{ values: [{ type: 'GLOBAL', limit: 80 }], activeLimit: 80, unit: 'percent' }
		],
		[
			'of a limit as a Polestar does',
			vehicleOf('polestar-2'),
			'charge-chargelimits',
			{ values: [], activeLimit: 80, unit: 'percent' }
		],
		[
			'of a front trunk as a Polestar does',
			vehicleOf('polestar-2'),
			'closure-fronttrunk',
			{ isOpen: false, isLocked: null }
		],
		[
			'of a sunroof it is blind to',
			vehicleOf('volkswagen-id4'),
			'closure-sunroof',
			{ isOpen: null }
		],
		[
			'of a connector that is not plugged in',
			vehicleOf('volkswagen-id4'),
			'charge-chargingconnectortype',
			{ value: 'invalid' }
		],
		['at home', vehicleOf(), 'location-isathome', { value: true }],
		['of its gear at rest', vehicleOf(), 'transmission-gearstate', { value: 'PARK' }],
		[
			'of its rates where it says 0',
			vehicleOf('volkswagen-id-buzz'),
			'charge-wattage',
			{ value: 0, unit: 'watts' }
		],
		['of itself', vehicleOf(), 'vehicleidentification-vin', { value: VIN }]
	];

	it.each(cases)('%s', (_, vehicle, code, expected) => {
		expect(lookAtSignal(vehicle, code)).toEqual(expected);
	});

	it('of its place has the fields of its brand', () => {
		const fields = (id: string) =>
			Object.keys(body(vehicleOf(id), 'location-preciselocation')).sort();
		expect(fields('jaguar-i-pace')).toEqual(['heading', 'latitude', 'longitude']);
		expect(fields('volkswagen-id4')).toEqual(['latitude', 'locationType', 'longitude']);
		expect(fields('tesla-model-3')).toEqual([
			'direction',
			'heading',
			'latitude',
			'locationType',
			'longitude'
		]);
	});

	it('of pressure is kilopascals called bar, but for those who know better', () => {
		const first = (id: string) =>
			z
				.object({ values: z.array(z.object({ tirePressure: z.number() })), unit: z.literal('bar') })
				.parse(body(vehicleOf(id), 'wheel-tires')).values[0]?.tirePressure;
		expect(first('jaguar-i-pace')).toBeGreaterThan(200);
		expect(first('toyota-bz4x')).toBeLessThan(3);
	});

	it('of what flows follows from the power', () => {
		const at = (profile: string, percent: number, event: VehicleEvent) =>
			after(
				vehicleOf(profile),
				{
					event: 'set',
					signals: { 'tractionbattery-stateofcharge': { value: percent, unit: 'percent' } }
				},
				event
			);
		const told = (vehicle: Vehicle) =>
			(
				[
					'charge-wattage',
					'charge-amperage',
					'charge-voltage',
					'charge-chargerphases',
					'charge-amperagemax',
					'charge-fastchargertype',
					'charge-chargingconnectortype',
					'charge-chargeportstatuscolor'
				] as const
			).map((code) => lookAtSignal(vehicle, code)?.value);
		const slow = at('simulated-bev', 40, { event: 'plug-in', kw: 9.6 });
		expect(told(slow)).toEqual([9600, 40, 240, 1, 46, 'NONE', 'J1772', 'green']);
		const fast = at('simulated-bev', 40, { event: 'plug-in', kind: 'DC', kw: 100 });
		expect(told(fast)).toEqual([100_000, 250, 400, 0, 375, 'CCS', 'CCS', 'green']);
		const waiting = at('simulated-bev', 90, { event: 'plug-in' });
		expect(told(waiting).slice(1)).toEqual([0, 0, 1, 46, 'NONE', 'J1772', 'blue']);
		expect(body(vehicleOf('simulated-bev'), 'charge-chargeportstatuscolor').value).toBe('white');
		expect(body(later(slow, HOUR), 'charge-energyadded')).toEqual({ value: 9.6, unit: 'kWh' });
		const ended = after(later(slow, HOUR), { event: 'unplug' });
		expect(body(ended, 'charge-energyadded')).toEqual({ value: 9.6, unit: 'kWh' });
		expect(body(ended, 'charge-chargerecords')).toEqual({
			values: [
				{
					id: 'CHG1795694400',
					cost: { currency: 'USD', energyAmount: 2.02, otherAmount: 0 },
					startTime: '2026-11-26T12:00:00.000Z',
					endTime: '2026-11-26T13:00:00.000Z',
					location: {
						name: 'Home Charger',
						address: '1 Example Street',
						...ended.state.place.at
					},
					energyAdded: 9.6,
					connectorType: 'J1772',
					isPublicCharger: false,
					startStateOfCharge: 40,
					endStateOfCharge: 53
				}
			]
		});
	});

	it('of a full battery says so, and no longer after some way', () => {
		const full = after(vehicleOf(), {
			event: 'set',
			signals: { 'tractionbattery-stateofcharge': { value: 100, unit: 'percent' } }
		});
		expect(body(full, 'charge-detailedchargingstatus')).toEqual({ value: 'FULLY_CHARGED' });
		const driven = later(after(full, { event: 'drive', km: 30 }), 2 * HOUR);
		expect(body(driven, 'charge-detailedchargingstatus')).toEqual({ value: 'NOT_CHARGING' });
	});

	it.each([
		[0, 'GOOD'],
		[70, 'GOOD'],
		[115, 'WARN'],
		[180, 'BAD'],
		[900, 'BAD']
	])('of the 12 V battery after %d days at rest is %s', (days, value) => {
		const parked = after(vehicleOf('ford-f-150'), { event: 'routine', routine: 'parked' });
		const awake = after(later(parked, days * 24 * HOUR), { event: 'wake' });
		expect(body(awake, 'lowvoltagebattery-status')).toEqual({ value });
	});

	it('on the way is where it goes, and how fast', () => {
		const start = vehicleOf();
		const to = placeAway(start.state.place.at, 30, 90);
		const under = later(after(start, { event: 'drive', to, minutes: 60 }), HOUR / 2);
		expect(body(under, 'motion-currentspeed')).toEqual({ value: 43, unit: 'km/h' });
		expect(body(under, 'transmission-gearstate')).toEqual({ value: 'DRIVE' });
		expect(body(under, 'location-isathome')).toEqual({ value: false });
		expect(body(under, 'location-preciselocation')).toMatchObject({
			direction: 'E',
			locationType: 'CURRENT'
		});
		const there = later(under, HOUR);
		expect(body(there, 'motion-currentspeed')).toEqual({ value: 0, unit: 'km/h' });
		expect(body(there, 'location-preciselocation')).toMatchObject({
			...to,
			locationType: 'LAST_PARKED'
		});
	});

	it('of range and charge rate follows from what it needs on 100 km', () => {
		const vehicle = after(vehicleOf('volkswagen-id4'), {
			event: 'set',
			signals: { 'tractionbattery-stateofcharge': { value: 50, unit: 'percent' } }
		});
		expect(body(vehicle, 'tractionbattery-range').value).toBe(214);
		const plugged = after(vehicle, { event: 'plug-in' });
		expect(body(plugged, 'charge-chargerate')).toEqual({ value: 61, unit: 'km/h' });
		expect(body(plugged, 'charge-timetocomplete')).toEqual({ value: 126 });
		expect(profileOf('volkswagen-id4').battery?.kWh).toBe(77);
	});
});
