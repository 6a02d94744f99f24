import { vehicleState } from '#lib/webhooks/payloads/vehicle-state.ts';
import type { ToldSignal } from '#lib/webhooks/payloads/signal.ts';
import { describe, expect, it } from 'vitest';
import { FACTS, received, SUBJECT } from './facts.ts';

const TIMES = { oemUpdatedAt: 1_780_222_506_000, retrievedAt: 1_780_222_662_364 };
const NO_TIMES = { oemUpdatedAt: null, retrievedAt: null };

const CHARGE: ToldSignal = {
	code: 'tractionbattery-stateofcharge',
	isGranted: true,
	error: null,
	body: { value: 80, unit: 'percent' },
	...TIMES
};

const SIGNALS: readonly (readonly [title: string, told: ToldSignal, body: object])[] = [
	[
		'a value with its times as numbers',
		CHARGE,
		{
			code: 'tractionbattery-stateofcharge',
			name: 'StateOfCharge',
			group: 'TractionBattery',
			body: { value: 80, unit: 'percent' },
			meta: TIMES,
			status: { value: 'SUCCESS' }
		}
	],
	[
		'an error of state with the last value beside it',
		{
			code: 'charge-chargerate',
			isGranted: true,
			error: { type: 'VEHICLE_STATE', code: 'NOT_CHARGING' },
			body: { value: 30, unit: 'km/h' },
			...TIMES
		},
		{
			code: 'charge-chargerate',
			name: 'ChargeRate',
			group: 'Charge',
			body: { value: 30, unit: 'km/h' },
			meta: TIMES,
			status: { value: 'ERROR', error: { type: 'VEHICLE_STATE', code: 'NOT_CHARGING' } }
		}
	],
	[
		'an error without a value',
		{
			code: 'diagnostics-abs',
			isGranted: true,
			error: { type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' },
			body: null,
			...NO_TIMES
		},
		{
			code: 'diagnostics-abs',
			name: 'ABS',
			group: 'Diagnostics',
			status: { value: 'ERROR', error: { type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' } }
		}
	],
	[
		'what its owner did not grant without value and code',
		{ ...CHARGE, isGranted: false },
		{
			code: 'tractionbattery-stateofcharge',
			name: 'StateOfCharge',
			group: 'TractionBattery',
			status: { value: 'ERROR', error: { type: 'PERMISSION', code: null } }
		}
	],
	[
		'what is fixed about the vehicle with the time 0',
		{
			code: 'vehicleidentification-vin',
			isGranted: true,
			error: null,
			body: { value: '5YJSA1CN5DFP00101' },
			...NO_TIMES
		},
		{
			code: 'vehicleidentification-vin',
			name: 'VIN',
			group: 'VehicleIdentification',
			body: { value: '5YJSA1CN5DFP00101' },
			meta: { oemUpdatedAt: 0, retrievedAt: 0 },
			status: { value: 'SUCCESS' }
		}
	]
];

describe('vehicleState', () => {
	it.each(SIGNALS)('tells %s', (_, told, body) => {
		const event = vehicleState(FACTS, { ...SUBJECT, signals: [told], triggers: [told.code] });
		expect(received(event)).toMatchObject({ data: { signals: [body] } });
	});

	it('says whose vehicle it is, why it is told, and which attempt this is', () => {
		const event = vehicleState(FACTS, {
			...SUBJECT,
			signals: [CHARGE],
			triggers: ['tractionbattery-stateofcharge']
		});
		expect(received(event)).toEqual({
			eventId: FACTS.eventId,
			eventType: 'VEHICLE_STATE',
			data: {
				user: { id: SUBJECT.user.id, externalId: 'customer-17' },
				vehicle: {
					id: SUBJECT.vehicle.id,
					make: 'VOLKSWAGEN',
					model: 'ID.7',
					year: 2025,
					mode: 'live',
					powertrainType: 'BEV'
				},
				signals: [SIGNALS[0]?.[2]]
			},
			triggers: [
				{
					type: 'SIGNAL_UPDATED',
					signal: {
						code: 'tractionbattery-stateofcharge',
						name: 'StateOfCharge',
						group: 'TractionBattery'
					}
				}
			],
			meta: {
				deliveryId: '54e20000-0000-4000-8000-000000000005',
				deliveredAt: 1_780_222_662_654,
				version: '4.0',
				webhookId: FACTS.webhook.id,
				webhookName: 'Home',
				applicationId: FACTS.webhook.clientId,
				mode: 'LIVE',
				signalCount: 1,
				sequence: FACTS.sequence
			}
		});
	});

	it('names a first delivery so, and no signal', () => {
		const event = vehicleState(FACTS, {
			...SUBJECT,
			signals: [CHARGE],
			triggers: 'first-delivery'
		});
		expect(received(event)).toMatchObject({
			triggers: [{ type: 'FIRST_DELIVERY' }]
		});
	});

	it('leaves out an id of the owner that there is none of, and has no powertrain where none is known', () => {
		const event = vehicleState(FACTS, {
			user: { ...SUBJECT.user, externalId: null },
			vehicle: { ...SUBJECT.vehicle, mode: 'simulated', powertrain: null },
			signals: [CHARGE],
			triggers: 'first-delivery'
		});
		expect(received(event)).toMatchObject({
			data: {
				user: { id: SUBJECT.user.id },
				vehicle: { mode: 'simulated', powertrainType: null }
			},
			meta: { mode: 'LIVE' }
		});
		expect(JSON.stringify(event)).not.toContain('externalId');
	});
});
