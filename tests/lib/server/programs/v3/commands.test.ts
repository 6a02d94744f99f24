import { MOST_SCHEDULES } from '#lib/vehicles/events/schedules.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { REHEARSED_START, START, useStorage } from '../../../../support/storage.ts';
import { askV3, newV3Client, type V3Client } from '../../../../support/v3.ts';

const storage = useStorage();
const SCOPE =
	'read_charge read_security read_location control_charge control_security control_navigation';

let client: V3Client;
/** The vehicle, which its application knows by the same id. */
let vehicleId = '';
beforeEach(async () => {
	client = await newV3Client(storage.context, { scope: SCOPE });
	[vehicleId = ''] = client.vehicleIds;
});

const ask = (way: string, method = 'POST', body?: unknown, context = storage.context) =>
	askV3(context, `/vehicles/${vehicleId}${way}`, {
		token: client.machine,
		userId: client.userId,
		method,
		body
	});

const happen = (event: VehicleEvent) => happenTo(storage.context, vehicleId, event);

/** What a signal says two minutes later, when it was fetched. */
async function read(code: string): Promise<unknown> {
	const later = storage.at(START + 120_000);
	const { body } = await ask(`/signals/${code}`, 'GET', undefined, later);
	const One = z.object({ data: z.object({ attributes: z.object({ body: z.unknown() }) }) });
	return One.parse(body).data.attributes.body;
}

