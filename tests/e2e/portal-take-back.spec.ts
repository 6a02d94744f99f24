import type { Page } from '@playwright/test';
import { dateIn } from '../../src/lib/access/owner-words/dates.ts';
import { expectAccessible } from './support/accessible.ts';
import { connectLink, permissionBox, reachConsent } from './support/connect.ts';
import { connectApp, pointSdkAt, type ConnectedApp } from './support/connected-app.ts';
import { linkCar, newAddress, signInToPortal } from './support/portal.ts';
import { expect, test } from './support/test.ts';

const SCOPE = ['required:read_vehicle_info', 'read_odometer', 'read_battery'];
const WANTED = { make: 'TESLA', scope: SCOPE, profile: 'simulated-phev' } as const;
const REFUSED = { statusCode: 403, type: 'PERMISSION' };

test.beforeEach(({ baseURL }) => pointSdkAt(baseURL ?? ''));

const usernameOf = ({ clientId }: ConnectedApp) => `${clientId}@email.com`;
const pathOf = ({ clientId }: ConnectedApp) => `/my/applications/${clientId}`;

/** An app that reaches a car of somebody who is signed in to the portal. */
async function reachPortal(page: Page): Promise<ConnectedApp> {
	const app = await connectApp(page.request, WANTED);
	await signInToPortal(page, newAddress());
	await linkCar(page, 'Tesla', usernameOf(app));
	return app;
}

/** Connects one vehicle more of the account, by a consent of its own: what was agreed to is not asked again. */
async function connectAnother(page: Page, app: ConnectedApp): Promise<void> {
	const { clientId, redirectUri } = app;
	const login = { make: WANTED.make, username: usernameOf(app) };
	for (const [name, data] of [
		['vehicles', { ...login, profile: 'simulated-phev' }],
		[
			'authorize',
			{ clientId, redirectUri, scope: 'required:read_vehicle_info read_odometer', login }
		]
	] as const) {
		const answer = await page.request.post(`/sandbox/api/${name}`, { data });
		expect(answer.status(), await answer.text()).toBe(200);
	}
}

const takeBack = (page: Page, what: string) =>
	page.getByRole('button', { name: `Take back ${what}`, exact: true });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('an owner takes back one permission, and the app goes on without it', async ({ page }) => {
			const look = async () => {
				if (javaScriptEnabled) await expectAccessible(page);
			};
			const app = await reachPortal(page);
			await app.car.odometer();
			await page.goto(pathOf(app));
			await look();
			await takeBack(page, 'Odometer').click();
			await expect(heading(page)).toHaveText('Take back Odometer from Charge Planner?');
			await expect(page.getByText('goes beyond the real platform')).toBeVisible();
			await look();
			// Nothing has happened yet.
			await app.car.odometer();
			const asked = page.url();
			await takeBack(page, 'Odometer').click();
			await expect(page.getByRole('status')).toContainText('Taken back: Odometer.');
			const line = page.getByRole('listitem').filter({ hasText: 'Odometer' });
			await expect(line).toContainText('Taken back by you on');
			await expect(line).toContainText('Not given');
			await look();

			await expect(app.car.odometer()).rejects.toMatchObject(REFUSED);
			await app.car.attributes();
			await app.car.battery();

			// From another tab, or where the browser goes back to.
			const again = await page.request.post(asked, {
				headers: { origin: new URL(asked).origin, accept: 'text/html' },
				form: {}
			});
			expect(await again.text()).toContain('There was nothing left to take back');
			await page.goto(asked);
			await expect(page.getByRole('status')).toContainText('There was nothing left to take back');

			// What is required is not taken back alone.
			await takeBack(page, 'Make, model and year').click();
			await expect(page.getByText('is to disconnect the app')).toBeVisible();
			await look();
			await page.getByRole('button', { name: 'Revoke access' }).click();
			await expect(heading(page)).toHaveText('Revoke access of Charge Planner?');

			await page.goto('/my/history');
			const lines = page.getByRole('main').getByRole('listitem');
			await expect(lines.first()).toContainText('Partly taken back. Left: Battery');
			await expect(lines.first()).toContainText('By you');
			await page.goto(`/apps/${app.clientId}/connections`);
			await expect(page.locator('tbody tr')).toContainText('narrowed by the owner');
		});
	});
}

