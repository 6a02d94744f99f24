import { bodyOfAttempt } from '#lib/webhooks/payloads/attempt.ts';
import { testError, testState } from '#lib/webhooks/payloads/test-events.ts';
import { vehicleState } from '#lib/webhooks/payloads/vehicle-state.ts';
import { verify } from '#lib/webhooks/payloads/verify.ts';
import { isSignalCode, SIGNALS } from '#lib/vehicles/signals/signals.ts';
import { describe, expect, it } from 'vitest';
import { ATTEMPT, FACTS, received, SUBJECT } from './facts.ts';

const CODES = Object.keys(SIGNALS).filter(isSignalCode);

describe('verify', () => {
	it('says when it was delivered as text, as nothing else does', () => {
		expect(received(verify(FACTS, 'nsQsLU7wY9WKt2IU'))).toEqual({
			eventId: FACTS.eventId,
			eventType: 'VERIFY',
			data: { challenge: 'nsQsLU7wY9WKt2IU' },
			meta: {
				deliveryId: ATTEMPT.deliveryId,
				deliveredAt: '2026-05-31T10:17:42.654Z',
				version: '4.0',
				webhookId: FACTS.webhook.id,
				webhookName: 'Home'
			}
		});
	});
});

describe('bodyOfAttempt', () => {
	it.each(['"meta":{', '\\"meta":{', '{"meta":{"a":1}}', 'x","meta":{"mode":"'])(
		'finds its place whatever a webhook is called: %s',
		(name) => {
			const webhook = { ...FACTS.webhook, name };
			const state = { ...SUBJECT, signals: [], triggers: 'first-delivery' } as const;
			const event = vehicleState({ ...FACTS, webhook }, state);
			expect(received(event)).toMatchObject({
				meta: { webhookName: name, deliveryId: ATTEMPT.deliveryId }
			});
		}
	);

	it('takes nothing that is no event', () => {
		expect(() => bodyOfAttempt('{}', 'VERIFY', ATTEMPT)).toThrow('says of itself');
	});
});

describe('test events', () => {
	it('tell a vehicle that nobody has, with every trigger and marked as a test', () => {
		const triggers = ['odometer-traveleddistance', 'closure-islocked'] as const;
		const signals = ['tractionbattery-stateofcharge', 'odometer-traveleddistance'] as const;
		const event = testState(FACTS, { triggers, signals, at: FACTS.sequence });
		expect(received(event)).toMatchObject({
			data: {
				user: { externalId: 'user-external-id-123' },
				vehicle: {
					make: 'Tesla',
					model: 'Model 3',
					year: 2020,
					mode: 'test',
					powertrainType: 'BEV'
				},
				signals: [{ body: { value: 78 } }, { body: { value: 78_432 } }]
			},
			triggers: [
				{ signal: { code: 'odometer-traveleddistance' } },
				{ signal: { code: 'closure-islocked' } }
			],
			meta: { mode: 'TEST', signalCount: 2 }
		});
	});

	it.each([
		['vehicleidentification-vin', { value: '5YJSA1CN5DFP00101' }],
		['vehicleidentification-nickname', { value: 'QueenLiz' }],
		['vehicleuseraccount-role', { value: 'Driver' }],
		['vehicleuseraccount-permissions', { values: ['vehicle_cmds', 'vehicle_device_data'] }],
		['closure-islocked', { value: true }],
		['connectivitystatus-isonline', { value: true }],
		['connectivitystatus-isasleep', { value: false }]
	] as const)('have the known value of %s', (code, body) => {
		const event = testState(FACTS, { triggers: [code], signals: [code], at: FACTS.sequence });
		expect(received(event)).toMatchObject({ data: { signals: [{ code, body }] } });
	});

	it('have something to tell of every signal', () => {
		const event = testState(FACTS, { triggers: CODES, signals: CODES, at: FACTS.sequence });
		expect(received(event)).toMatchObject({ meta: { signalCount: CODES.length } });
		expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThan(50 * 1024);
	});

	it('tell an error, too', () => {
		const event = testError(FACTS, { signals: ['closure-islocked'] });
		expect(received(event)).toMatchObject({
			data: { vehicle: { make: 'TESLA' }, errors: [{ code: 'VEHICLE_NOT_CAPABLE' }] },
			meta: { mode: 'TEST' }
		});
	});
});
