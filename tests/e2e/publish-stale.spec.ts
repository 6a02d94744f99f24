import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import type { TestApplication } from './support/application.ts';
import { publishDraft, saveDraft } from './support/draft.ts';
import { publishButton, publishedHeading, reason } from './support/publish.ts';
import { expect, test } from './support/test.ts';

const CHARGE = 'tractionbattery-stateofcharge';
const ODOMETER = 'odometer-traveleddistance';

// A stale review is refused with 409.
test.use({ provoked: /status of 409/ });

/** Opens the review and lets somebody else publish, and change the draft again, meanwhile. */
async function becomeStale(page: Page, application: TestApplication, open: () => Promise<void>) {
	await publishDraft(page, application, CHARGE, 'First release');
	await saveDraft(page, application, `${CHARGE} make`);
	await open();
	await expect(publishButton(page)).toBeVisible();
	const other = await page.context().newPage();
	await other.goto(application.path);
	await publishDraft(other, application, `${CHARGE}! ${ODOMETER}`, 'Mileage for the report');
	await saveDraft(other, application, `${CHARGE} make`);
	await other.close();
}

async function expectThreeWays(page: Page): Promise<void> {
	await expect(
		page.getByRole('heading', { name: 'Version 2 was published meanwhile' })
	).toBeVisible();
	await expect(page.getByRole('alert')).toContainText('“Mileage for the report”');
	const cells = (item: string) =>
		page.getByRole('row', { name: new RegExp(item) }).getByRole('cell');
	await expect(cells('Make')).toHaveText(['–', 'optional', '–', 'optional']);
	await expect(cells('State of charge')).toHaveText([
		'optional',
		'optional',
		'required',
		'required'
	]);
	await expect(cells('Traveled distance')).toHaveText(['–', '–', 'optional', 'optional']);
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a stale review is refused, shows three sides, and both are taken', async ({
			page,
			application
		}) => {
			await becomeStale(page, application, async () => {
				await page.goto(`${application.path}/publish`);
			});
			await reason(page).fill('Show the make');
			await publishButton(page).click();
			await expectThreeWays(page);
			await page.getByRole('button', { name: 'Take both into my draft' }).click();
			await expect(page.getByText(/Both sets of changes are in the draft now/)).toBeVisible();
			await expect(page.getByText('Compared with version 2, the current one.')).toBeVisible();
			await expect(reason(page)).toHaveValue('Show the make');
			await page.getByRole('button', { name: 'Publish version 3' }).click();
			await expect(publishedHeading(page, 3)).toBeVisible();
			await expect(page.getByRole('main')).toContainText(
				'required:read_battery read_odometer read_vehicle_info'
			);
		});
	});
}

test('the dialog does the same: reason, three sides, review again, published', async ({
	page,
	application
}) => {
	await becomeStale(page, application, async () => {
		await page.goto(`${application.path}/credentials`);
		await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
		await page.getByRole('link', { name: /^Publish .* change/ }).click();
		await expect(page.getByRole('dialog')).toBeVisible();
	});
	// More is asked than before: a reason is needed.
	await expect(reason(page)).toBeFocused();
	await publishButton(page).click();
	await expect(reason(page)).toBeFocused();
	await reason(page).fill('Show the make');
	await publishButton(page).click();
	await expectThreeWays(page);
	await page.getByRole('button', { name: 'Take both into my draft' }).click();
	await page.getByRole('button', { name: 'Publish version 3' }).click();
	await expect(publishedHeading(page, 3)).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page.getByText('same as version 3')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`on a phone, in ${colorScheme}`, () => {
		test.use({ colorScheme, viewport: { width: 320, height: 640 } });

		test('every step is accessible and fits', async ({ page, application }) => {
			const check = async () => {
				await expectAccessible(page);
				const sideways = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(sideways).toBeLessThanOrEqual(0);
			};
			await becomeStale(page, application, async () => {
				await page.goto(`${application.path}/publish`);
			});
			await expect(page.getByRole('columnheader')).toHaveText([/^Owners will see/]);
			await check();
			await publishButton(page).click();
			await expect(reason(page)).toBeFocused();
			await check();
			await reason(page).fill('Show the make');
			await publishButton(page).click();
			await expectThreeWays(page);
			await check();
			await page.getByRole('button', { name: 'Take both into my draft' }).click();
			await publishButton(page).click();
			await expect(publishedHeading(page, 3)).toBeVisible();
			await check();
		});
	});
}