test('an owner takes back one vehicle, and the app reaches the other', async ({ page }) => {
	const app = await reachPortal(page);
	await connectAnother(page, app);
	await page.goto(pathOf(app));
	const vehicles = page.getByRole('region', { name: 'From which vehicles' });
	await expect(vehicles.getByRole('listitem')).toHaveCount(2);
	const button = vehicles.getByRole('button').first();
	const name = (await button.getAttribute('aria-label')) ?? '';
	await button.click();
	await expect(page.getByText('sees nothing more of')).toBeVisible();
	await page.getByRole('button', { name }).click();
	await expect(page.getByRole('status')).toContainText('Taken back: ');
	await expect(vehicles.getByRole('listitem').filter({ hasText: 'Not given' })).toHaveCount(1);
	await expect(app.car.odometer()).rejects.toMatchObject(REFUSED);

	// The last one is not taken back alone.
	await vehicles.getByRole('button').click();
	await expect(page.getByText('is to disconnect the app')).toBeVisible();
	await page.goto('/my/history');
	const lines = page.getByRole('main').getByRole('listitem');
	await expect(lines.first()).toContainText('Vehicle taken back');
});

test('what was revoked is told with its time on both sides, and asked for again', async ({
	page
}) => {
	const app = await reachPortal(page);
	await page.goto(`${pathOf(app)}/revoke`);
	await page.getByRole('button', { name: 'Revoke access' }).click();
	await expect(heading(page)).toContainText('has no access');
	await page.goto('/my/applications');
	const ended = page.getByRole('region', { name: 'Ended' }).getByRole('listitem');
	await expect(ended).toContainText('Taken back by you');
	const told = await ended.innerText();

	await page.goto(`/apps/${app.clientId}/connections?ended=true`);
	const row = page.locator('tbody tr');
	await expect(row).toContainText('revoked by the owner');
	const time = (await row.locator('time').last().getAttribute('datetime')) ?? '';
	expect(told).toContain(dateIn('en', 'moment', Date.parse(time)));

	const { redirectUri: redirect_uri } = app;
	const scope = SCOPE.join(' ');
	const link = connectLink(
		{ clientId: app.clientId, name: 'Charge Planner', path: `/apps/${app.clientId}` },
		{ redirect_uri, scope, approval_prompt: 'auto' }
	);
	await reachConsent(page, link, { make: WANTED.make, username: usernameOf(app) });
	await expect(permissionBox(page, 'read_odometer')).toBeVisible();
});

test.describe('another owner', () => {
	test.use({ provoked: /status of 404/ });

	test('takes back nothing of somebody else’s, and nobody by a forged form', async ({
		page,
		baseURL
	}) => {
		const app = await connectApp(page.request, WANTED);
		await signInToPortal(page, newAddress());
		const path = `${pathOf(app)}/take-back/read_odometer`;
		const headers = { origin: baseURL ?? '', accept: 'text/html' };
		expect((await page.request.get(path, { headers })).status()).toBe(404);
		expect((await page.request.post(path, { headers, form: {} })).status()).toBe(404);
		await linkCar(page, 'Tesla', usernameOf(app));
		for (const what of [app.vehicleId, 'read_nothing']) {
			const unknown = `${pathOf(app)}/take-back/${what}`;
			expect((await page.request.get(unknown, { headers })).status()).toBe(404);
			expect((await page.request.post(unknown, { headers, form: {} })).status()).toBe(404);
		}
		const forged = { origin: 'https://evil.example', accept: 'text/html' };
		expect((await page.request.post(path, { headers: forged, form: {} })).status()).toBe(403);
		await app.car.odometer();
	});
});
