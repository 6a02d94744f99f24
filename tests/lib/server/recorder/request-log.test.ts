import { deleteApplication } from '#lib/server/applications/applications.ts';
import { changeClientId } from '#lib/server/applications/client-ids.ts';
import type { Context } from '#lib/server/context.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { flushRequests } from '#lib/server/recorder/request-log.ts';
import { requests } from '#lib/server/db/recorder-schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { v2Client, type V2Client } from '../../../support/api-v2.ts';
import { record, recorded } from '../../../support/recorded.ts';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';
import { newV3Client } from '../../../support/v3.ts';

const storage = useStorage();

let context: Context;

beforeEach(() => {
	const { settings } = storage.context;
	context = { ...storage.context, settings: { ...settings, rateLimits: false } };
});

const ask = (path: string, init: RequestInit = {}) =>
	askFromWithin(context, '192.0.2.7', path, init);
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const last = async () => (await recorded(context)).at(-1);

describe('of a call of a vehicle is kept', () => {
	let client: V2Client;
	beforeEach(async () => {
		client = await v2Client(context, 'TESLA', ['read_battery', 'control_charge']);
		record(context);
	});
	const vehicle = (path: string, init: RequestInit = {}) =>
		ask(`/v2.0/vehicles/${client.vehicleId}${path}`, {
			...init,
			headers: { ...bearer(client.access), ...init.headers }
		});

	it('both sides, the permission and the vehicle, with what it was', async () => {
		const answer = await vehicle('/battery?x=1', { headers: { 'sc-unit-system': 'metric' } });
		const row = await last();
		expect(row).toMatchObject({
			clientId: client.clientId,
			at: REHEARSED_START,
			machineAt: START,
			requestId: answer.headers.get('sc-request-id'),
			method: 'GET',
			path: `/v2.0/vehicles/${client.vehicleId}/battery?x=1`,
			route: '/v2.0/vehicles/[vehicleId]/battery',
			status: 200,
			permissions: ' read_battery ',
			error: null,
			fault: null
		});
		expect(row?.vehicleId).not.toBe(null);
		expect(row?.connectionId).not.toBe(null);
		const { asked, answered, ...facts } = row?.sides ?? {};
		expect(asked).toMatchObject({ body: null, cut: 0 });
		expect(asked?.headers).toContainEqual(['sc-unit-system', 'metric']);
		expect(answered?.headers).toContainEqual(['content-type', 'application/json']);
		expect(answered?.body).toBe(await answer.text());
		expect(facts).toMatchObject({
			unreadHeaders: [],
			unreadFields: [],
			items: ['v2-battery'],
			missing: [],
			vehicle: { asleep: false, driving: false }
		});
	});

	it('what was missing, and the error', async () => {
		await vehicle('/odometer');
		const row = await last();
		expect(row).toMatchObject({ status: 403, permissions: ' read_odometer ', error: 'PERMISSION' });
		expect(row?.sides.missing).toEqual(['read_odometer']);
	});

	it('which headers and fields nobody read', async () => {
		await vehicle('/batch', {
			method: 'POST',
			headers: {
				'x-idempotency-key': 'f81d4fae',
				'content-type': 'application/json',
				accept: '*/*'
			},
			body: JSON.stringify({ requests: [{ path: '/battery', as: 'x' }], source: 'scheduler' })
		});
		expect((await last())?.sides).toMatchObject({
			unreadHeaders: ['x-idempotency-key'],
			unreadFields: ['requests.0.as', 'source'],
			items: ['v2-battery']
		});
	});

	it('that a refused one did not come to look at all it knows', async () => {
		await vehicle('/odometer', { headers: { 'sc-user-id': 'x', 'x-more': '1' } });
		expect((await last())?.sides.unreadHeaders).toEqual(['x-more']);
	});
});

it('keeps which fields of a form nobody read, and how much of a body nobody did', async () => {
	const { clientId, secret, refresh } = await v2Client(context, 'KIA', ['read_odometer']);
	record(context);
	const authorization = `Basic ${btoa(`${clientId}:${secret}`)}`;
	const form = { grant_type: 'refresh_token', refresh_token: refresh, audience: 'x' };
	await ask('/oauth/token', {
		method: 'POST',
		headers: { authorization },
		body: new URLSearchParams(form)
	});
	const exchanged = await last();
	expect(exchanged).toMatchObject({ clientId, status: 200, path: '/oauth/token' });
	expect(exchanged?.sides.unreadFields).toEqual(['audience']);
	const told = JSON.parse(exchanged?.sides.answered.body ?? '');
	expect(told).toMatchObject({
		access_token: expect.stringMatching(/^[\w-]{4}···· \(\d+ characters\)$/),
		token_type: 'Bearer',
		expires_in: 7200
	});
	await ask('/v2.0/user', {
		method: 'DELETE',
		headers: { 'content-length': '5' },
		body: 'never'
	});
	expect((await last())?.sides).toMatchObject({
		asked: { body: null, cut: 5 },
		unreadFields: ['']
	});
});

