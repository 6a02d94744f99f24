import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import {
	CHARGE,
	CHARGING,
	expectSaved,
	ODOMETER,
	pickByMouse,
	row,
	SCOPE,
	scope
} from './support/picker.ts';
import { expect, test } from './support/test.ts';

// What Chromium writes to the console when a save meets another one.
test.use({ provoked: /status of 409/ });

async function publishByMouse(page: Page): Promise<void> {
	await page
		.getByRole('link', { name: /^Publish/ })
		.first()
		.click();
	await page.getByLabel('Reason').fill('First release');
	await page.getByRole('button', { name: 'Publish version 1' }).click();
	await expect(page.getByText(/Version 1 is published/).first()).toBeVisible();
}

test('the main job by mouse: pick, require, publish, copy the link', async ({
	page,
	application
}) => {
	await pickByMouse(page, application);
	await publishByMouse(page);
	await page.goto(`${application.path}/vehicle-access`);
	await expect(page.getByText('same as version 1')).toBeVisible();

	await page.getByRole('link', { name: 'Share Connect Link' }).click();
	const link = new URL(await page.getByLabel('Connect link').inputValue());
	expect(link.origin + link.pathname).toBe('https://connect.smartcar.com/oauth/authorize');
	expect(link.searchParams.get('client_id')).toBe(application.clientId);
	expect(link.searchParams.get('scope')).toBe(SCOPE);
});

test('the main job by keyboard alone', async ({ page, application }) => {
	await page.goto(`${application.path}/vehicle-access`);
	await expectSaved(page);
	await page.keyboard.press('/');
	await expect(page.getByRole('searchbox')).toBeFocused();
	await page.keyboard.type('state of charge');
	const box = row(page, CHARGE).getByRole('checkbox');
	await expect(page.locator('.row .check[tabindex="0"]')).toHaveCount(1);
	await expect(row(page, ODOMETER)).toHaveCount(0);
	await tabTo(page, box);
	await page.keyboard.press('Space');
	await page.keyboard.press('r');
	await expect(scope(page)).toHaveText('required:read_battery');

	await page.keyboard.press('Enter');
	await expect(row(page, CHARGE).getByText('Evidence')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('searchbox')).toBeFocused();

	await page.keyboard.press('Control+a');
	await page.keyboard.type('odometer');
	await tabTo(page, row(page, ODOMETER).getByRole('checkbox'));
	await page.keyboard.press('Space');
	await expect(scope(page)).toHaveText('required:read_battery read_odometer');
	await page.keyboard.press('Control+z');
	await expect(scope(page)).toHaveText('required:read_battery');
	await page.keyboard.press('Control+Shift+z');
	await expect(scope(page)).toHaveText('required:read_battery read_odometer');
	await expectSaved(page);

	await tabTo(page, page.getByRole('link', { name: /^Publish/ }).first(), 'Shift+Tab');
	await page.keyboard.press('Enter');
	await tabTo(page, page.getByLabel('Reason'));
	await page.keyboard.type('First release');
	await tabTo(page, page.getByRole('button', { name: 'Publish version 1' }));
	await page.keyboard.press('Enter');
	await expect(page.getByText(/Version 1 is published/).first()).toBeVisible();
});

/** Presses Tab until an element has the focus; a hundred stops are too many for anyone. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
	await expect(target).toBeVisible();
	for (let press = 0; press < 100; press++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press(key);
	}
	throw new Error('The element cannot be reached by Tab');
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the main job: tick, save, require, publish', async ({ page, application }) => {
		await page.goto(`${application.path}/vehicle-access`);
		for (const code of [CHARGE, CHARGING, ODOMETER])
			await row(page, code).getByRole('checkbox').check();
		await page.getByRole('button', { name: 'Save', exact: true }).last().click();
		await expect(scope(page)).toHaveText('read_battery read_charge read_odometer');
		await row(page, CHARGE).getByRole('switch').click();
		await expect(scope(page)).toHaveText(SCOPE);
		await publishByMouse(page);

		await page.goto(`${application.path}/share`);
		const link = new URL(await page.getByLabel('Connect link').inputValue());
		expect(link.searchParams.get('scope')).toBe(SCOPE);
	});

	test('what another tab or filter hides is kept by a save', async ({ page, application }) => {
		await page.goto(`${application.path}/vehicle-access`);
		await row(page, CHARGE).getByRole('checkbox').check();
		await page.getByRole('button', { name: 'Save', exact: true }).last().click();
		await page.getByRole('tab', { name: /Commands/ }).click();
		await row(page, 'security-lock').getByRole('checkbox').check();
		await page.getByRole('button', { name: 'Save', exact: true }).last().click();
		await expect(page).toHaveURL(/tab=commands/);
		await expect(scope(page)).toHaveText('read_battery control_security');
		await page.getByRole('searchbox').fill('odometer');
		await page.getByRole('button', { name: 'Search' }).click();
		await expect(row(page, 'security-lock')).toHaveCount(0);
	});

	test('two windows: a save on top of another one is refused, and nothing is lost', async ({
		page,
		context,
		application
	}) => {
		await page.goto(`${application.path}/vehicle-access`);
		const other = await context.newPage();
		await other.goto(`${application.path}/vehicle-access`);
		await row(other, ODOMETER).getByRole('checkbox').check();
		await other.getByRole('button', { name: 'Save', exact: true }).last().click();
		await row(page, CHARGE).getByRole('checkbox').check();
		await page.getByRole('button', { name: 'Save', exact: true }).last().click();
		await expect(page.getByRole('alert')).toContainText('changed in another window');
		await expect(row(page, CHARGE).getByRole('checkbox')).toBeChecked();
	});
});

test.describe('on a phone of 320 px', () => {
	test.use({ viewport: { width: 320, height: 640 } });

	test('the main job, with nothing wider than the screen', async ({ page, application }) => {
		await pickByMouse(page, application);
		await expectNoSidewaysScroll(page);
		await publishByMouse(page);
		await expectNoSidewaysScroll(page);
	});

	test('targets are large enough for a thumb', async ({ page, application }) => {
		await page.goto(`${application.path}/vehicle-access`);
		const label = await row(page, CHARGE).locator('label').boundingBox();
		expect(label?.height).toBeGreaterThanOrEqual(44);
		await row(page, CHARGE).getByRole('checkbox').check();
		const toggle = await row(page, CHARGE).getByRole('switch').boundingBox();
		expect(Math.min(toggle?.width ?? 0, toggle?.height ?? 0)).toBeGreaterThanOrEqual(44);
	});
});

async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const { scroll, client } = await page.evaluate(() => ({
		scroll: document.documentElement.scrollWidth,
		client: document.documentElement.clientWidth
	}));
	expect(scroll).toBeLessThanOrEqual(client);
}

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('the main job, free of accessibility findings', async ({ page, application }) => {
			await pickByMouse(page, application);
			await expectAccessible(page);
			await page
				.getByRole('link', { name: /^Publish/ })
				.first()
				.click();
			await expect(page.getByLabel('Reason')).toBeVisible();
			await expectAccessible(page);
		});
	});
}
