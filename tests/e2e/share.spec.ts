import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import type { TestApplication } from './support/application.ts';
import { unfold } from './support/share.ts';
import { expect, test } from './support/test.ts';

/** What stands folded below the link. */
const CODE = 'The same link in code';

const link = (page: Page) => page.getByRole('textbox', { name: 'Connect link' });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

async function parametersOf(page: Page): Promise<Record<string, string>> {
	return Object.fromEntries(new URL(await link(page).inputValue()).searchParams);
}

async function pick(page: Page, { path }: TestApplication, ...codes: string[]): Promise<void> {
	await page.goto(`${path}/vehicle-access`);
	for (const code of codes) await page.locator(`[data-code="${code}"]`).getByText(code).click();
	await expect(page.getByText(/^Draft saved/)).toBeVisible();
}

async function publish(page: Page, { path }: TestApplication, number: number): Promise<void> {
	await page.goto(`${path}/publish`);
	await page.getByLabel('Reason').fill('For the test');
	await page.getByRole('button', { name: `Publish version ${number}` }).click();
	await expect(page.getByText(new RegExp(`Version ${number} is published`)).first()).toBeVisible();
}

test('the link says which scope it carries, and lets one choose', async ({ page, application }) => {
	await page.goto(`${application.path}/share`);
	await expect(page.getByText('No scope: nothing is selected yet.')).toBeVisible();

	await pick(page, application, 'odometer-traveleddistance');
	await page.goto(`${application.path}/share`);
	await expect(page.getByText('Scope of the draft; nothing is published yet.')).toBeVisible();
	expect((await parametersOf(page)).scope).toBe('read_odometer');

	await publish(page, application, 1);
	await pick(page, application, 'tractionbattery-stateofcharge');
	await page.goto(`${application.path}/share`);
	await expect(page.getByText('Scope of version 1, the current one here.')).toBeVisible();
	expect((await parametersOf(page)).scope).toBe('read_odometer');

	await unfold(page, 'Scope');
	await page.getByRole('radio', { name: /The draft/ }).check();
	expect((await parametersOf(page)).scope).toBe('read_battery read_odometer');
	await page.getByRole('radio', { name: /Stored configuration/ }).check();
	expect(await parametersOf(page)).not.toHaveProperty('scope');
	await expect(page.getByText(/whatever its own Dashboard holds/).first()).toBeVisible();
});

