import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import type { TestApplication } from './support/application.ts';
import { expect, test } from './support/test.ts';

test.use({ provoked: /status of 4(00|04|09)/ });

const row = (page: Page, code: string) => page.locator(`[data-code="${code}"]`);

async function toggle(page: Page, application: TestApplication, ...codes: string[]) {
	for (const code of codes) {
		await page.goto(`${application.path}/vehicle-access?q=${code}`);
		await row(page, code).getByText(code).click();
		await expect(page.getByText(/^Draft saved/)).toBeVisible();
	}
}

async function publish(page: Page, application: TestApplication, reason: string) {
	await page.goto(`${application.path}/publish`);
	await page.getByLabel('Reason').fill(reason);
	await page.getByRole('button', { name: /^Publish version/ }).click();
	await expect(page.getByRole('heading', { name: /is live$/ })).toBeVisible();
}

test('widening asks for a reason, keeps the page, and moves the focus there', async ({
	page,
	application
}) => {
	await toggle(page, application, 'make');
	await page.getByRole('link', { name: 'Publish…' }).first().click();
	const dialog = page.getByRole('dialog', { name: 'Review and publish' });
	await expect(dialog).toContainText('Owners are asked for more.');
	await dialog.getByRole('button', { name: 'Publish version 1' }).click();
	await expect(dialog.getByLabel('Reason')).toBeFocused();
	await expect(dialog).toContainText('Say why more is asked of owners');
	await page.keyboard.type('To show the brand');
	await dialog.getByRole('button', { name: 'Publish version 1' }).click();
	await expect(dialog.getByRole('heading', { name: 'Version 1 is live' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.getByText('same as version 1')).toBeVisible();
});

test('narrowing asks for no reason', async ({ page, application }) => {
	await toggle(page, application, 'make', 'vin');
	await publish(page, application, 'First');
	await toggle(page, application, 'vin');
	await page.goto(`${application.path}/publish`);
	await expect(page.getByText('Owners are asked for less.')).toBeVisible();
	await page.getByRole('button', { name: 'Publish version 2' }).click();
	await expect(page.getByRole('heading', { name: 'Version 2 is live' })).toBeVisible();
});

test('nothing to publish is said, with one way on', async ({ page, application }) => {
	await page.goto(`${application.path}/publish`);
	await expect(page.getByRole('heading', { name: 'Nothing to publish' })).toBeVisible();
	await page.getByRole('link', { name: 'Back to Vehicle Access' }).click();
	await expect(page).toHaveURL(/vehicle-access$/);
});

test('two windows publish at once: the second is shown three sides and loses nothing', async ({
	page,
	context,
	application
}) => {
	await toggle(page, application, 'make', 'vin');
	await publish(page, application, 'First');
	await toggle(page, application, 'odometer-traveleddistance');
	await page.goto(`${application.path}/publish`);
	await page.getByLabel('Reason').fill('Mine');

	const other = await context.newPage();
	await publish(other, application, 'Theirs');
	await toggle(other, application, 'vin');

	await page.getByRole('button', { name: 'Publish version 2' }).click();
	await expect(page.getByRole('alert')).toContainText('Nothing was published');
	await expect(
		page.getByRole('heading', { name: 'Version 2 was published meanwhile' })
	).toBeVisible();
	const lost = page.getByRole('row', { name: /^VIN/ });
	await expect(lost.getByRole('cell')).toHaveText(['optional', '–', 'optional', '–']);
	await page.getByRole('button', { name: 'Take both into my draft' }).click();
	await expect(page.getByText('Both sets of changes are in the draft now.')).toBeVisible();
	await page.getByRole('button', { name: 'Publish version 3' }).click();
	await expect(page.getByRole('heading', { name: 'Version 3 is live' })).toBeVisible();
	await expect(page.locator('.live code')).toHaveText('read_odometer read_vehicle_info');
});

test('history lists versions, compares any two, and restores one so that it can be undone', async ({
	page,
	application
}) => {
	await page.goto(`${application.path}/history`);
	await expect(page.getByRole('heading', { name: 'Nothing is published yet' })).toBeVisible();
	await toggle(page, application, 'make');
	await publish(page, application, 'First');
	await toggle(page, application, 'vin');
	await publish(page, application, 'Second');
	await toggle(page, application, 'odometer-traveleddistance', 'make');
	await publish(page, application, 'Third');

	await page.goto(`${application.path}/history`);
	await expect(page.getByRole('row')).toHaveCount(4);
	await expect(page.getByRole('row', { name: /Version 3/ })).toContainText('asks more and less');
	await page.getByRole('radio', { name: 'Compare from version 1' }).check();
	await page.getByRole('button', { name: 'Compare the two marked versions' }).click();
	await expect(page).toHaveURL(/compare=1\.\.3/);
	const comparison = page.getByRole('region', { name: 'From version 1 to version 3' });
	await expect(comparison).toContainText('Traveled distance');
	await expectAccessible(page);

	await page.getByRole('button', { name: 'Restore version 1 into the draft' }).click();
	await expect(page.getByRole('row', { name: /Version 1/ })).toContainText('in the draft now');
	await page.goto(`${application.path}/vehicle-access`);
	await expect(page.locator('output').first()).toHaveText('read_vehicle_info');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator('output').first()).toHaveText('read_odometer read_vin');
});

test('a version has a page of its own with everything that was locked in', async ({
	page,
	application
}) => {
	await toggle(page, application, 'make');
	await publish(page, application, 'To show the brand');
	await page.goto(`${application.path}/history/1`);
	await expect(page.locator('output')).toHaveText('read_vehicle_info');
	await expect(page.getByText('To show the brand')).toBeVisible();
	await expect(page.getByText('because of Make')).toBeVisible();
	await expectAccessible(page);
	await page.goto(`${application.path}/history/99`);
	await expect(page.getByText('There is no version 99 of this application.')).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a version is restored by a plain form', async ({ page, application }) => {
		await page.goto(`${application.path}/vehicle-access?tab=attributes`);
		await row(page, 'make').getByRole('checkbox').check();
		await page.getByRole('button', { name: 'Save', exact: true }).last().click();
		await publish(page, application, 'First');
		await page.goto(`${application.path}/vehicle-access?tab=attributes`);
		await row(page, 'make').getByRole('checkbox').uncheck();
		await page.getByRole('button', { name: 'Save', exact: true }).last().click();
		await page.goto(`${application.path}/history`);
		await page.getByRole('button', { name: 'Restore version 1 into the draft' }).click();
		await expect(page.getByText('Version 1 is in the draft now.')).toBeVisible();
	});
});
