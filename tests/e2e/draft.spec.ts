import type { Locator, Page } from '@playwright/test';
import type { TestApplication } from './support/application.ts';
import { expect, test } from './support/test.ts';

const CHARGE = 'tractionbattery-stateofcharge';
const RANGE = 'tractionbattery-range';
const ODOMETER = 'odometer-traveleddistance';

/** The box of an item; its row has the item's code as its id. */
const box = (page: Page, code: string): Locator => page.locator(`[id="${code}"] input`).first();

const status = (page: Page): Locator => page.locator('.draft-state');

async function openPicker(page: Page, { path }: TestApplication): Promise<void> {
	await page.goto(`${path}/vehicle-access`);
	await expect(status(page)).toContainText(/Draft saved \d\d:\d\d/);
}

async function expectStored(
	page: Page,
	{ path }: TestApplication,
	...codes: readonly string[]
): Promise<void> {
	await expect
		.poll(async () => {
			const file = await (await page.request.get(`${path}/vehicle-access.json`)).text();
			return [CHARGE, RANGE, ODOMETER].filter((code) => file.includes(`"${code}"`)).sort();
		})
		.toEqual([...codes].sort());
}

/** By the window's own navigation, which keeps what it has built. */
async function switchTo(page: Page, { name }: TestApplication): Promise<void> {
	await page.locator('.switcher summary').click();
	await page.locator('.switcher').getByRole('link', { name }).click();
}

test('two applications in one window keep their drafts apart', async ({
	page,
	application,
	otherApplication: other
}) => {
	await openPicker(page, application);
	for (const code of [CHARGE, RANGE]) await box(page, code).check();
	await expectStored(page, application, CHARGE, RANGE);

	await page.evaluate(() => Reflect.set(window, 'sameWindow', true));
	await switchTo(page, other);
	await expect(page).toHaveURL(new RegExp(other.clientId));
	await expect(box(page, CHARGE)).not.toBeChecked();
	await box(page, ODOMETER).check();
	await expectStored(page, other, ODOMETER);
	await expectStored(page, application, CHARGE, RANGE);
	expect(await page.evaluate(() => Reflect.get(window, 'sameWindow'))).toBe(true);

	await page.goBack();
	await expect(page).toHaveURL(new RegExp(application.clientId));
	await expect(box(page, CHARGE)).toBeChecked();
	await expect(box(page, ODOMETER)).not.toBeChecked();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expectStored(page, application, CHARGE);
	await expectStored(page, other, ODOMETER);
});

test.describe('two windows', () => {
	// How the server says that another window saved.
	test.use({ provoked: /status of 409/ });

	test('on one application keep both sets of changes', async ({ page, application }) => {
		const second = await page.context().newPage();
		await openPicker(page, application);
		await openPicker(second, application);
		await box(page, CHARGE).check();
		await expectStored(page, application, CHARGE);
		await box(second, ODOMETER).check();
		await expectStored(page, application, CHARGE, ODOMETER);
		await expect(second.getByText(/also changed in another window/)).toBeVisible();
		await expect(box(second, CHARGE)).toBeChecked();
		await second.getByRole('button', { name: 'Got it' }).click();
		await expect(second.getByRole('heading', { level: 1 })).toBeFocused();
		await box(page, RANGE).check();
		await expectStored(page, application, CHARGE, RANGE, ODOMETER);
		await second.close();
	});
});

test('a window that is closed or reloaded at once loses nothing, and tells of no other', async ({
	page,
	application
}) => {
	await openPicker(page, application);
	await box(page, CHARGE).check();
	await page.reload();
	await expect(box(page, CHARGE)).toBeChecked();
	await expectStored(page, application, CHARGE);
	await expect(status(page)).toContainText('Draft saved');
	await expect(page.getByText(/another window/)).toHaveCount(0);

	const second = await page.context().newPage();
	await openPicker(second, application);
	await box(second, RANGE).check();
	await second.close({ runBeforeUnload: true });
	await expectStored(page, application, CHARGE, RANGE);
});

test.describe('an outage', () => {
	// The fault is what the test makes; Chromium tells of it in the console.
	test.use({ provoked: /Failed to load resource: net::ERR_|Failed to fetch/ });

	test('of the network is told, and over without another change', async ({
		page,
		context,
		application
	}) => {
		await openPicker(page, application);
		await box(page, CHARGE).check();
		await expectStored(page, application, CHARGE);
		await context.setOffline(true);
		await box(page, RANGE).check();
		await expect(status(page)).toContainText('Not saved: The server cannot be reached');
		await box(page, ODOMETER).check();
		await context.setOffline(false);
		await expect(status(page)).toContainText('Draft saved');
		await expectStored(page, application, CHARGE, RANGE, ODOMETER);
		await expect(page.getByText(/another window/)).toHaveCount(0);
	});

	test('of the network keeps the window at its application', async ({
		page,
		context,
		application,
		otherApplication: other
	}) => {
		await openPicker(page, application);
		await context.setOffline(true);
		await box(page, CHARGE).check();
		await switchTo(page, other);
		await expect(page.getByText(/This page stays open until the connection is back/)).toBeVisible();
		await expect(page).toHaveURL(new RegExp(application.clientId));
		await expect(box(page, CHARGE)).toBeChecked();
		await context.setOffline(false);
		await expectStored(page, application, CHARGE);
	});

	test('of the server is told, and over without another change', async ({
		page,
		ownServer: server
	}) => {
		const application = await server.createApplication(page.request, 'Own server');
		await openPicker(page, application);
		await box(page, CHARGE).check();
		await expectStored(page, application, CHARGE);
		await server.stop('SIGKILL');
		await box(page, ODOMETER).check();
		await expect(status(page)).toContainText('Not saved: The server cannot be reached');
		await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible();
		await server.start();
		await expect(status(page)).toContainText('Draft saved', { timeout: 45_000 });
		await expectStored(page, application, CHARGE, ODOMETER);
	});
});

test.describe('a database that another program holds', () => {
	test.use({ provoked: /status of 503/ });

	test('keeps nobody from reading, and what was changed is saved afterwards', async ({
		page,
		ownServer: server
	}) => {
		const application = await server.createApplication(page.request, 'Own server');
		await openPicker(page, application);
		const letGo = server.lock();
		await box(page, CHARGE).check();
		await expect(status(page)).toContainText('Saving');
		// The write waits for five seconds; whoever reads does not wait with it.
		const read = await page.request.get(`${application.path}/history`, { timeout: 2500 });
		expect(read.status()).toBe(200);
		const health = await page.request.get(`${server.origin}/healthz`, { timeout: 2500 });
		expect(health.status()).toBe(503);
		expect(await health.text()).toContain('Another program holds the database');
		await expect(status(page)).toContainText('Not saved: Another program holds the database', {
			timeout: 15_000
		});
		letGo();
		await expect(status(page)).toContainText('Draft saved', { timeout: 15_000 });
		await expectStored(page, application, CHARGE);
		expect((await page.request.get(`${server.origin}/healthz`)).status()).toBe(200);
	});
});
