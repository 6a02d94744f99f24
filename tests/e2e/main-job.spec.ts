import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import type { TestApplication } from './support/application.ts';
import { expect, test } from './support/test.ts';

const SCOPE = 'required:read_battery read_charge read_odometer';
const CHARGE = 'tractionbattery-stateofcharge';
const CHARGING = 'charge-ischarging';
const ODOMETER = 'odometer-traveleddistance';

const row = (page: Page, code: string): Locator => page.locator(`[data-code="${code}"]`);
const scope = (page: Page): Locator => page.locator('output').first();

/** What Chromium writes to the console when a save meets another one, or no network. */
test.use({ provoked: /status of 409|ERR_INTERNET_DISCONNECTED/ });

/** The draft is autosaved; the header says so in words. */
async function expectSaved(page: Page): Promise<void> {
	await expect(page.getByText(/^Draft saved/)).toBeVisible();
}

async function pickByMouse(page: Page, application: TestApplication): Promise<void> {
	await page.goto(`${application.path}/vehicle-access`);
	for (const code of [CHARGE, CHARGING, ODOMETER]) {
		await row(page, code).getByText(code).click();
	}
	await row(page, CHARGE).getByRole('switch').click();
	await expect(scope(page)).toHaveText(SCOPE);
	await expectSaved(page);
}

async function publishByMouse(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Publish…' }).first().click();
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

	await tabTo(page, page.getByRole('link', { name: 'Publish…' }).first(), 'Shift+Tab');
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

test('arrow keys go from row to row', async ({ page, application }) => {
	await page.goto(`${application.path}/vehicle-access`);
	await expectSaved(page);
	const boxes = page.locator('.row').getByRole('checkbox');
	await boxes.nth(0).focus();
	await page.keyboard.press('ArrowDown');
	await expect(boxes.nth(1)).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await expect(boxes.nth(0)).toBeFocused();
});

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
			await page.getByRole('link', { name: 'Publish…' }).first().click();
			await expect(page.getByLabel('Reason')).toBeVisible();
			await expectAccessible(page);
		});
	});
}

test('every row tells its cost before the click', async ({ page, application }) => {
	await page.goto(`${application.path}/vehicle-access`);
	await expect(row(page, CHARGE)).toContainText('+ read_battery');
	await row(page, CHARGE).getByText(CHARGE).click();
	await expect(row(page, 'tractionbattery-range')).toContainText('no new permission');
	await expect(row(page, 'location-preciselocation')).toContainText('+ read_locationsensitive');
});

test('a permission leads to its reasons and back', async ({ page, application }) => {
	await pickByMouse(page, application);
	await page.goto(`${application.path}/vehicle-access?tab=commands`);
	const permissions = page.getByRole('region', { name: 'Permissions' });
	await permissions.getByRole('link', { name: 'Traveled distance' }).click();
	await expect(row(page, ODOMETER).getByRole('checkbox')).toBeFocused();
});

test('the owner preview locks what is required and keeps at least one permission', async ({
	page,
	application
}) => {
	await pickByMouse(page, application);
	const preview = page.getByRole('region', { name: 'Owner preview' });
	const battery = preview.getByRole('checkbox', { name: /^Battery/ });
	await expect(battery).toBeChecked();
	await expect(battery).toHaveAttribute('aria-disabled', 'true');
	await battery.click({ force: true });
	await expect(battery).toBeChecked();

	await row(page, CHARGE).getByRole('switch').click();
	await row(page, CHARGE).getByText(CHARGE).click();
	await row(page, CHARGING).getByText(CHARGING).click();
	const last = preview.getByRole('checkbox');
	await expect(last).toHaveCount(1);
	await last.click({ force: true });
	await expect(last).toBeChecked();
	await expect(preview).toContainText('At least one permission must stay selected.');
});

test('the draft is still there after the window is closed', async ({
	page,
	context,
	application
}) => {
	await pickByMouse(page, application);
	await page.close();
	const again = await context.newPage();
	await again.goto(`${application.path}/vehicle-access`);
	await expect(scope(again)).toHaveText(SCOPE);
});

test('undo survives a reload', async ({ page, application }) => {
	await pickByMouse(page, application);
	await page.reload();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(scope(page)).toHaveText('read_battery read_charge read_odometer');
});

test('two windows edit the draft at once and both sets of changes are kept', async ({
	page,
	context,
	application
}) => {
	await page.goto(`${application.path}/vehicle-access`);
	const other = await context.newPage();
	await other.goto(`${application.path}/vehicle-access`);
	await row(other, ODOMETER).getByText(ODOMETER).click();
	await expectSaved(other);
	await row(page, CHARGE).getByText(CHARGE).click();
	await expect(scope(page)).toHaveText('read_battery read_odometer');
	await expect(page.getByText(/Both sets of changes are kept/)).toBeVisible();
});

test('a lost connection keeps the change, says so, and the change is saved afterwards', async ({
	page,
	context,
	application
}) => {
	await page.goto(`${application.path}/vehicle-access`);
	await expectSaved(page);
	await context.setOffline(true);
	await row(page, CHARGE).getByText(CHARGE).click();
	await expect(scope(page)).toHaveText('read_battery');
	await expect(page.getByText(/Not saved: The server cannot be reached/)).toBeVisible();
	await page.getByRole('button', { name: 'Retry' }).click();
	await expect(page.getByText(/Not saved: The server cannot be reached/)).toBeVisible();
	await context.setOffline(false);
	await expectSaved(page);
	await page.reload();
	await expect(scope(page)).toHaveText('read_battery');
});

test('the address holds tab, search and filters', async ({ page, application }) => {
	await page.goto(`${application.path}/vehicle-access`);
	await page.getByRole('tab', { name: /Commands/ }).click();
	await page.getByRole('searchbox').fill('lock');
	await expect(page).toHaveURL(/tab=commands&q=lock/);
	await expect(page.locator('.row')).toHaveCount(2);
	await page.reload();
	await expect(page.getByRole('searchbox')).toHaveValue('lock');
	await expect(page.locator('.row')).toHaveCount(2);
	await page.goBack();
	await expect(page).not.toHaveURL(/q=lock/);
});

test('a group’s box has three states and says how many are picked', async ({
	page,
	application
}) => {
	await page.goto(`${application.path}/vehicle-access`);
	await expectSaved(page);
	const group = page.getByRole('region', { name: 'Location' });
	const box = group.getByRole('checkbox', { name: 'All of Location' });
	await expect(group).toContainText('0 of 2');
	await row(page, 'location-isathome').getByText('location-isathome').click();
	await expect(group).toContainText('1 of 2');
	expect(await box.evaluate((input: HTMLInputElement) => input.indeterminate)).toBe(true);
	await box.click();
	await expect(group).toContainText('2 of 2');
	await box.click();
	await expect(group).toContainText('0 of 2');
});

test('a note’s fix is one press', async ({ page, application }) => {
	await page.goto(`${application.path}/vehicle-access`);
	await row(page, CHARGE).getByText(CHARGE).click();
	await page.getByRole('button', { name: 'Add Make' }).click();
	await expect(scope(page)).toHaveText('read_battery read_vehicle_info');
});
