import type { APIRequestContext } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import smartcar from 'smartcar';
import { ENTRY } from '../support/seeds.ts';
import { expect, test } from './support/test.ts';

const PUBLISHED = { id: 'tst2e255-d3c8-4f90-9fec-e6e68b98e9cb', token: 'test-data-token' };
const ODOMETER = 'odometer-traveleddistance';
const [REDIRECT_URI = ''] = ENTRY.redirectUris;

test.beforeEach(({ baseURL }) => {
	process.env.SMARTCAR_API_ORIGIN = baseURL ?? '';
	process.env.SMARTCAR_AUTH_ORIGIN = baseURL ?? '';
	process.env.SMARTCAR_API_V3_ORIGIN = baseURL ?? '';
});

/** Connects the vehicle of an owner without a browser. */
async function connected(request: APIRequestContext, clientId: string) {
	const { clientSecret } = ENTRY;
	const entry = { ...ENTRY, clientId };
	expect((await request.post('/sandbox/api/seed', { data: { applications: [entry] } })).ok()).toBe(
		true
	);
	const login = { make: 'TESLA', username: `${clientId}@example.com` };
	const authorized = await request.post('/sandbox/api/authorize', {
		data: { clientId, redirectUri: REDIRECT_URI, login }
	});
	const { code }: { code: string } = await authorized.json();
	const client = new smartcar.AuthClient({ clientId, clientSecret, redirectUri: REDIRECT_URI });
	const { accessToken } = await client.exchangeCode(code);
	const { vehicles } = await smartcar.getVehicles(accessToken);
	return { accessToken, vehicleId: vehicles[0] ?? '' };
}

test('the Node SDK reads the published vehicle as its own suite does', async () => {
	const { body } = await smartcar.getVehicle(PUBLISHED.token, PUBLISHED.id);
	expect(body).toMatchObject({ id: PUBLISHED.id });
	const vehicle = new smartcar.Vehicle(PUBLISHED.id, PUBLISHED.token);
	expect((await vehicle.getSignals()).body).toMatchObject({ data: [{}, { id: ODOMETER }] });
	expect((await vehicle.getSignal(ODOMETER)).body).toMatchObject({
		id: ODOMETER,
		attributes: { status: { value: 'SUCCESS' } }
	});
});

test('the Node SDK reads signals by the token of a user, in either form', async ({
	page,
	request
}) => {
	const clientId = randomUUID();
	const { accessToken, vehicleId } = await connected(request, clientId);
	const vehicle = new smartcar.Vehicle(vehicleId, accessToken);
	expect((await vehicle.getSignals()).body).toMatchObject({
		data: expect.arrayContaining([expect.objectContaining({ id: ODOMETER })])
	});
	expect((await vehicle.getSignal(ODOMETER)).body).toMatchObject({ data: { id: ODOMETER } });

	await page.goto(`/apps/${clientId}/settings`);
	await page.getByRole('radio', { name: /^2025/ }).check();
	await page.getByRole('button', { name: 'Save form of answers' }).click();
	await expect(page.getByText('Saved.')).toBeVisible();
	expect((await vehicle.getSignal(ODOMETER)).body).toMatchObject({
		id: ODOMETER,
		attributes: { body: { unit: 'kilometers' } }
	});
});

test('a refusal leads to the item in Vehicle Access, opened and marked', async ({
	page,
	request
}) => {
	const { accessToken, vehicleId } = await connected(request, randomUUID());
	const refused = await request.get(`/v3/vehicles/${vehicleId}/signals/location-preciselocation`, {
		headers: { authorization: `Bearer ${accessToken}` }
	});
	expect(refused.status()).toBe(403);
	const [, address = ''] = /<(.*?)>/.exec(refused.headers().link ?? '') ?? [];
	await page.goto(address);
	const row = page.locator('#location-preciselocation');
	await expect(row).toBeInViewport();
	await expect(row.getByRole('link', { expanded: true })).toBeVisible();
	await expect(row).not.toHaveCSS('box-shadow', 'none');
	await expect(page.locator('#odometer-traveleddistance')).toHaveCount(1);
});

test('the description of an API is read on a page', async ({ page }) => {
	await page.goto('/help');
	await page.getByRole('link', { name: 'APIs' }).click();
	await page.getByRole('link', { name: 'Valetkey, vehicle API v3' }).click();
	await page.getByText('GET /vehicles/{vehicleId}/signals/{code}').click();
	await page.getByRole('link', { name: 'SignalAnswer' }).first().click();
	await expect(page).toHaveURL(/#schema-SignalAnswer$/);
	await expect(page.getByText('"ingestedAt"').first()).toBeVisible();
});
