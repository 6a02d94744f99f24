import { expect, type APIRequestContext } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import smartcar from 'smartcar';
import { startTemporaryServer } from '../../tools/temporary-server.ts';
import { ENTRY } from '../support/seeds.ts';
import { test } from './support/test.ts';

const UUID = /^[0-9a-f-]{36}$/;
const [REDIRECT_URI = ''] = ENTRY.redirectUris;

interface Asked {
	readonly origin?: string;
	readonly headers?: Readonly<Record<string, string>>;
}

/** Posts JSON to the control API, as a script does. */
async function post(
	request: APIRequestContext,
	name: string,
	data: object,
	{ origin = '', headers = {} }: Asked = {}
) {
	const answer = await request.post(`${origin}/sandbox/api/${name}`, { data, headers });
	const body: Record<string, unknown> = await answer.json();
	expect(answer.headers()['sc-request-id']).toMatch(UUID);
	return { status: answer.status(), headers: answer.headers(), body };
}

test.beforeEach(({ baseURL }) => {
	process.env.SMARTCAR_API_ORIGIN = baseURL ?? '';
	process.env.SMARTCAR_AUTH_ORIGIN = baseURL ?? '';
});

test('a script seeds, authorizes, and calls the API by the SDK for Node, twice alike', async ({
	request
}) => {
	const entry = { ...ENTRY, clientId: randomUUID() };
	const { clientId, clientSecret } = entry;
	for (const change of ['created', 'unchanged']) {
		const seeded = await post(request, 'seed', { applications: [entry] });
		expect(seeded.status).toBe(200);
		expect(seeded.body).toMatchObject({ applications: [{ clientId, change, version: 1 }] });

		const login = { make: 'TESLA', username: '2-vehicles@smartcar.com' };
		const link = { clientId, redirectUri: REDIRECT_URI, state: 's', login };
		const { status, body } = await post(request, 'authorize', link);
		expect(status).toBe(200);
		const returned = new URL(String(body.redirect));
		expect(returned.href.startsWith(`${REDIRECT_URI}?`)).toBe(true);
		expect(returned.searchParams.get('state')).toBe('s');

		const client = new smartcar.AuthClient({ clientId, clientSecret, redirectUri: REDIRECT_URI });
		const { accessToken } = await client.exchangeCode(String(body.code));
		expect((await smartcar.getUser(accessToken)).id).toBe(body.userId);
		const { vehicles } = await smartcar.getVehicles(accessToken);
		expect(vehicles).toHaveLength(2);
		const vehicle = new smartcar.Vehicle(vehicles[0] ?? '', accessToken);
		expect((await vehicle.permissions()).permissions).toEqual(['read_battery', 'read_odometer']);
	}
});

test('what scripts did is seen on the pages', async ({ page, request }) => {
	const entry = { ...ENTRY, name: 'Seeded by a script', clientId: randomUUID() };
	await post(request, 'seed', { applications: [entry] });
	const { clientId } = entry;
	await post(request, 'authorize', { clientId });
	await post(request, 'authorize', { clientId, refuse: ['read_odometer'] });
	await page.goto(`/apps/${clientId}/connections`);
	await expect(page.getByRole('row', { name: /Audi/ })).toHaveCount(1);
	await page.goto(`/apps/${clientId}/sessions`);
	await expect(page.getByRole('row', { name: /^Denied 1/ })).toBeVisible();
	await page.goto(`/apps/${clientId}/history`);
	await expect(page.getByText('From a seed')).toBeVisible();
});

test('pages of other sites, and wrong methods, are refused', async ({ request, baseURL }) => {
	for (const name of ['seed', 'authorize']) {
		for (const origin of ['https://evil.example', 'null']) {
			const { status, body } = await post(request, name, {}, { headers: { origin } });
			expect(status).toBe(403);
			expect(body.error).toBe('forbidden');
		}
		expect((await post(request, name, {}, { headers: { origin: baseURL ?? '' } })).status).toBe(
			400
		);
		const read = await request.get(`/sandbox/api/${name}`);
		expect(read.status()).toBe(405);
		expect(read.headers().allow).toBe('POST');
		expect(await read.json()).toMatchObject({ error: 'method_not_allowed' });
		const preflight = await request.fetch(`/sandbox/api/${name}`, { method: 'OPTIONS' });
		expect(preflight.status()).toBe(405);
		expect(preflight.headers()).not.toHaveProperty('access-control-allow-origin');
	}
});

