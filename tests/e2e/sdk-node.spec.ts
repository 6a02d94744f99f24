import type { Page } from '@playwright/test';
import smartcar from 'smartcar';
import type { AppServer } from './support/app-server.ts';
import type { TestApplication } from './support/application.ts';
import {
	allow,
	passPreamble,
	permissionBox,
	pickBrand,
	returned,
	signIn,
	TWO_VEHICLES
} from './support/connect.ts';
import { makeSecret, registerRedirectUri } from './support/credentials.ts';
import { expect, test } from './support/test.ts';

const SCOPE = ['required:read_odometer', 'read_location'];
const UUID = /^[0-9a-f-]{36}$/;
/** Of a simulated Chevrolet. */
const VIN = '0SCCHEV012345678A';

type Client = InstanceType<typeof smartcar.AuthClient>;

async function makeClient(
	page: Page,
	application: TestApplication,
	appServer: AppServer,
	mode = 'simulated'
): Promise<Client> {
	await registerRedirectUri(page, application, appServer.callback);
	return new smartcar.AuthClient({
		clientId: application.clientId,
		clientSecret: await makeSecret(page, application),
		redirectUri: appServer.callback,
		mode
	});
}

/** Walks from the link of the SDK to the code, as the suites of the platform's SDKs do. */
async function walk(
	page: Page,
	client: Client,
	appServer: AppServer,
	username?: string
): Promise<string> {
	await page.goto(client.getAuthUrl(SCOPE, { forcePrompt: true }));
	await passPreamble(page);
	await pickBrand(page);
	await signIn(page, username);
	await expect(page.locator('.page-content')).toBeVisible();
	await allow(page);
	return (await returned(page, appServer)).get('code') ?? '';
}

test.beforeEach(({ baseURL }) => {
	process.env.SMARTCAR_API_ORIGIN = baseURL ?? '';
	process.env.SMARTCAR_AUTH_ORIGIN = baseURL ?? '';
});

test('the Node SDK comes from its link to the vehicles and their permissions', async ({
	page,
	application,
	appServer
}) => {
	const client = await makeClient(page, application, appServer);
	const code = await walk(page, client, appServer, TWO_VEHICLES);
	const access = await client.exchangeCode(code);
	expect(access.accessToken).toMatch(UUID);
	expect(access.refreshToken).toMatch(UUID);
	const inTwoHours = Date.now() + 2 * 60 * 60 * 1000;
	expect(Math.abs(access.expiration.getTime() - inTwoHours)).toBeLessThan(60_000);

	const user = await smartcar.getUser(access.accessToken);
	expect(user.id).toMatch(UUID);
	const { vehicles, paging, meta } = await smartcar.getVehicles(access.accessToken);
	expect(vehicles).toHaveLength(2);
	for (const id of vehicles) expect(id).toMatch(UUID);
	expect(paging).toEqual({ count: 2, offset: 0 });
	expect(meta.requestId).toMatch(UUID);
	const second = await smartcar.getVehicles(access.accessToken, { limit: 1, offset: 1 });
	expect(second).toMatchObject({ vehicles: vehicles.slice(1), paging: { count: 2, offset: 1 } });

	const vehicle = new smartcar.Vehicle(vehicles[0] ?? '', access.accessToken);
	expect(await vehicle.permissions()).toMatchObject({
		permissions: ['read_location', 'read_odometer'],
		paging: { count: 2, offset: 0 }
	});
	expect((await vehicle.permissions({ limit: 1 })).permissions).toEqual(['read_location']);

	const next = await client.exchangeRefreshToken(access.refreshToken);
	expect(next.accessToken).not.toBe(access.accessToken);
	expect((await smartcar.getUser(next.accessToken)).id).toBe(user.id);
});

test('wrong codes, secrets and refresh tokens are refused in the words of the platform', async ({
	page,
	application,
	appServer
}) => {
	const client = await makeClient(page, application, appServer);
	const code = await walk(page, client, appServer);
	const stranger = new smartcar.AuthClient({
		clientId: application.clientId,
		clientSecret: 'wrong',
		redirectUri: appServer.callback
	});
	await expect(stranger.exchangeCode(code)).rejects.toMatchObject({
		type: 'invalid_client',
		statusCode: 401,
		message: expect.stringContaining('The client id or the client secret is wrong.')
	});
	await expect(client.exchangeCode('X')).rejects.toMatchObject({
		type: 'invalid_request',
		statusCode: 400,
		message: 'invalid_request:undefined - Invalid code: X.'
	});
	await expect(client.exchangeRefreshToken('X')).rejects.toMatchObject({
		message: 'invalid_request:undefined - Invalid refresh_token: X.'
	});
	// A wrong secret spends nothing.
	expect((await client.exchangeCode(code)).accessToken).toMatch(UUID);
});