describe('POST /v3/vehicles/{id}/commands/…', () => {
	it('answers what was done and when, without what was not sent', async () => {
		const at = new Date(REHEARSED_START).toISOString();
		const answer = await ask('/commands/security/unlock');
		expect(answer).toMatchObject({ status: 200, schemas: ['CommandAnswer'] });
		expect(answer.body).toEqual({
			data: {
				id: expect.stringMatching(/^exec_\d{10}$/),
				type: 'command-execution',
				attributes: {
					commandType: 'security-unlock',
					status: { value: 'SUCCESS' },
					executionMode: 'sync'
				},
				meta: { executedAt: at, completedAt: at, durationInSeconds: 0 }
			}
		});
	});

	it.each([
		['security/unlock', undefined, 'closure-islocked', { value: false }],
		['charge-port/open', undefined, 'charge-ischargingportflapopen', { value: true }],
		[
			'charge/set-limit',
			{ data: { attributes: { percent: 65 } } },
			'charge-chargelimits',
			{ activeLimit: 65 }
		]
	])('%s is seen in the next reading, and not before', async (way, body, code, says) => {
		const soon = storage.at(START + 10_000);
		const before = await ask(`/signals/${code}`, 'GET', undefined, soon);
		expect((await ask(`/commands/${way}`, 'POST', body, soon)).status).toBe(200);
		expect((await ask(`/signals/${code}`, 'GET', undefined, soon)).body).toEqual(before.body);
		expect(await read(code)).toMatchObject(says);
	});

	it('starts and stops charging on the cable', async () => {
		await happen({ event: 'plug-in' });
		await happen({ event: 'stop-charge' });
		expect((await ask('/commands/charge/start')).status).toBe(200);
		expect(await read('charge-ischarging')).toEqual({ value: true });
		expect((await ask('/commands/charge/stop')).status).toBe(200);
		expect((await ask('/commands/charge-port/close')).status).toBe(409);
		expect((await ask('/commands/security/lock')).status).toBe(200);
	});

	it('tells what was sent, where something is', async () => {
		const attributes = { latitude: 52.52, longitude: 13.4 };
		const body = { data: { attributes } };
		const answer = await ask('/commands/navigation/set-destination', 'POST', body);
		expect(answer.body).toMatchObject({
			data: { attributes: { commandType: 'navigation-set-destination', parameters: attributes } }
		});
	});

	it.each([
		['charge/start', null, 'CHARGING_PLUG_NOT_CONNECTED'],
		['security/unlock', { event: 'drive', km: 20 }, 'IN_MOTION'],
		['security/lock', { event: 'sleep' }, 'ASLEEP'],
		['security/lock', { event: 'go-offline' }, 'UNREACHABLE']
	] as const)('is refused by the state of the vehicle: %s after %o', async (way, event, code) => {
		if (event) expect(await happen(event)).toMatchObject({ ok: true });
		expect(await ask(`/commands/${way}`)).toMatchObject({
			status: 409,
			body: { errors: [{ status: '409', type: 'VEHICLE_STATE', code }] }
		});
	});

	it.each([
		[{ data: { attributes: { percent: 49 } } }, 400, /^data\.attributes\.percent: /],
		[{ data: { attributes: { percent: 80.5 } } }, 400, /^data\.attributes\.percent: /],
		[{ data: { attributes: { percent: 80, limit: 0.8 } } }, 400, /limit/],
		[{ limit: '0.8' }, 400, /^data: /],
		['{', 400, /./],
		[undefined, 415, /content-type: application\/json/]
	])('takes no other body: %o', async (body, status, detail) => {
		expect(await ask('/commands/charge/set-limit', 'POST', body)).toMatchObject({
			status,
			body: {
				errors: [{ code: 'INVALID_INPUT_FORMAT', detail: expect.stringMatching(detail) }]
			}
		});
	});

	it('names the permission that was not granted before it reads what was sent', async () => {
		const other = await newV3Client(storage.context, { scope: 'read_odometer' });
		const path = `/vehicles/${other.vehicleIds[0]}/commands/charge/set-limit`;
		const answer = await askV3(storage.context, path, {
			token: other.machine,
			userId: other.userId,
			method: 'POST',
			body: '{'
		});
		expect(answer.status).toBe(403);
		expect(answer.headers.get('www-authenticate')).toContain('scope="control_charge"');
		expect(answer.headers.get('link')).toContain('tab=commands&open=charge-set-limit#');
	});

	it('refuses what the vehicle cannot do', async () => {
		const ice = await newV3Client(storage.context, { make: 'SUBARU', scope: SCOPE });
		const path = `/vehicles/${ice.vehicleIds[0]}/commands/charge/start`;
		const answer = await askV3(storage.context, path, {
			token: ice.machine,
			userId: ice.userId,
			method: 'POST'
		});
		expect(answer).toMatchObject({
			status: 501,
			body: { errors: [{ type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' }] }
		});
	});

	it('fails as a test login wants it to', async () => {
		await storage.context.write(({ db }) =>
			db.update(vehicles).set({ fault: 'UPSTREAM:NO_RESPONSE' })
		);
		const failed = {
			status: 502,
			body: {
				errors: [{ type: 'UPSTREAM', code: 'NO_RESPONSE', resolution: { type: 'RETRY_LATER' } }]
			}
		};
		expect(await ask('/commands/security/lock')).toMatchObject(failed);
		expect(await ask('/signals', 'GET')).toMatchObject(failed);
	});
});

describe('/v3/vehicles/{id}/charge-schedules', () => {
	const location = { latitude: 37.77, longitude: -122.42 };
	const daily = { location, startTime: '22:00', stopTime: '06:00' };

	it.each([
		['daily', daily, 'DAILY'],
		['weekly', { location, days: { monday: { startTime: '01:00', stopTime: '05:00' } } }, 'WEEKLY'],
		['workweek', { location, weekdays: { startTime: '01:00', stopTime: '05:00' } }, 'WORKWEEK']
	])('keeps a %s one, which charge-chargetimers reads back', async (kind, attributes, type) => {
		const answer = await ask(`/charge-schedules/${kind}`, 'POST', { data: { attributes } });
		expect(answer).toMatchObject({ status: 200, schemas: ['ScheduleAnswer'] });
		const Scheduled = z.object({
			data: z.object({ attributes: z.object({ scheduleId: z.string() }) })
		});
		const { scheduleId } = Scheduled.parse(answer.body).data.attributes;
		expect(answer.body).toMatchObject({
			data: {
				attributes: { action: 'create', scheduleType: kind, parameters: attributes },
				links: { schedule: `/vehicles/${vehicleId}/charge-schedules/${scheduleId}` }
			}
		});
		expect(await read('charge-chargetimers')).toMatchObject({
			values: [{ type: 'LOCATION', scheduleType: type, scheduleId, condition: location }]
		});
		expect(await ask(`/charge-schedules/${scheduleId}`, 'DELETE')).toMatchObject({ status: 204 });
		expect(await read('charge-chargetimers')).toMatchObject({ values: [] });
		expect(await ask(`/charge-schedules/${scheduleId}`, 'DELETE')).toMatchObject({
			status: 404,
			body: { errors: [{ type: 'RESOURCE_NOT_FOUND', code: 'SCHEDULE_NOT_FOUND' }] }
		});
	});

	it('has none by an id that is longer than any', async () => {
		expect((await ask(`/charge-schedules/${'x'.repeat(200)}`, 'DELETE')).status).toBe(400);
	});

	it.each([
		[{ ...daily, endTime: '06:00' }, /endTime/],
		[{ ...daily, startTime: '6:00' }, /^data\.attributes\.startTime: /],
		[{ startTime: '22:00', stopTime: '06:00' }, /^data\.attributes\.location: /]
	])('takes no other fields: %o', async (attributes, detail) => {
		expect(await ask('/charge-schedules/daily', 'POST', { data: { attributes } })).toMatchObject({
			status: 400,
			body: { errors: [{ detail: expect.stringMatching(detail) }] }
		});
	});

	it('are twenty at the most', async () => {
		const attributes = {
			location: { latitude: 37.77, longitude: -122.42 },
			startTime: '22:00',
			stopTime: '01:00'
		};
		const add = () => ask('/charge-schedules/daily', 'POST', { data: { attributes } });
		for (let count = 0; count < MOST_SCHEDULES; count += 1) {
			expect((await add()).status).toBe(200);
		}
		const detail = 'The vehicle keeps 20 charge schedules; delete one first.';
		expect(await add()).toMatchObject({
			status: 409,
			body: { errors: [{ type: 'VEHICLE_STATE', code: 'UNKNOWN', detail }] }
		});
	});
});
