import type { Locator, Page } from '@playwright/test';
import { draftRevision } from './support/draft.ts';
import { expectAccessible } from './support/accessible.ts';
import type { TestApplication } from './support/application.ts';
import { expect, test } from './support/test.ts';

// Refusals are answered with 400, 409 and 413.
test.use({ provoked: /status of 4(00|09|13)/ });

const CHARGE = 'tractionbattery-stateofcharge';
const FILE = `{"version": 1, "items": [{"code": "${CHARGE}", "required": true}, {"code": "odometer-traveleddistance"}]}`;

const requestField = (page: Page): Locator => page.getByLabel('Scope or Connect URL');
const fileField = (page: Page): Locator => page.getByLabel('vehicle-access.json');
const permission = (page: Page, name: string): Locator =>
	page.getByRole('listitem').filter({ has: page.getByRole('link', { name }) });

async function explain(page: Page, text: string): Promise<void> {
	await requestField(page).fill(text);
	await page.getByRole('button', { name: 'Explain' }).click();
}

async function preview(page: Page, text: string): Promise<void> {
	await fileField(page).fill(text);
	await page.getByRole('button', { name: 'Preview' }).click();
}

/** The draft as anybody gets it who downloads it. */
async function savedDraft(page: Page, application: TestApplication): Promise<unknown> {
	const response = await page.request.get(`${application.path}/vehicle-access.json`);
	return response.json();
}

/** The header tells the time only once the page listens. */
async function expectListening(page: Page): Promise<void> {
	await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a file is previewed, and replaces the draft only then', async ({ page, application }) => {
			await page.goto(`${application.path}/import`);
			await preview(page, FILE);
			await expect(page.getByText('2 items would replace the draft: 2 changes')).toBeVisible();
			await expect(page.getByText('Owners are asked for more.')).toBeVisible();
			expect(await savedDraft(page, application)).toEqual({ version: 1, items: [] });
			await page.getByRole('button', { name: 'Replace the draft' }).click();
			await expect(page.getByText('The draft now holds 2 items.')).toBeVisible();
			await expect
				.poll(() => savedDraft(page, application))
				.toMatchObject({ items: [{}, { code: CHARGE, required: true }] });
		});

		test('a scope is explained, flagged, and turned into a selection', async ({
			page,
			application
		}) => {
			await page.goto(`${application.path}/import`);
			await preview(page, FILE);
			await page.getByRole('button', { name: 'Replace the draft' }).click();
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

		test('a file that cannot be used is refused with the place, and nothing is saved', async ({
			page,
			application
		}) => {
			const many = Array.from({ length: 10_000 }, () => '{"code":"a"}').join();
			const faults: readonly [text: string, message: RegExp][] = [
				['', /Paste the file’s text/],
				['{"version": 1,', /This is not JSON/],
				[
					'{"version": 1, "items": [{"code": "security-lok"}]}',
					/items\[0\]\.code.*“security-lock”/
				],
				[FILE.replace('"required"', '"__proto__"'), /items\[0\]\.__proto__.*not allowed/],
				['{"version": 1, "items": [{"code": "\\u0000"}]}', /items\[0\]\.code.*NUL/],
				['{"version": 1, "items": [{"code": "\\ud83d"}]}', /items\[0\]\.code.*lone surrogate/],
				[`{"version": 1, "items": [${many}]}`, /larger than 64 kB/]
			];
			await page.goto(`${application.path}/import`);
			for (const [text, message] of faults) {
				await preview(page, text);
				await expect(fileField(page)).toHaveAccessibleDescription(message);
				await expect(page).toHaveTitle(/^Import and export/);
			}
			expect(await savedDraft(page, application)).toEqual({ version: 1, items: [] });
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

test('a chosen file is read into the field and previewed', async ({ page, application }) => {
	await page.goto(`${application.path}/import`);
	await expectListening(page);
	await page.getByLabel('Or choose the file').setInputFiles({
		name: 'vehicle-access.json',
		mimeType: 'application/json',
		buffer: Buffer.from(`\uFEFF${FILE}`)
	});
	await expect(page.getByText('2 items would replace the draft')).toBeVisible();
	await expect(fileField(page)).toHaveValue(FILE);
});

test('the download is the text that is shown, and its schema is published', async ({
	page,
	application
}) => {
	await page.goto(`${application.path}/import`);
	await preview(page, FILE);
	await page.getByRole('button', { name: 'Replace the draft' }).click();
	await expect(page.getByRole('group', { name: 'Text of the file' })).toContainText(CHARGE);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Download' }).click()
	]);
	expect(download.suggestedFilename()).toBe('vehicle-access.json');

	const schema = await page.request.get('/schemas/vehicle-access.json');
	expect(schema.headers()['content-type']).toContain('application/schema+json');
	expect(schema.headers()['cache-control']).toContain('max-age=');
	expect(await schema.json()).toMatchObject({ title: 'vehicle-access.json', type: 'object' });
});

test('a draft that changed in another window is not overwritten by the plain form', async ({
	page,
	application
}) => {
	await page.goto(`${application.path}/import`);
	const origin = new URL(page.url()).origin;
	const send = (revision: string) =>
		page.request.post(`${application.path}/import?/replace`, {
			form: { file: FILE, revision },
			headers: { origin, accept: 'text/html' }
		});
	const revision = String(await draftRevision(page, application));
	expect((await send(revision)).status()).toBe(200);
	const stale = await send(revision);
	expect(stale.status()).toBe(409);
	expect(await stale.text()).toContain('the draft was changed in another window');
	expect((await send('x')).status()).toBe(400);
});
