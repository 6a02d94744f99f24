import type { Page } from '@playwright/test';
import { unfold } from './support/share.ts';
import { expect, test } from './support/test.ts';

/** Opens a page, does what a quick hand does before its script is there, and lets the script run. */
async function openEarly(page: Page, path: string, use: () => Promise<void>): Promise<void> {
	const { promise: used, resolve: letRun } = Promise.withResolvers<void>();
	await page.route(/\/_app\/immutable\/.*\.js$/, async (route) => {
		await used;
		await route.continue();
	});
	await page.evaluate((address) => location.assign(address), path);
	await page.waitForURL(path);
	await use();
	letRun();
	await page.locator('html[data-ready]').waitFor();
}

test('what was pressed on Share before its script ran is in effect', async ({
	page,
	application
}) => {
	const code = page.getByRole('region', { name: 'The same link in code' });
	await openEarly(page, `${application.path}/share`, async () => {
		await unfold(page, 'The same link in code');
		await code.getByText('Live platform', { exact: true }).click();
		await unfold(page, 'State');
		await page.getByLabel('State').fill('abc');
	});
	await expect(code.getByLabel('Live platform')).toBeChecked();
	await expect(code.getByText('The SDKs know the live platform’s addresses')).toBeVisible();
	await expect(page).toHaveURL(/code_for=live/);
	await expect(page.getByLabel('State')).toHaveValue('abc');
});

test('what was ticked and typed on Vehicle Access before its script ran is in effect', async ({
	page,
	application
}) => {
	const item = page.getByRole('checkbox', { name: 'Traveled distance' });
	await openEarly(page, `${application.path}/vehicle-access`, async () => {
		await item.check();
		await page.getByRole('searchbox').fill('odometer');
	});
	await expect(page.getByRole('searchbox')).toHaveValue('odometer');
	await expect(page.getByRole('checkbox', { name: 'Amperage', exact: true })).toBeHidden();
	await expect(item).toBeChecked();
	await expect(page.locator('.bottom, .rail').getByText('read_odometer').first()).toBeVisible();
	await page.reload();
	await expect(item).toBeChecked();
});

test('the filter’s menu that was opened before the script ran is there', async ({
	page,
	application
}) => {
	await openEarly(page, `${application.path}/vehicle-access`, async () => {
		await page.getByRole('main').locator('summary', { hasText: 'Filter' }).click();
	});
	await page.getByRole('link', { name: 'read_odometer' }).first().click();
	await expect(page).toHaveURL(/permission=read_odometer/);
	await expect(page.getByText('Permission: read_odometer')).toBeVisible();
	await expect(page.locator('.row')).toHaveCount(1);
});

test('what the browser put back by itself is no input', async ({ page, application }) => {
	const item = page.getByRole('checkbox', { name: 'Traveled distance' });
	await openEarly(page, `${application.path}/vehicle-access`, async () => {
		await item.evaluate((box: HTMLInputElement) => (box.checked = true));
	});
	await expect(item).not.toBeChecked();
});

test('what was pressed and taken back before the script ran changes nothing', async ({
	page,
	application
}) => {
	const item = page.getByRole('checkbox', { name: 'Traveled distance' });
	await openEarly(page, `${application.path}/vehicle-access`, async () => {
		await item.check();
		await item.uncheck();
	});
	await expect(item).not.toBeChecked();
	await expect(page.locator('.rail').getByText('read_odometer')).toHaveCount(0);
});
