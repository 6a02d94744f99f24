import { RATE_LIMITS } from '#lib/server/connect/throttle.ts';
import type { Context } from '#lib/server/context.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, newApplication, newSecret } from '../../../../support/connect.ts';
import { useStorage } from '../../../../support/storage.ts';
import { exchange, tokensOf } from '../../../../support/tokens.ts';

const storage = useStorage();
let context: Context;
let access = '';
beforeEach(async () => {
	context = storage.context;
	const clientId = await newApplication(context);
	const client = { clientId, secret: await newSecret(context, clientId) };
	({ access } = tokensOf(await exchange(context, client, await connect(context, clientId))));
});

async function get(path: string, token = access, address = '192.0.2.7') {
	const headers = { authorization: `Bearer ${token}` };
	const response = await askFromWithin(context, address, path, { headers });
	const body: unknown = await response.json();
	if (typeof body !== 'object' || body === null) throw new Error('No object');
	return { status: response.status, headers: response.headers, body: { ...body } };
}

const idsOf = async () => {
	const { body } = await get('/v2.0/vehicles');
	return 'vehicles' in body && Array.isArray(body.vehicles) ? body.vehicles.map(String) : [];
};

describe('API v2', () => {
	it('tells the account that consented', async () => {
		const answer = await get('/v2.0/user');
		expect(answer.status).toBe(200);
		expect(answer.body).toEqual({ id: expect.stringMatching(/^[\w-]{36}$/) });
		expect(answer.headers.get('sc-request-id')).toHaveLength(36);
		expect(answer.headers.get('content-type')).toBe('application/json');
	});

	it('lists the vehicles, a page at a time', async () => {
		const ids = await idsOf();
		expect(ids).toHaveLength(2);
		expect((await get('/v2.0/vehicles?limit=1&offset=1')).body).toEqual({
			vehicles: [ids[1]],
			paging: { count: 2, offset: 1 }
		});
		expect(await get('/v2.0/vehicles?limit=0')).toMatchObject({
			status: 400,
			body: { type: 'VALIDATION', detail: [{ field: 'limit' }] }
		});
	});

	it('tells what may be done with one vehicle, however its id is written', async () => {
		const [id = ''] = await idsOf();
		for (const written of [id, id.toUpperCase()]) {
			expect((await get(`/v2.0/vehicles/${written}/permissions`)).body).toEqual({
				permissions: ['read_battery', 'read_odometer'],
				paging: { count: 2, offset: 0 }
			});
		}
		expect((await get(`/v1/vehicles/${id}/permissions/?limit=1`)).body).toMatchObject({
			permissions: ['read_battery']
		});
		expect((await get(`/v2.0/vehicles/${id}/permissions?offset=x`)).status).toBe(400);
	});

	it.each([
		['8229df9f-91a0-4ff0-a1ae-a1f38ee24d07', 403, { type: 'PERMISSION' }],
		[
			'mine',
			400,
			{ detail: [{ field: 'vehicleId', message: '“mine” is no vehicle id; send a UUID.' }] }
		],
		[
			'%zz',
			400,
			{ detail: [{ field: 'vehicleId', message: '“%zz” is no vehicle id; send a UUID.' }] }
		],
		[
			'a%2Fb',
			400,
			{ detail: [{ field: 'vehicleId', message: '“a/b” is no vehicle id; send a UUID.' }] }
		]
	])('refuses the vehicle %s', async (id, status, body) => {
		expect(await get(`/v2.0/vehicles/${id}/permissions`)).toMatchObject({ status, body });
	});

	it('asks who it is before anything else', async () => {
		for (const path of ['/v2.0/user', '/v2.0/vehicles?limit=x', '/v2.0/vehicles/x/permissions']) {
			expect(await get(path, 'invented')).toMatchObject({
				status: 401,
				body: { type: 'AUTHENTICATION' }
			});
		}
	});

	it('limits how often one address may ask, whatever token it brings', async () => {
		const address = '198.51.100.77';
		for (let count = 0; count < RATE_LIMITS.apiAddress; count += 1) {
			expect((await get('/v2.0/user', 'invented', address)).status).toBe(401);
		}
		const refusal = await get('/v2.0/user', 'invented', address);
		expect(refusal).toMatchObject({
			status: 429,
			body: {
				type: 'RATE_LIMIT',
				code: 'SMARTCAR_API',
				description: 'At most 600 requests a minute from one address; try again in 1 s.'
			}
		});
		expect(refusal.headers.get('retry-after')).toBe('1');
		// What does not exist is told all the same.
		expect((await get('/v2.0/nothing', 'invented', address)).status).toBe(404);
	});
});
