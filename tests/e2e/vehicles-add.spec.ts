import { expectAccessible } from './support/accessible.ts';
import { publishDraft } from './support/draft.ts';
import { expect, test } from './support/test.ts';

const CHARGE = 'tractionbattery-stateofcharge';

test('a vehicle is added over the fleet, as it was shown', async ({ page, application }) => {
	await publishDraft(page, application, `${CHARGE} closure-islocked`, 'First release');
	await page.goto(`${application.path}/vehicles`);
	const opener = page.getByRole('link', { name: 'Add a vehicle…' });
	await opener.click();
	const dialog = page.getByRole('dialog', { name: 'Add a vehicle' });
	await expect(dialog.getByLabel('Make')).toBeVisible();
	expect(new URL(page.url()).pathname).toBe(`${application.path}/vehicles`);
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await expect(opener).toBeFocused();

	await page.keyboard.press('Enter');
	await dialog.getByLabel('Make').selectOption('SUBARU');
	await dialog.getByLabel('Model').fill('Outback');
	const outcome = dialog.getByRole('region', { name: 'You get' });
	await expect(outcome).toContainText('Of the 2 selected items');
	await expect(dialog.getByRole('button', { name: /^Add Subaru Outback \d{4}$/ })).toBeVisible();
	await expect(outcome).toContainText('@owner.example');
	await expect(outcome.locator('code').first()).toHaveText(/^0SCSUBA0[0-9A-F]{9}$/);
	const vin = (await outcome.locator('code').first().textContent()) ?? '';
	await dialog.getByLabel('Routine').selectOption('Commuter');
	await dialog.getByRole('button', { name: /^Add Subaru/ }).click();
	await expect(page.getByText('with any password, finds it in Connect')).toBeVisible();
	await expect(page.getByRole('region', { name: 'Identity' })).toContainText(vin);
	await expect(page.getByLabel('Routine')).toHaveValue('commuter');
	await page.goBack();
	await expect(page).toHaveURL(/\/vehicles$/);
	await expect(dialog).toHaveCount(0);
});

test.describe('what is wrong', () => {
	test.use({ provoked: /status of 400/ });

	test('stays in the dialog', async ({ page, application }) => {
		await page.goto(`${application.path}/vehicles`);
		await page.getByRole('link', { name: 'Add a vehicle…' }).click();
		const dialog = page.getByRole('dialog', { name: 'Add a vehicle' });
		await dialog.getByRole('link', { name: 'VIN', exact: true }).click();
		await dialog.getByLabel('VIN', { exact: true }).fill('SHORT');
		await expect(dialog.getByRole('region', { name: 'You get' })).toContainText('VIN: write 17');
		await dialog.getByRole('button', { name: /^Add / }).click();
		await expect(dialog.getByRole('alert')).toContainText('VIN: write 17 letters and digits');
		await expect(dialog.getByLabel('VIN', { exact: true })).toHaveValue('SHORT');
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a page shows what comes out, and adds it', async ({ page, application }) => {
		await page.goto(`${application.path}/vehicles`);
		await page.getByRole('link', { name: 'Add a vehicle…' }).click();
		await expect(page).toHaveURL(/\/vehicles\/add$/);
		const form = page.getByRole('form', { name: 'Add a vehicle' });
		await form.getByLabel('Make').selectOption('SUBARU');
		await form.getByRole('button', { name: 'Show what comes out' }).click();
		await expect(form.locator('code').first()).toHaveText(/^0SCSUBA0/);
		const vin = (await form.locator('code').first().textContent()) ?? '';
		await expect(form.getByLabel('Make')).toHaveValue('SUBARU');
		await form.getByRole('button', { name: 'Add vehicle' }).click();
		await expect(page.getByRole('region', { name: 'Identity' })).toContainText(vin);
	});
});