test('the link comes first: it is copied by one press, and the rest is six lines with their value', async ({
	page,
	context,
	request,
	baseURL
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const clientId = randomUUID();
	const name = `A real client id ${clientId.slice(0, 8)}`;
	const headers = { origin: baseURL ?? '' };
	await request.post('/?/create', { headers, form: { name, clientId } });
	await page.goto(`/apps/${clientId}/vehicle-access?share`);
	const dialog = page.getByRole('dialog', { name: 'Share the link' });
	const copy = page.getByRole('button', { name: 'Copy link', exact: true });
	await expect(dialog.getByRole('button', { name: 'Copy link', exact: true })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(`/apps/${clientId}/vehicle-access`);
	await expect(dialog).toHaveCount(0);

	await page.goto(`/apps/${clientId}/share`);
	await expect(copy).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Copied', { exact: true })).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
		await link(page).inputValue()
	);
	await expect(page.getByRole('form').locator('summary')).toHaveText([
		/Scope\s+Of the link: the draft/,
		/Redirect URI\s+Left out/,
		/State\s+None/,
		/Mode\s+live: real vehicles/,
		/Brand\s+Any brand/,
		/More parameters\s+none of 10 set/
	]);
	const code = page.getByRole('img', { name: /QR code/ });
	await expect(code).toBeVisible();
	expect(await code.boundingBox()).toMatchObject({ width: 132, height: 132 });
	await page.emulateMedia({ media: 'print' });
	expect((await code.boundingBox())?.width).toBeGreaterThanOrEqual((2.5 * 96) / 2.54);
	await page.emulateMedia({ media: 'screen' });
	const file = await request.get(
		(await page.getByRole('link', { name: 'SVG', exact: true }).getAttribute('href')) ?? ''
	);
	expect(file.headers()['content-type']).toBe('image/svg+xml');
	expect(await file.text()).toContain(await code.locator('path').getAttribute('d'));
	expect((await request.get(`/apps/${clientId}/share/qr.svg`)).status()).toBe(400);
	await expect(page.getByRole('region', { name: 'Checks' })).toContainText(
		'Client id comes from the platform.'
	);
	await expectAccessible(page);
	await request.post(`/apps/${clientId}/settings?/delete`, { headers, form: { confirm: name } });
});

test('the link follows the form, with what is wrong beside each field', async ({
	page,
	application
}) => {
	await pick(page, application, 'odometer-traveleddistance');
	await page.getByRole('link', { name: 'Share Connect Link' }).click();
	await link(page).waitFor();
	await unfold(page, 'State');
	await unfold(page, 'Brand');
	await field(page, 'State').fill('a'.repeat(600));
	const hidden = () => link(page).evaluate((area) => area.scrollHeight - area.clientHeight);
	await expect.poll(hidden).toBeLessThanOrEqual(0);
	await field(page, 'State').fill('a+b');
	await field(page, 'Make').fill('Telsa');
	expect(await parametersOf(page)).toMatchObject({ state: 'a+b', make: 'Telsa' });
	await expect(field(page, 'Make')).toHaveAttribute('aria-invalid', 'true');
	await expect(field(page, 'Make')).toHaveAccessibleDescription(/did you mean “TESLA”/);
	await expect(field(page, 'State')).toHaveAccessibleDescription(/session fixation/);

	await page.getByRole('checkbox', { name: /for one person/ }).check();
	await expect(field(page, 'State')).not.toHaveAccessibleDescription(/session fixation/);
	await field(page, 'Make').fill('tesla');
	expect((await parametersOf(page)).make).toBe('TESLA');

	await unfold(page, 'More parameters');
	await field(page, 'Response type').selectOption('vehicle_id');
	await expect(link(page)).toHaveValue(/\/oauth\/reauthenticate\?response_type=vehicle_id&/);
	await expect(field(page, 'Vehicle ID')).toHaveAttribute('aria-invalid', 'true');
	await unfold(page, CODE);
	await expect(page.getByText('No SDK builds a link to sign in again')).toBeVisible();
});

test('snippets stand in tabs, each with its environment', async ({
	page,
	application,
	baseURL
}) => {
	await page.goto(`${application.path}/share`);
	await expect(page.getByRole('region', { name: 'Node environment' })).toBeHidden();
	await unfold(page, CODE);
	await expect(page.getByRole('region', { name: 'Node environment' })).toHaveText(
		[
			`SMARTCAR_API_ORIGIN=${baseURL}`,
			`SMARTCAR_AUTH_ORIGIN=${baseURL}`,
			`SMARTCAR_API_V3_ORIGIN=${baseURL}`,
			`SMARTCAR_MANAGEMENT_API_ORIGIN=${baseURL}`,
			`SMARTCAR_CLIENT_ID=${application.clientId}`,
			'SMARTCAR_CLIENT_SECRET=YOUR_CLIENT_SECRET'
		].join('\n')
	);
	await page.getByRole('tab', { name: 'Node' }).focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('tab', { name: 'Python', exact: true })).toHaveAttribute(
		'aria-selected',
		'true'
	);
	await expect(page.getByRole('region', { name: 'Python environment' })).toContainText(
		`SMARTCAR_AUTH_ORIGIN=${baseURL}/oauth/token`
	);
});