test('a code that comes again ends what it gave out', async ({ page, application, appServer }) => {
	const client = await makeClient(page, application, appServer);
	const code = await walk(page, client, appServer);
	const access = await client.exchangeCode(code);
	expect((await smartcar.getVehicles(access.accessToken)).vehicles).toHaveLength(1);
	await expect(client.exchangeCode(code)).rejects.toMatchObject({
		message: `invalid_request:undefined - Invalid code: ${code}.`
	});
	await expect(smartcar.getVehicles(access.accessToken)).rejects.toMatchObject({
		type: 'AUTHENTICATION',
		statusCode: 401,
		requestId: expect.stringMatching(UUID)
	});
	await expect(client.exchangeRefreshToken(access.refreshToken)).rejects.toMatchObject({
		type: 'invalid_request'
	});
});

for (const mode of ['test', 'simulated', 'live']) {
	test(`a link of mode ${mode} leads to a code`, async ({ page, application, appServer }) => {
		const client = await makeClient(page, application, appServer, mode);
		const code = await walk(page, client, appServer);
		const { accessToken } = await client.exchangeCode(code);
		expect((await smartcar.getVehicles(accessToken)).vehicles).toHaveLength(1);
	});
}

test('state and user come through, and the brand is passed by', async ({
	page,
	application,
	appServer
}) => {
	const client = await makeClient(page, application, appServer);
	const state = 'a b+c/d=e&f>~?ü';
	await page.goto(client.getAuthUrl(SCOPE, { state, user: 'u-1', makeBypass: 'TESLA' }));
	await passPreamble(page);
	await expect(page).toHaveURL(/\/login$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to your Tesla account');
	await signIn(page);
	await allow(page);
	const answer = await returned(page, appServer);
	expect(answer.get('state')).toBe(state);
	expect(answer.get('virtual_key_url')).toBe('https://www.tesla.com/_ak/smartcar.com');
	const { accessToken } = await client.exchangeCode(answer.get('code') ?? '');
	expect((await smartcar.getUser(accessToken)).id).toBe(answer.get('user_id'));
	await page.goto(`${application.path}/connections`);
	await expect(page.getByRole('row', { name: /Tesla/ }).first()).toContainText('user u-1');
});

test('one vehicle alone is offered to pick, or none but the one of the link', async ({
	page,
	application,
	appServer
}) => {
	const client = await makeClient(page, application, appServer);
	await page.goto(client.getAuthUrl(SCOPE, { singleSelect: { enabled: true } }));
	await passPreamble(page);
	await pickBrand(page);
	await signIn(page, TWO_VEHICLES);
	const radios = page.getByRole('radio');
	await expect(radios).toHaveCount(2);
	await radios.nth(1).check();
	await allow(page);
	const picked = await client.exchangeCode((await returned(page, appServer)).get('code') ?? '');
	expect((await smartcar.getVehicles(picked.accessToken)).vehicles).toHaveLength(1);

	await page.goto(client.getAuthUrl(SCOPE, { singleSelect: { vin: VIN } }));
	await passPreamble(page);
	await expect(page).toHaveURL(/\/login$/);
	await signIn(page);
	await expect(page.getByRole('group', { name: 'Your vehicle' })).toContainText(VIN);
	await expect(page.getByRole('radio')).toHaveCount(0);
	await allow(page);
	const named = await client.exchangeCode((await returned(page, appServer)).get('code') ?? '');
	expect((await smartcar.getVehicles(named.accessToken)).vehicles).toHaveLength(1);
});

test('what was approved is not asked again, unless the link forces it', async ({
	page,
	application,
	appServer
}) => {
	const client = await makeClient(page, application, appServer);
	await walk(page, client, appServer);
	await page.goto(client.getAuthUrl(SCOPE));
	await passPreamble(page);
	await pickBrand(page);
	await signIn(page);
	expect((await returned(page, appServer)).get('code')).toMatch(UUID);
	await page.goto(client.getAuthUrl(SCOPE, { forcePrompt: true }));
	await passPreamble(page);
	await pickBrand(page);
	await signIn(page);
	await expect(permissionBox(page, 'read_odometer')).toBeChecked();
});
