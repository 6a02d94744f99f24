import { inChromium } from './journeys/in-chromium.ts';
import { byKeyboard, byMouse, withoutScript, type Journey } from './journeys/main-job.ts';
import { expectAccessible } from './support/accessible.ts';
import { removeApplication } from './support/application.ts';
import { CHARGE, ODOMETER, pickByMouse, row, scope } from './support/picker.ts';
import { expect, test } from './support/test.ts';

// What Chromium writes to the console when a save meets another one.
test.use({ provoked: /status of 409/ });

const JOURNEYS: Readonly<Record<string, Journey>> = { mouse: byMouse, keyboard: byKeyboard };

for (const [title, journey] of Object.entries(JOURNEYS)) {
	test(`the main job by ${title}`, async ({ page, context, request, baseURL }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const name = `By ${title}`;
		const path = await journey(inChromium(page), name);
		await removeApplication(request, { path, name }, baseURL);
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the main job by plain forms', async ({ page, request, baseURL }) => {
		const name = 'By forms';
		const path = await withoutScript(inChromium(page), name);
		await removeApplication(request, { path, name }, baseURL);
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

	test('the main job, with nothing wider than the screen', async ({
		page,
		context,
		request,
		baseURL
	}) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const name = 'On a phone';
		const path = await byMouse(inChromium(page), name);
		await removeApplication(request, { path, name }, baseURL);
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
