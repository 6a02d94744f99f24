import { beforeEach, describe, expect, it } from 'vitest';
import { updateMonthlyLimit } from '#lib/server/applications/monthly-calls.ts';
import { ofVehicle, v2Client, type V2Client } from '../../../../support/api-v2.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
let client: V2Client;
beforeEach(async () => {
	client = await v2Client(storage.context, 'CHEVROLET', ['read_vehicle_info', 'read_odometer']);
});

const send = (body: unknown, headers = {}) =>
	ofVehicle(client, 'batch', { method: 'POST', body, headers });
const ask = (...paths: readonly string[]) => send({ requests: paths.map((path) => ({ path })) });

describe('a batch', () => {
	it('answers each path as it would be answered by itself', async () => {
		const answer = await send(
			{ requests: [{ path: '/odometer' }, { path: '/' }] },
			{ 'sc-unit-system': 'imperial' }
		);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('sc-request-id')).toHaveLength(36);
		expect(answer.body).toEqual({
			responses: [
				{
					path: '/odometer',
					code: 200,
					headers: {
						'content-type': 'application/json',
						'sc-request-id': expect.any(String),
						'sc-unit-system': 'imperial',
						'sc-data-age': expect.any(String),
						'sc-fetched-at': expect.any(String)
					},
					body: { distance: expect.any(Number) }
				},
				{
					path: '/',
					code: 200,
					headers: expect.objectContaining({ 'content-type': 'application/json' }),
					body: expect.objectContaining({ make: 'CHEVROLET' })
				}
			]
		});
	});

	it('tells why one of them fails, with headers that SDKs can read', async () => {
		expect((await ask('/location', 'nothing', '/tesla/battery')).body).toMatchObject({
			responses: [
				{
					path: '/location',
					code: 403,
					headers: { 'content-type': expect.stringContaining('application/json') },
					body: { type: 'PERMISSION', statusCode: 403 }
				},
				{
					path: 'nothing',
					code: 404,
					headers: { 'content-type': expect.any(String) },
					body: { type: 'RESOURCE_NOT_FOUND', code: 'PATH' }
				},
				{ path: '/tesla/battery', code: 403, body: { type: 'PERMISSION' } }
			]
		});
	});

	it('counts each of them', async () => {
		await updateMonthlyLimit(storage.context, client.clientId, 2);
		expect((await ask('/odometer', '/odometer', '/odometer')).body).toMatchObject({
			responses: [{ code: 200 }, { code: 200 }, { code: 430, body: { type: 'BILLING' } }]
		});
	});

	it.each([
		[{}, 'requests'],
		[{ requests: [] }, 'requests'],
		[{ requests: Array.from({ length: 26 }, () => ({ path: '/odometer' })) }, 'requests'],
		[{ requests: [{}] }, 'requests.0.path'],
		[[], 'body']
	])('is refused as a whole where it is %j', async (body, field) => {
		expect(await send(body)).toMatchObject({
			status: 400,
			body: { type: 'VALIDATION', detail: [{ field }] }
		});
	});
});
