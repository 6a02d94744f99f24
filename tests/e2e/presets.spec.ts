import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { createApplication } from './support/application.ts';
import { CHARGE, ODOMETER, row, scope } from './support/picker.ts';
import { expect, test } from './support/test.ts';

const CHARGING = 'required:read_battery read_charge control_charge';
const INSURED = 'required:read_odometer required:read_vin';
const NEEDS = 'battery level, mileage, is it plugged in, location-preciselocation, seat position';

const needs = (page: Page) => page.getByLabel('Paste what you need', { exact: true });
const startAgain = (page: Page) =>
	page.getByRole('link', { name: 'Start from a purpose or paste' });
const link = (page: Page) => page.getByRole('textbox', { name: 'Connect link' });

const copyLink = (page: Page) => page.getByRole('button', { name: 'Copy link', exact: true });

/** Once something is copied: the clipboard begins empty. */
async function copiedText(page: Page): Promise<string> {
	const read = () => page.evaluate(() => navigator.clipboard.readText());
	await expect.poll(read).not.toBe('');
	return read();
}

async function expectCarries(page: Page, asked: string): Promise<void> {
	await expect
		.poll(async () => new URL(await link(page).inputValue()).searchParams.get('scope'))
		.toBe(asked);
}

async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let presses = 0; presses < 40; presses++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('Tab does not reach it');
}

test('a stranger’s minute by mouse: create, use a purpose, copy the link', async ({
	page,
	context,
	request,
	baseURL
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const { path, name } = await createApplication(page, 'A stranger’s minute');
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Start from a purpose' })).toBeInViewport();
	await expect(page.getByText('3 permissions for 8 items')).toBeVisible();
	await expect(page.getByText('4 permissions for 5 items, 3 sensitive')).toBeVisible();
	await page.getByRole('button', { name: 'Use Smart charging' }).click();
	await expect(page.getByText('8 items ticked.')).toBeVisible();
	await expect(scope(page)).toHaveText(CHARGING);
	await copyLink(page).click();
	const copied = await copiedText(page);
	expect(new URL(copied).searchParams.get('scope')).toBe(CHARGING);
	const form = { confirm: name };
	await request.post(`${path}/settings?/delete`, { headers: { origin: baseURL ?? '' }, form });
});

test('a stranger’s minute by keyboard, and back with Undo', async ({
	page,
	context,
	application
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(`${application.path}/vehicle-access`);
	await tabTo(page, page.getByRole('button', { name: 'Use Pay-per-use insurance' }));
	await page.keyboard.press('Enter');
	await expect(scope(page)).toHaveText(INSURED);
	const undo = page.locator('#start').getByRole('button', { name: 'Undo' });
	await expect(undo).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(scope(page)).toHaveText('nothing is asked yet');
	await expect(page.getByRole('heading', { name: 'Start from a purpose' })).toBeFocused();
	await tabTo(page, page.getByRole('button', { name: 'Use Mileage' }));
	await page.keyboard.press('Space');
	await expect(page.getByText('4 items ticked.')).toBeVisible();
	await tabTo(page, copyLink(page));
	await page.keyboard.press('Enter');
	expect(new URL(await copiedText(page)).searchParams.get('scope')).toBe(
		'required:read_odometer read_vehicle_info'
	);
});

test('what is pasted is found while one types, and taken over', async ({ page, application }) => {
	await page.goto(`${application.path}/vehicle-access`);
	await needs(page).fill(NEEDS);
	await expect(page.getByRole('status').getByText('4 of 5 found')).toBeVisible();
	await expect(page.getByText('from “is it plugged in”')).toBeVisible();
	await expect(page.getByText('“seat position”')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('checkbox', { name: 'Precise location' }).first().uncheck();
	await page.getByRole('button', { name: 'Tick 3 rows' }).click();
	await expect(scope(page)).toHaveText('read_battery read_charge read_odometer');
	await expect(page.getByText('3 items ticked.')).toBeVisible();

	await startAgain(page).click();
	await expect(needs(page)).toHaveValue(NEEDS);
	await needs(page).fill('required:read_odometer, speed');
	await expect(page.getByText('2 of 2 found')).toBeVisible();
	await page.getByRole('button', { name: 'Tick 1 row' }).click();
	await expect(scope(page)).toHaveText(
		'read_battery read_charge required:read_odometer read_speedometer'
	);
});

test('a draft that is not empty is shown what a purpose changes', async ({ page, application }) => {
	await page.goto(`${application.path}/vehicle-access`);
	await row(page, ODOMETER).getByText(ODOMETER).click();
	await expect(startAgain(page)).toBeVisible();
	await startAgain(page).click();
	await page.getByRole('button', { name: 'Use Pay-per-use insurance' }).click();
	const changes = page.getByRole('heading', { name: 'What Pay-per-use insurance changes' });
	await expect(changes).toBeFocused();
	await expect(
		page.getByText('It ticks 1 item; 1 is ticked already. Nothing is taken away.')
	).toBeVisible();
	await expect(scope(page)).toHaveText('read_odometer');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Tick 1 row' }).click();
	await expect(scope(page)).toHaveText(INSURED);

	await startAgain(page).click();
	await page.getByRole('button', { name: 'Use Smart charging' }).click();
	await page.getByRole('button', { name: 'Replace the draft: untick 2 others too' }).click();
	await expect(scope(page)).toHaveText(CHARGING);
});

test.describe('without JavaScript at 320 px', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

	test('a stranger’s minute, what a purpose changes, and what is pasted', async ({
		page,
		application
	}) => {
		await page.goto(`${application.path}/vehicle-access`);
		await page.getByRole('button', { name: 'Use Smart charging' }).click();
		await expect(page.getByText('8 items ticked.')).toBeVisible();
		await page.locator('#start').getByRole('button', { name: 'Undo' }).click();
		await expect(scope(page)).toHaveText('nothing is asked yet');
		await page.getByRole('button', { name: 'Use Pay-per-use insurance' }).click();
		await expect(scope(page)).toHaveText(INSURED);

		await startAgain(page).click();
		await page.getByRole('button', { name: 'Use Mileage' }).click();
		await expect(
			page.getByText('It ticks 3 items; 1 is ticked already. Nothing is taken away.')
		).toBeVisible();
		await page.getByRole('button', { name: 'Tick 3 rows' }).click();
		await expect(scope(page)).toHaveText(
			'required:read_odometer read_vehicle_info required:read_vin'
		);

		await startAgain(page).click();
		await needs(page).fill(NEEDS);
		await page.getByRole('button', { name: 'Find' }).click();
		await expect(page.getByText('4 of 5 found')).toBeVisible();
		await expect(needs(page)).toHaveValue(NEEDS);
		await page.getByRole('checkbox', { name: 'Precise location' }).first().uncheck();
		await page.getByRole('button', { name: /^Tick \d rows?$/ }).click();
		await expect(page.locator(`[data-code="${CHARGE}"] input`).first()).toBeChecked();
		const asked =
			'read_battery read_charge required:read_odometer read_vehicle_info required:read_vin';
		await expect(scope(page)).toHaveText(asked);
		await page.goto(`${application.path}/share`);
		await expectCarries(page, asked);
	});
});