test('the code is for sandbox or live platform, by keys and by address', async ({
	page,
	application,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(`${application.path}/share?state=kept`);
	const environment = page.getByRole('region', { name: 'Node environment' });
	await unfold(page, CODE);
	await expect(environment).toContainText('SMARTCAR_API_V3_ORIGIN');
	await page.getByRole('radio', { name: 'Sandbox', exact: true }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('radio', { name: 'Live platform', exact: true })).toBeChecked();
	const live = `SMARTCAR_CLIENT_ID=${application.clientId}\nSMARTCAR_CLIENT_SECRET=YOUR_CLIENT_SECRET`;
	await expect(environment).toHaveText(live);
	await expect(page).toHaveURL(/\/share\?state=kept&code_for=live$/);
	await page.getByRole('button', { name: 'Copy Node environment' }).click();
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(live);

	await page.reload();
	await expect(page.getByRole('radio', { name: 'Live platform', exact: true })).toBeChecked();
	await expect(environment).toHaveText(live);
});

test('what no SDK can be told is said, with the way around it', async ({
	page,
	application,
	baseURL
}) => {
	await page.goto(`${application.path}/share`);
	await unfold(page, CODE);
	await page.getByText('Other SDKs, phones, and what cannot be led to a sandbox').click();
	await expect(page.getByText(`${baseURL}/sandbox/redirect?app_origin=`).last()).toBeVisible();
	await expect(page.getByText(`sc${application.clientId}://…`)).toBeVisible();
	await expect(page.getByRole('region', { name: 'Ruby environment' })).toContainText(
		`SMARTCAR_VEHICLE_API_ORIGIN=${baseURL}`
	);
	await expectAccessible(page);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the form is sent, and the link comes back with what is wrong', async ({
		page,
		application
	}) => {
		await page.goto(`${application.path}/share?mode=foo&country=deu&state=<b>`);
		await expect(field(page, 'Mode')).toHaveValue('foo');
		await expect(field(page, 'Mode')).toHaveAccessibleDescription(/“foo” is not accepted/);
		await expect(field(page, 'Country')).toHaveAccessibleDescription(/two capital letters/);
		await field(page, 'Mode').selectOption('simulated');
		await field(page, 'Country').fill('DE');
		await unfold(page, 'Scope');
		await page.getByRole('radio', { name: /Stored configuration/ }).check();
		await page.getByRole('button', { name: 'Update the link' }).click();
		expect(await parametersOf(page)).toEqual({
			response_type: 'code',
			client_id: application.clientId,
			state: '<b>',
			mode: 'simulated',
			flags: 'country:DE'
		});
		await page.getByText('QR code', { exact: true }).click();
		await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
		await expect(page.getByRole('region', { name: 'curl code' })).toBeVisible();

		await page.getByRole('radio', { name: 'Live platform', exact: true }).check();
		await page.getByRole('button', { name: 'Show', exact: true }).click();
		await expect(page.getByRole('region', { name: 'curl environment' })).not.toContainText(
			'_ORIGIN'
		);
		await expect(field(page, 'Country')).toHaveValue('DE');
	});
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme} at 320 px`, () => {
		test.use({ colorScheme, viewport: { width: 320, height: 640 } });

		test('nothing is wider than the screen or hard to use', async ({ page, application }) => {
			const long = 'x'.repeat(200);
			await page.goto(`${application.path}/share?state=${long}&external_id=${long}&mode=${long}`);
			await unfold(page, CODE);
			await expect(page.getByRole('tab', { name: 'Node' })).toBeVisible();
			const tooWide = await page.evaluate(
				() => document.documentElement.scrollWidth > document.documentElement.clientWidth
			);
			expect(tooWide).toBe(false);
			await expectAccessible(page);
		});
	});
}

test('every label of the form has room for its words', async ({ page, application }) => {
	for (const width of [320, 768, 1440]) {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(`${application.path}/share`);
		for (const line of ['Redirect URI', 'State', 'Mode', 'Brand', 'More parameters'])
			await unfold(page, line);
		const spilled = await page.locator('main label:visible').evaluateAll((labels) =>
			labels
				.filter((label) => {
					const words = document.createRange();
					words.selectNodeContents(label);
					return words.getBoundingClientRect().bottom > label.getBoundingClientRect().bottom + 2;
				})
				.map((label) => label.textContent)
		);
		expect(spilled, `at ${width}`).toEqual([]);
	}
});