test('the description names this server, and is read by anybody who is here', async ({
	request,
	baseURL
}) => {
	const answer = await request.get('/openapi/control.json');
	expect(answer.headers()['content-type']).toMatch(/^application\/json/);
	expect(await answer.json()).toMatchObject({ openapi: '3.1.1', servers: [{ url: baseURL }] });
});

test('where others reach the server, the control API is off', async ({ request }) => {
	const env = { ORIGINS: 'http://valetkey.example:3000', ALLOW_PUBLIC: '1' };
	const { origin, stop } = await startTemporaryServer({ env });
	try {
		for (const name of ['seed', 'authorize']) {
			const { status, body } = await post(request, name, { applications: [] }, { origin });
			expect(status).toBe(403);
			expect(body.error_description).toMatch(/^The control API is off/);
		}
	} finally {
		await stop();
	}
});

test('SEED has its applications there at the start, in place of the demo', async ({
	request
}, testInfo) => {
	const SEED = testInfo.outputPath('seed.json');
	writeFileSync(SEED, JSON.stringify({ applications: [ENTRY] }));
	const { origin, stop } = await startTemporaryServer({ env: { SEED } });
	try {
		const home = await (await request.get(origin)).text();
		expect(home.match(/\/apps\/[0-9a-f-]{36}/)?.[0]).toBe(`/apps/${ENTRY.clientId}`);
		const { body } = await post(request, 'authorize', { clientId: ENTRY.clientId }, { origin });
		expect(body.code).toMatch(UUID);
		const again = await post(request, 'seed', { applications: [ENTRY] }, { origin });
		expect(again.body).toMatchObject({ applications: [{ change: 'unchanged' }] });
	} finally {
		await stop();
	}
});

test('a script adds a vehicle, lets things happen to it, and reads what apps learn of it', async ({
	request
}) => {
	// With a server of its own, whose clock is moved.
	const server = await startTemporaryServer({});
	const { origin } = server;
	try {
		process.env.SMARTCAR_API_ORIGIN = origin;
		process.env.SMARTCAR_AUTH_ORIGIN = origin;
		const entry = { ...ENTRY, clientId: randomUUID() };
		const { clientId, clientSecret } = entry;
		await post(request, 'seed', { applications: [entry] }, { origin });
		const added = await post(request, 'vehicles', { profile: 'kia-ev6' }, { origin });
		expect(added.status).toBe(200);
		const id = String(added.body.id);
		const link = { clientId, redirectUri: REDIRECT_URI, login: added.body.login };
		const { body } = await post(request, 'authorize', link, { origin });
		const client = new smartcar.AuthClient({ clientId, clientSecret, redirectUri: REDIRECT_URI });
		const { accessToken } = await client.exchangeCode(String(body.code));
		const vehicle = new smartcar.Vehicle(id, accessToken);
		const charge = { value: 42, unit: 'percent' };
		const set = { set: { 'tractionbattery-stateofcharge': charge } };
		const happened = await post(request, `vehicles/${id}/events`, set, { origin });
		expect(happened.body.changed).toContainEqual({
			...{ code: 'tractionbattery-stateofcharge', body: charge }
		});
		expect((await vehicle.battery()).percentRemaining).not.toBe(0.42);
		const moved = await post(request, 'clock', { advance: '10m' }, { origin });
		expect(moved.body).toMatchObject({
			frozen: false,
			fired: [],
			firedCount: 0,
			ended: { accessTokens: 0 }
		});
		expect((await vehicle.battery()).percentRemaining).toBe(0.42);
		const deleted = await request.delete(`${origin}/sandbox/api/vehicles/${id}`);
		expect(deleted.status()).toBe(200);
		await expect(vehicle.battery()).rejects.toMatchObject({
			...{ type: 'CONNECTED_SERVICES_ACCOUNT', code: 'VEHICLE_MISSING', statusCode: 400 }
		});
	} finally {
		await server.stop();
	}
});
