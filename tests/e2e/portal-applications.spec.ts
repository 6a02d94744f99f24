import type { Page } from '@playwright/test';
import smartcar from 'smartcar';
import { expectAccessible } from './support/accessible.ts';
import { connectApp, pointSdkAt, type ConnectedApp } from './support/connected-app.ts';
import { linkCar, newAddress, signInToPortal, lastCode, submitCode } from './support/portal.ts';
import { expect, test } from './support/test.ts';

const SCOPE = ['read_odometer', 'read_vehicle_info'];
const WANTED = { make: 'TESLA', scope: SCOPE, profile: 'simulated-phev' } as const;

test.beforeEach(({ baseURL }) => pointSdkAt(baseURL ?? ''));

/** How the account of an app is called. */
const usernameOf = ({ clientId }: ConnectedApp) => `${clientId}@email.com`;

const pathOf = ({ clientId }: ConnectedApp) => `/my/applications/${clientId}`;

function readOdometer(page: Page, { accessToken, vehicleId }: ConnectedApp) {
	const headers = { authorization: `Bearer ${accessToken}` };
	return page.request.get(`/v2.0/vehicles/${vehicleId}/odometer`, { headers });
}

/** What the app is told on its next requests. */
async function callsOf(page: Page, app: ConnectedApp) {
	const headers = { authorization: `Bearer ${app.accessToken}` };
	const get = (path: string) => page.request.get(path, { headers });
	return {
		vehicle: await readOdometer(page, app),
		user: await get('/v2.0/user'),
		vehicles: await get('/v2.0/vehicles')
	};
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('an owner sees which app reaches their vehicle, and takes the key back', async ({
			page
		}) => {
			const app = await connectApp(page.request, WANTED);
			await signInToPortal(page, newAddress());
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				'No app reaches your vehicles'
			);
			await linkCar(page, 'Tesla', usernameOf(app));
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				'1 app reaches your vehicles'
			);
			await page.locator(`a[href="${pathOf(app)}"]`).click();
			await expect(page.getByText('asked for 2 things, and you gave 2.')).toBeVisible();
			await expect(page.getByText(new URL(app.redirectUri).host, { exact: true })).toBeVisible();
			const outside = page.getByRole('group').filter({ hasText: 'Will not be accessed' });
			await expect(outside.getByText('Location', { exact: true })).toBeHidden();
			await outside.getByText('Will not be accessed').click();
			await expect(outside.getByText('Location', { exact: true })).toBeVisible();
			await expect(outside.getByText('Odometer', { exact: true })).toHaveCount(0);
			await expect(page.getByRole('heading', { name: 'Odometer' })).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);
			await page.getByRole('button', { name: 'Revoke access' }).click();
			await expect(page.getByText('What it has stored so far stays with it.')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);
			// Nothing has happened yet.
			expect((await readOdometer(page, app)).status()).toBe(200);
			await page.getByRole('button', { name: 'Revoke access' }).click();
			await expect(page).toHaveURL(pathOf(app));
			await expect(page.getByRole('heading', { level: 1 })).toContainText('has no access');
			await expect(page.getByRole('listitem').first()).toContainText('Taken back by you');
			if (javaScriptEnabled) await expectAccessible(page);

			const { vehicle, user, vehicles } = await callsOf(page, app);
			expect(vehicle.status()).toBe(403);
			await expect(app.car.odometer()).rejects.toMatchObject({
				statusCode: 403,
				type: 'PERMISSION'
			});
			expect(await vehicle.json()).toMatchObject({
				type: 'PERMISSION',
				resolution: { type: 'REAUTHENTICATE' }
			});
			expect(user.status()).toBe(200);
			expect((await vehicles.json()).vehicles).toEqual([]);
			const client = new smartcar.AuthClient(app);
			await expect(client.exchangeRefreshToken(app.refreshToken)).rejects.toMatchObject({
				statusCode: 400,
				type: 'invalid_request'
			});

			await page.goto('/my/applications');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				'No app reaches your vehicles'
			);
			await page.getByRole('link', { name: 'History', exact: true }).click();
			const lines = page.getByRole('main').getByRole('listitem');
			await expect(lines).toHaveCount(2);
			await expect(lines.first()).toContainText('Access ended');
			await expect(lines.first()).toContainText('By you');
			await expect(lines.last()).toContainText('Given:');
			await expect(lines.last().getByRole('link', { name: 'Receipt' })).toBeVisible();
			// Where the browser goes back to.
			await page.goto(`${pathOf(app)}/revoke`);
			await expect(page).toHaveURL(pathOf(app));
			await page.getByRole('link', { name: /^History: / }).click();
			await expect(lines).toHaveCount(2);
			await page.goto(`/apps/${app.clientId}/connections?ended=true`);
			await expect(page.locator('tbody tr')).toContainText('revoked by the owner');
		});
	});
}

test.describe('a link of the app’s own', () => {
	test.use({ provoked: /status of 404/ });

	test('leads over the sign-in and the car account to the app, whatever id it is called by', async ({
		page,
		baseURL
	}) => {
		const app = await connectApp(page.request, WANTED);
		const clientId = crypto.randomUUID();
		const renamed = await page.request.post(`/apps/${app.clientId}/credentials?/changeClientId`, {
			form: { clientId },
			headers: { origin: baseURL ?? '', accept: 'text/html' }
		});
		expect(renamed.status()).toBe(200);
		await page.goto(pathOf(app));
		await expect(page).toHaveURL(`/my?next=${encodeURIComponent(pathOf(app))}`);
		const address = newAddress();
		await page.getByLabel('E-mail').fill(address);
		await page.getByRole('button', { name: 'Send me a code' }).click();
		await page.getByLabel('Code').waitFor();
		await submitCode(page, await lastCode(page.request, address));
		// The car account of this owner is not known yet, so that they are not told of the new id.
		await expect(page).toHaveURL(pathOf(app));
		await linkCar(page, 'Tesla', usernameOf(app));
		await page.goto(pathOf(app));
		await expect(page).toHaveURL(pathOf({ ...app, clientId }));
		await expect(page.getByRole('button', { name: 'Revoke access' })).toBeVisible();
	});
});

test.describe('another owner', () => {
	test.use({ provoked: /status of 404/ });

	test('sees and revokes an app of somebody else’s as little as one that is none', async ({
		page,
		baseURL
	}) => {
		const app = await connectApp(page.request, WANTED);
		await signInToPortal(page, newAddress());
		const headers = { origin: baseURL ?? '', accept: 'text/html' };
		for (const path of [pathOf(app), `/my/applications/${crypto.randomUUID()}`]) {
			for (const answer of [
				await page.request.get(path, { headers }),
				await page.request.get(`${path}/revoke`, { headers }),
				await page.request.post(`${path}/revoke`, { headers, form: {} })
			]) {
				expect(answer.status()).toBe(404);
				expect(await answer.text()).toContain('This app never reached a vehicle');
			}
		}
		const forged = await page.request.post(`${pathOf(app)}/revoke`, {
			form: {},
			headers: { origin: 'https://evil.example', accept: 'text/html' }
		});
		expect(forged.status()).toBe(403);
		expect((await readOdometer(page, app)).status()).toBe(200);
	});
});