it('keeps of a long body its beginning, and says how much it left out', async () => {
	const { clientId, secret } = await v2Client(context, 'KIA', ['read_odometer']);
	record(context);
	const body = new URLSearchParams({ grant_type: 'é'.repeat(9000) });
	const authorization = `Basic ${btoa(`${clientId}:${secret}`)}`;
	await ask('/oauth/token', { method: 'POST', headers: { authorization }, body });
	const { asked } = (await last())?.sides ?? {};
	expect(Buffer.byteLength(asked?.body ?? '')).toBe(16 * 1024);
	expect(asked?.cut).toBe(body.toString().length - 16 * 1024);
});

describe('a request is kept for', () => {
	it('the application whose token it brings, of whichever kind', async () => {
		const { clientId, machine, user } = await newV3Client(context);
		record(context);
		await ask('/v3/connections', { headers: bearer(machine) });
		await ask('/v2.0/user', { headers: bearer(user) });
		expect((await recorded(context)).map((row) => [row.clientId, row.status])).toEqual([
			[clientId, 200],
			[clientId, 200]
		]);
	});

	it('the one that it says it is, also with a wrong secret', async () => {
		const { clientId } = await v2Client(context, 'KIA', ['read_odometer']);
		record(context);
		const body = new URLSearchParams({ client_id: clientId, client_secret: 'wrong-secret' });
		await ask('/oauth/token', { method: 'POST', body });
		expect(await last()).toMatchObject({ clientId, status: 401, error: 'invalid_client' });
	});

	it('nobody where it says nobody who is known', async () => {
		record(context);
		await ask('/v3/connections', { headers: bearer('mistyped') });
		await ask('/oauth/token', {
			method: 'POST',
			body: new URLSearchParams({ client_id: 'x', client_secret: 'y' })
		});
		await ask('/v2.0/nothing');
		expect((await recorded(context)).map((row) => [row.clientId, row.status])).toEqual([
			[null, 401],
			[null, 401],
			[null, 404]
		]);
	});

	it('nobody at all where scripts ask the sandbox itself', async () => {
		record(context);
		await ask('/sandbox/api/clock');
		await ask('/openapi/control.json');
		expect(await flushRequests(context)).toBe(false);
	});
});

describe('with an application', () => {
	it('its requests get another client id, also those that are not written yet', async () => {
		const { clientId, access } = await v2Client(context, 'KIA', ['read_odometer']);
		record(context);
		const other = crypto.randomUUID();
		await ask('/v2.0/user', { headers: bearer(access) });
		await flushRequests(context);
		await ask('/v2.0/user', { headers: bearer(access) });
		await changeClientId(context, clientId, other);
		expect((await recorded(context)).map((row) => row.clientId)).toEqual([other, other]);
	});

	it('its requests go, also those that are not written yet', async () => {
		const { clientId, access } = await v2Client(context, 'KIA', ['read_odometer']);
		record(context);
		await ask('/v2.0/user', { headers: bearer(access) });
		await flushRequests(context);
		await ask('/v2.0/user', { headers: bearer(access) });
		await deleteApplication(context, clientId, 'Charge Planner');
		expect(await recorded(context)).toEqual([]);
	});
});

it('keeps the newest thousand of each application, and of nobody', async () => {
	const { clientId, access } = await v2Client(context, 'KIA', ['read_odometer']);
	record(context);
	const many = async (count: number, headers: Record<string, string>) => {
		for (let index = 0; index < count; index += 1) await ask('/v2.0/user', { headers });
	};
	await many(700, bearer(access));
	await many(3, {});
	await flushRequests(context);
	const [oldest] = await recorded(context);
	await many(701, bearer(access));
	await many(1200, {});
	const kept = await recorded(context);
	expect(kept.filter((row) => row.clientId === clientId)).toHaveLength(1000);
	expect(kept.filter((row) => row.clientId === null)).toHaveLength(1000);
	expect(kept.some((row) => row.id === oldest?.id)).toBe(false);
});

it('lets what is far too much go a step at a time', async () => {
	const { clientId, access } = await v2Client(context, 'KIA', ['read_odometer']);
	record(context);
	await ask('/v2.0/user', { headers: bearer(access) });
	const [row] = await recorded(context);
	if (!row) throw new Error('Nothing was recorded');
	const { id, ...copy } = row;
	expect(id).toBeGreaterThan(0);
	for (let piece = 0; piece < 30; piece += 1) {
		const rows = Array.from({ length: 100 }, () => copy);
		await context.write(({ db }) => db.insert(requests).values(rows));
	}
	const left = [];
	for (let step = 0; step < 3; step += 1) {
		await ask('/v2.0/user', { headers: bearer(access) });
		left.push((await recorded(context)).filter((one) => one.clientId === clientId).length);
	}
	expect(left).toEqual([2001, 1001, 1000]);
});
