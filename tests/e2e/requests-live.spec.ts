import type { APIRequestContext, Page } from '@playwright/test';
import { connectApp, pointSdkAt, type ConnectedApp } from './support/connected-app.ts';
import { expect, test } from './support/test.ts';

const rows = (page: Page) => page.locator('tr[data-request]');
const live = (page: Page) => page.locator('#main .live');
const waiting = (page: Page) => page.getByRole('link', { name: / new$/ });

/** The page of an application that has asked twice. */
async function openRequests(page: Page, request: APIRequestContext, origin: string) {
	pointSdkAt(origin);
	const app = await connectApp(request, { make: 'TESLA', scope: ['read_odometer'] }, origin);
	await page.goto(`${origin}/apps/${app.clientId}/requests`);
	await expect(rows(page)).toHaveCount(2);
	return app;
}

async function ask(request: APIRequestContext, app: ConnectedApp, times = 1): Promise<void> {
	const { vehicleId, accessToken } = app;
	for (let time = 0; time < times; time += 1) {
		const origin = process.env.SMARTCAR_API_V3_ORIGIN ?? '';
		const answer = await request.get(
			`${origin}/v3/vehicles/${vehicleId}/signals/odometer-traveleddistance`,
			{ headers: { authorization: `Bearer ${accessToken}` } }
		);
		expect(answer.status(), await answer.text()).toBe(200);
	}
}

test.describe('while the server is out of reach', () => {
	test.use({ provoked: /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)|status of 50/ });

	test('the page stays as it is, says so, and follows again', async ({
		page,
		request,
		ownServer
	}) => {
		const app = await openRequests(page, request, ownServer.origin);

		await page.context().setOffline(true);
		await ask(request, app);
		await expect(live(page)).toContainText('Not live.');
		await expect(rows(page)).toHaveCount(2);
		await page.context().setOffline(false);
		await expect(live(page)).toContainText('New ones appear');
		await expect(rows(page)).toHaveCount(3);

		await ownServer.stop();
		await expect(live(page)).toContainText('Not live.');
		await ownServer.start();
		await ask(request, app);
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(live(page)).toContainText('New ones appear');
		await expect(rows(page)).toHaveCount(4);
	});

	test('a page that is looked at again while it is says so', async ({
		page,
		request,
		ownServer
	}) => {
		const app = await openRequests(page, request, ownServer.origin);
		const turn = (to: string) =>
			page.evaluate((state) => {
				Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
				document.dispatchEvent(new Event('visibilitychange'));
			}, to);
		await turn('hidden');
		await ownServer.stop();
		await turn('visible');
		await expect(live(page)).toContainText('Not live.');
		await expect(rows(page)).toHaveCount(2);
		await ownServer.start();
		await ask(request, app);
		await expect(rows(page)).toHaveCount(3);
	});
});

test.describe('requests that wait', () => {
	let app: ConnectedApp;
	test.beforeEach(async ({ page, request, baseURL }) => {
		app = await openRequests(page, request, baseURL ?? '');
	});

	test('leave what is being typed', async ({ page, request }) => {
		const find = page.getByRole('searchbox', { name: 'Find a request' });
		await find.fill('half typed');
		await ask(request, app);
		await expect(rows(page)).toHaveCount(3);
		await expect(find).toHaveValue('half typed');
	});

	test('wait no more once the list was read again', async ({ page, request }) => {
		await rows(page).first().getByRole('link').focus();
		await page.keyboard.press('Enter');
		// Until then what comes is listed at once.
		await expect(page).toHaveURL(/open=/);
		await ask(request, app, 2);
		await expect(waiting(page)).toHaveText('2 new');
		await page.keyboard.press('Escape');
		await expect(rows(page)).toHaveCount(4);
		await expect(waiting(page)).toBeHidden();
	});

	test('are counted from the newest on, on whatever page', async ({ page, request }) => {
		await ask(request, app, 50);
		await page.goto(`/apps/${app.clientId}/requests`);
		await page.getByRole('link', { name: 'Older' }).click();
		await expect(rows(page)).toHaveCount(2);
		await ask(request, app);
		await expect(waiting(page)).toHaveText('1 new');
		await waiting(page).click();
		await expect(rows(page)).toHaveCount(50);
		await expect(waiting(page)).toBeHidden();
	});

	test('wait while a row is pointed at', async ({ page, request }) => {
		await rows(page).first().hover();
		await ask(request, app);
		await expect(waiting(page)).toHaveText('1 new');
		await expect(rows(page)).toHaveCount(2);
		await page.getByRole('heading', { level: 1 }).hover();
		await expect(rows(page)).toHaveCount(3);
		await expect(waiting(page)).toBeHidden();
	});
});
