import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expectListening, explain, importFile, requestField } from './support/import.ts';
import { expect, test } from './support/test.ts';

// Refusals are answered with 400, 409 and 413.
test.use({ provoked: /status of 4(00|09|13)/ });

const permission = (page: Page, name: string): Locator =>
	page.getByRole('listitem').filter({ has: page.getByRole('link', { name }) });

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a scope is explained, flagged, and turned into a selection', async ({
			page,
			application
		}) => {
			await page.goto(`${application.path}/import`);
			await importFile(page);
			await expect(page.getByText('The draft now holds 2 items.')).toBeVisible();

			await explain(page, 'required:read_odometer read_location');
			await expect(permission(page, 'read_location')).toContainText('not needed by your selection');
			await expect(permission(page, 'read_odometer')).toContainText(
				'Your selection uses it for Traveled distance'
			);
			await expect(permission(page, 'read_battery')).toContainText('missing for your selection');
			await page.getByRole('button', { name: 'Turn into a selection' }).click();
			await expect(page.getByText('The draft now holds 3 items.').last()).toBeVisible();
			await page.getByRole('link', { name: 'Look at them in Vehicle Access' }).last().click();
			await expect(page.locator('output').first()).toHaveText(
				'read_location required:read_odometer'
			);
		});

		test('what people paste is understood, and written right by one button', async ({
			page,
			application
		}) => {
			const start = `https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=${application.clientId}`;
			const setAside = page.locator('section', { hasText: 'Set aside' }).last();
			await page.goto(`${application.path}/import`);

			await explain(
				page,
				"scope: [\n  'read_odometer',\n  // 'read_location',\n  'control_security:lock'\n]"
			);
			await expect(page.getByText('It asks for 2 permissions')).toBeVisible();
			await expect(page.getByText('write “control_security”')).toBeVisible();
			await expect(setAside).toContainText('read_location');
			await expect(setAside).toContainText('It stands in a comment');
			await page.getByRole('button', { name: 'Write it right' }).click();
			await expect(requestField(page)).toHaveValue('read_odometer control_security');
			await expect(page.getByRole('button', { name: 'Write it right' })).toHaveCount(0);
			if (javaScriptEnabled) await expect(requestField(page)).toBeFocused();

			await explain(page, `Open <${start}&amp;scope=read_vin%2520read_fuel&amp;mock=true> please`);
			await expect(page.getByText('It asks for 2 permissions')).toBeVisible();
			await expect(page.getByText('It is encoded more than once')).toBeVisible();
			await page.getByRole('button', { name: 'Write it right' }).click();
			await expect(requestField(page)).toHaveValue(
				`${start}&scope=read_vin%20read_fuel&mode=simulated`
			);
			await expect(page.getByText('Simulated vehicles; any sign-in works.')).toBeVisible();

			await explain(
				page,
				`Live: ${start}&scope=read_vin\nTest: ${start}&scope=read_fuel&mode=simulated`
			);
			await expect(page.getByText('2 links stand in it; the first is explained')).toBeVisible();
			await page.getByRole('button', { name: 'Explain link 2' }).click();
			await expect(permission(page, 'read_fuel')).toBeVisible();
			await expect(requestField(page)).toHaveValue(`${start}&scope=read_fuel&mode=simulated`);
			if (javaScriptEnabled) await expect(requestField(page)).toBeFocused();

			await explain(page, 'battery level, odometer, where it is parked');
			await expect(page.getByText('It names 3 items in words')).toBeVisible();
			await page.getByRole('button', { name: 'Turn into a selection' }).click();
			await expect(page.getByText('The draft now holds 3 items.').last()).toBeVisible();
		});

		test('unknown permissions are named with the nearest known one', async ({
			page,
			application
		}) => {
			await page.goto(`${application.path}/import`);
			await explain(page, 'read_odometr read_battery required:');
			await expect(requestField(page)).toHaveAccessibleDescription(
				/“read_odometr” is not a permission; did you mean “read_odometer”\?.*“required:” stands alone/
			);
			await expect(requestField(page)).toHaveValue('read_odometr read_battery required:');
			await expect(page.getByRole('button', { name: 'Turn into a selection' })).toHaveCount(0);
		});
	});
}

test('a Connect URL is explained parameter by parameter', async ({ page, application }) => {
	await page.goto(`${application.path}/import`);
	const url = `https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=${application.clientId}&scope=read_odometer+read_battery&redirect_uri=https%3A%2F%2Fexample.com%2Fcallback&make=TESLLA&single_select_vin=5YJSA1E14FF101307`;
	await explain(page, url);
	await expect(page.getByText('It asks for 2 permissions')).toBeVisible();
	const parameters = page.locator('dl').first();
	for (const name of ['response_type', 'client_id', 'scope', 'redirect_uri', 'make']) {
		await expect(parameters.getByText(name, { exact: true })).toBeVisible();
	}
	await expect(parameters).toContainText('TESLA');
	await expect(parameters).toContainText('single_select=true');
	await expectAccessible(page);
	await page.setViewportSize({ width: 320, height: 640 });
	const sideways = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(sideways).toBeLessThanOrEqual(0);
});

test('everything Import says is accessible, at any width and in the dark', async ({
	page,
	application
}) => {
	const start = `https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=${application.clientId}`;
	await page.goto(`${application.path}/import`);
	await explain(
		page,
		`// read_tires\nLive: ${start}&scope=READ_VIN,read_odometr&mock=true#top\nTest: ${start}&scope=read_fuel`
	);
	await expect(page.getByRole('button', { name: 'Write it right' })).toBeVisible();
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		await expectAccessible(page);
	}
	for (const width of [320, 768, 2560]) {
		await page.setViewportSize({ width, height: 800 });
		const sideways = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(sideways, `at ${width}`).toBeLessThanOrEqual(0);
	}
});

test('turning a scope into a selection can be undone, also from Vehicle Access', async ({
	page,
	application
}) => {
	await page.goto(`${application.path}/import`);
	await expectListening(page);
	await explain(page, 'read_odometer');
	await page.getByRole('button', { name: 'Turn into a selection' }).click();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText(/would replace the draft/)).toBeVisible();
	await page.getByRole('button', { name: 'Turn into a selection' }).click();
	await page.getByRole('link', { name: 'Look at them in Vehicle Access' }).click();
	await expect(page.locator('output').first()).toHaveText('read_odometer');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator('output').first()).toHaveText('nothing is asked yet');
});
