import {
	findManagementToken,
	makeManagementToken
} from '#lib/server/applications/management-token.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { grantMore, sendV2, v2Client, type V2Client } from '../../../../support/api-v2.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
let client: V2Client;
let amt = '';
beforeEach(async () => {
	const two = '2-vehicles@smartcar.com';
	client = await v2Client(storage.context, 'CHEVROLET', ['read_odometer'], two);
	amt = await newToken();
});

async function newToken(): Promise<string> {
	const made = await makeManagementToken(storage.context, client.clientId);
	if (!made.ok) throw new Error(made.kind);
	return made.token;
}

const send = (path: string, method = 'GET', token = amt, scheme = 'Basic') =>
	sendV2(client, `/v2.0/${path}`, {
		method,
		headers: {
			authorization:
				scheme === 'Basic'
					? `Basic ${Buffer.from(`default:${token}`).toString('base64')}`
					: `Bearer ${token}`
		}
	});
const userId = async () => {
	const { body } = await sendV2(client, '/v2.0/user');
	return typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : '';
};

describe('the management token', () => {
	it('is read again as it was made, and ends with the next', async () => {
		const { context } = storage;
		expect(await findManagementToken(context, client.clientId)).toMatchObject({ token: amt });
		const next = await newToken();
		expect(next).not.toBe(amt);
		expect(await findManagementToken(context, client.clientId)).toMatchObject({
			token: next,
			former: amt
		});
		expect((await send('management/connections')).status).toBe(401);
		expect((await send('management/connections', 'GET', next)).status).toBe(200);
	});

	it('is made for nobody', async () => {
		const nobody = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
		expect(await makeManagementToken(storage.context, nobody)).toMatchObject({ kind: 'gone' });
		expect(await findManagementToken(storage.context, nobody)).toBeNull();
	});

	it.each(['', 'wrong', 'Bearer'])('is refused as “%s”', async (token) => {
		const refused = await send('management/connections', 'GET', token);
		expect(refused).toMatchObject({ status: 401, body: { type: 'AUTHENTICATION', code: null } });
		expect(refused.headers.get('www-authenticate')).toBe('Basic realm="Valetkey"');
	});

	it('unsubscribes by bearer, though from no webhook yet', async () => {
		const path = `vehicles/${client.vehicleId}/webhooks/webhookID`;
		expect(await send(path, 'DELETE', 'amt', 'Bearer')).toMatchObject({ status: 401 });
		expect(await send(path, 'DELETE', amt, 'Bearer')).toMatchObject({
			status: 400,
			body: { type: 'VALIDATION' }
		});
	});

	it('disconnects a vehicle in place of its owner’s token', async () => {
		const path = `vehicles/${client.vehicleId}/application`;
		expect(await send(path, 'DELETE')).toMatchObject({ body: { status: 'success' } });
		expect((await send(path, 'DELETE')).status).toBe(403);
		expect((await send('vehicles/mine/application', 'DELETE')).status).toBe(400);
	});
});

describe('management connections', () => {
	it('lists the connections of its application, a page at a time', async () => {
		const all = await send('management/connections/');
		expect(all.body).toEqual({
			connections: client.vehicleIds.map(() => ({
				userId: expect.any(String),
				vehicleId: expect.any(String),
				connectedAt: expect.any(String),
				mode: 'simulated'
			})),
			paging: { cursor: null }
		});
		const first = await send('management/connections?limit=1');
		expect(first.body).toMatchObject({ connections: [{}], paging: { cursor: '1' } });
		const rest = await send('management/connections?limit=1&cursor=1');
		expect(rest.body).toMatchObject({ connections: [{}], paging: { cursor: null } });
		expect(first.body).not.toEqual(rest.body);
	});

	it('filters by vehicle and by user', async () => {
		const user = await userId();
		const [vehicleId = ''] = client.vehicleIds;
		await grantMore(client, 'TESLA', ['read_odometer'], 'another@example.com');
		expect(await send('management/connections')).toMatchObject({
			body: { connections: [{}, {}, {}] }
		});
		const one = await send(`management/connections?vehicle_id=${vehicleId}`);
		expect(one.body).toMatchObject({ connections: [{ vehicleId, userId: user }] });
		expect(await send(`management/connections?user_id=${user}&limit=100`)).toMatchObject({
			body: { connections: [{ userId: user }, { userId: user }] }
		});
	});

	it('ends those of a vehicle, then the rest of the user', async () => {
		const user = await userId();
		const [first = '', second = ''] = client.vehicleIds;
		expect(await send(`management/connections?vehicle_id=${first}`, 'DELETE')).toMatchObject({
			body: { connections: [{ userId: user, vehicleId: first }] }
		});
		expect(await send(`management/connections?user_id=${user}`, 'DELETE')).toMatchObject({
			body: { connections: [{ userId: user, vehicleId: second }] }
		});
		expect((await send('management/connections')).body).toEqual({
			connections: [],
			paging: { cursor: null }
		});
	});

	it.each([
		['GET', 'limit=101', 'limit'],
		['GET', 'user_id=me', 'user_id'],
		['DELETE', '', 'user_id']
	])('refuses %s with “%s”', async (method, query, field) => {
		expect(await send(`management/connections?${query}`, method)).toMatchObject({
			status: 400,
			body: { type: 'VALIDATION', detail: [{ field }] }
		});
	});
});
