import type { Page } from '@playwright/test';
import { connectApp, pointSdkAt } from './support/connected-app.ts';
import { saveDraft } from './support/draft.ts';
import { expectFitAtEveryWidth } from './support/layout.ts';
import { expect, test } from './support/test.ts';

test.beforeEach(({ baseURL }) => pointSdkAt(baseURL ?? ''));

const SOURCE = `const vehicle = new smartcar.Vehicle(id, token);
await vehicle.odometer(); // not vehicle.fuel()
await vehicle.getSignal('location-preciselocation');
await vehicle.getSignals();
`;

const FILES = ['a.js', 'b.py'].map((name) => ({
	name,
	mimeType: 'text/plain',
	buffer: Buffer.from(name === 'a.js' ? SOURCE : '\nvehicle.lock()\n')
}));

const part = (page: Page, name: RegExp) => page.getByRole('region', { name });
const saved = async (page: Page, path: string): Promise<readonly string[]> => {
	const file = await page.request.get(`${path}/vehicle-access.json?draft`);
	const { items } = await file.json();
	return items.map(({ code }: { code: string }) => code);
};

/** An application that reads its charge and tries to lock; its draft asks for more, and for less. */
async function rehearsed(page: Page) {
	const { clientId, car } = await connectApp(page.request, {
		make: 'TESLA',
		scope: ['read_battery', 'read_charge', 'read_odometer']
	});
	await car.battery();
	await car.battery();
	await car.getSignal('charge-ischarging');
	await expect(car.lock()).rejects.toMatchObject({ statusCode: 403 });
	const application = { clientId, name: '', path: `/apps/${clientId}` };
	await page.goto(`${application.path}/recorder`);
	await saveDraft(
		page,
		application,
		'tractionbattery-stateofcharge! charge-ischarging charge-voltage location-preciselocation'
	);
	await page.goto(`${application.path}/recorder`);
	return application;
}

test('what calls need stands beside the draft, is taken into it, and begins anew', async ({
	page
}) => {
	const { path } = await rehearsed(page);
	const calls = part(page, /^Your calls need these 3 items$/);
	await expect(calls).toContainText('4 calls by name since');
	await expect(calls.getByRole('listitem').filter({ hasText: 'State of charge' })).toContainText(
		'used as v2-battery read_battery 2'
	);
	await expect(calls).toContainText(
		'The draft does not ask for control_security: under a grant by it these calls answer 403'
	);
	await expect(calls.getByRole('listitem').filter({ hasText: 'Precise location' })).toContainText(
		'read_location, sensitive'
	);
	await expectFitAtEveryWidth(page);

	await calls.getByRole('button', { name: 'Take these 3 items into the draft' }).click();
	await expect(calls).toContainText('The draft now holds these 3 items.');
	const taken = ['charge-ischarging', 'security-lock-v2', 'tractionbattery-stateofcharge'];
	await expect.poll(() => saved(page, path)).toEqual(taken);
	await calls.getByRole('button', { name: 'Undo' }).click();
	await expect.poll(() => saved(page, path)).toContain('location-preciselocation');

	await page.getByRole('button', { name: 'Begin anew' }).click();
	await expect(page.getByRole('heading', { name: 'No call was recorded yet' })).toBeVisible();
});

test('source files give the same answer, with file and line', async ({ page }) => {
	await rehearsed(page);
	await page.getByLabel('Files').setInputFiles(FILES);
	const source = part(page, /^Your code needs these 3 items$/);
	const line = (name: string) => source.getByRole('listitem').filter({ hasText: name }).first();
	await expect(line('Precise location')).toContainText('a.js:3');
	await expect(line('Odometer')).toContainText('a.js:2');
	await expect(line('Lock')).toContainText('b.py:2');
	await expect(source).toContainText('.getSignals() a.js:4');
	await expectFitAtEveryWidth(page);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false, provoked: /status of 400/ });

	test('the same is done by forms', async ({ page }) => {
		const { path } = await rehearsed(page);
		await page.getByRole('textbox', { name: 'Source code' }).fill('vehicle.vin()');
		await page.getByLabel('Files').setInputFiles(FILES);
		await page.getByRole('button', { name: 'Read it' }).click();
		const source = part(page, /^Your code needs these 4 items$/);
		await expect(source).toContainText('pasted:1');
		await source.getByRole('button', { name: 'Take these 4 items into the draft' }).click();
		await expect(page.getByRole('status').first()).toContainText(
			'The draft now holds these 4 items.'
		);
		expect(await saved(page, path)).toContain('v2-vin');
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(page.getByRole('status').first()).toContainText(
			'The draft now holds these 4 items.'
		);
		expect(await saved(page, path)).not.toContain('v2-vin');
		await page.getByRole('button', { name: 'Read it' }).click();
		await expect(page.getByRole('alert')).toHaveText('Paste source code or choose files first.');
	});
});
