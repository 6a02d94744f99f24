import type { ToldSignal } from '#lib/webhooks/payloads/signal.ts';
import { errorsOf, isToldError } from '#lib/webhooks/payloads/told-errors.ts';
import { vehicleError } from '#lib/webhooks/payloads/vehicle-error.ts';
import { describe, expect, it } from 'vitest';
import { FACTS, received, SUBJECT } from './facts.ts';

const NOT_CAPABLE = { type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' } as const;
const NOT_CHARGING = { type: 'VEHICLE_STATE', code: 'NOT_CHARGING' } as const;

const told = (
	code: ToldSignal['code'],
	error: ToldSignal['error'],
	isGranted = true
): ToldSignal => ({
	...{ code, error, isGranted, body: null },
	...{ oemUpdatedAt: null, retrievedAt: null }
});

describe('errorsOf', () => {
	it('groups signals by their error, and leaves out what is only a state', () => {
		expect(
			errorsOf([
				told('connectivitystatus-isasleep', NOT_CAPABLE),
				told('odometer-traveleddistance', null),
				told('closure-doors', null, false),
				told('charge-chargerate', NOT_CHARGING),
				told('diagnostics-abs', NOT_CAPABLE)
			])
		).toEqual([
			{
				name: 'COMPATIBILITY:VEHICLE_NOT_CAPABLE',
				state: 'ERROR',
				signals: ['connectivitystatus-isasleep', 'diagnostics-abs']
			},
			{ name: 'PERMISSION', state: 'ERROR', signals: ['closure-doors'] }
		]);
	});

	it.each([
		['PERMISSION', true],
		['CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED', true],
		['CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING', true],
		['VEHICLE_STATE:ASLEEP', true],
		['VEHICLE_STATE:NOT_CHARGING', false],
		['UPSTREAM:NO_RESPONSE', false],
		['CONNECTED_SERVICES_ACCOUNT:NOBODY_KNOWS', false]
	])('has an event for %s: %s', (name, is) => {
		expect(isToldError(name)).toBe(is);
	});
});

describe('vehicleError', () => {
	it('tells several errors in one event, each with its signals', () => {
		const event = vehicleError(FACTS, {
			...SUBJECT,
			errors: [
				{
					name: 'COMPATIBILITY:VEHICLE_NOT_CAPABLE',
					state: 'ERROR',
					signals: ['connectivitystatus-isasleep']
				},
				{ name: 'PERMISSION', state: 'ERROR', signals: [] }
			]
		});
		expect(received(event)).toMatchObject({
			data: {
				errors: [
					{
						type: 'COMPATIBILITY',
						code: 'VEHICLE_NOT_CAPABLE',
						state: 'ERROR',
						docURL:
							'https://smartcar.com/docs/errors/api-errors/compatibility-errors#vehicle-not-capable',
						resolution: { type: null },
						signals: [
							{
								code: 'connectivitystatus-isasleep',
								name: 'IsAsleep',
								group: 'ConnectivityStatus'
							}
						]
					},
					{ type: 'PERMISSION', code: null, resolution: { type: 'REAUTHENTICATE' } }
				]
			}
		});
		expect(JSON.stringify(event)).not.toContain('triggers');
		expect(JSON.stringify(event)).not.toContain('signalCount');
	});

	it('tells that an error of the whole vehicle ended, without signals and without a way out', () => {
		const name = 'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED';
		const event = vehicleError(FACTS, {
			...SUBJECT,
			errors: [{ name, state: 'RESOLVED', signals: [] }]
		});
		expect(received(event)).toMatchObject({
			data: { errors: [{ code: 'AUTHENTICATION_FAILED', state: 'RESOLVED' }] }
		});
		expect(JSON.stringify(event)).not.toMatch(/"(?:signals|resolution)"/);
	});
});
