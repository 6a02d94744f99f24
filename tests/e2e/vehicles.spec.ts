import { expectAccessible } from './support/accessible.ts';
import { publishDraft } from './support/draft.ts';
import { expect, test } from './support/test.ts';
import { addVehicle } from './support/vehicles.ts';

const CHARGE = 'tractionbattery-stateofcharge';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a vehicle is added, driven by its tiles, set by hand and deleted', async ({
			page,
			application
		}) => {
			await publishDraft(page, application, `${CHARGE}! closure-islocked`, 'First release');
			await addVehicle(page, application, 'ID.4');
			const state = page.getByRole('region', { name: 'State' });
			await expect(state).toContainText('Unplugged');
			await state.getByRole('button', { name: 'Plug in' }).click();
			await expect(state).toContainText('Plugged in');
			await expect(state).toContainText('Unplug first.');
			await state.getByRole('button', { name: 'Stop charging' }).click();
			await expect(page.getByText(/^Charging stopped\. Next fetch in/).first()).toBeVisible();
			await state.getByRole('button', { name: 'Unplug' }).click();
			await state.getByText('Drive…').click();
			await state.getByLabel('Kilometres').fill('30');
			await state.getByRole('button', { name: 'Drive off' }).click();
			await expect(state).toContainText('Driving');
			await state.getByRole('button', { name: 'Park' }).click();
			await expect(state).toContainText('Parked');
			await state.getByText('Open…').click();
			await state.getByLabel('Which').selectOption('Front left door');
			await state.getByRole('button', { name: 'Open', exact: true }).click();
			await expect(state).toContainText('1 open');
			await expect(state).toContainText('Close the doors first.');
			await page.goto(page.url().replace(/\?.*/, ''));
			await state.getByText('Close…').click();
			await state.getByLabel('Which').selectOption({ label: 'Front left door, open' });
			await state.getByRole('button', { name: 'Close', exact: true }).click();
			await expect(state).toContainText('All closed');
			await page.getByText('Show as a table').click();
			await expect(page.getByRole('table')).toContainText('driving');

			await page.locator(`[id="${CHARGE}"] summary`).first().click();
			const row = page.locator(`[id="${CHARGE}"]`);
			await row.getByText('Set by hand…').click();
			await row.getByLabel('Body').fill('{"value": 42, "unit": "percent"}');
			await row.getByRole('button', { name: 'Set it' }).click();
			await expect(page.getByText(/^Set\. Next fetch in \d+ seconds?\.$/).first()).toBeVisible();
			await expect(page.getByText('The vehicle itself says 42 percent')).toBeAttached();

			await page.getByText('Delete this vehicle').click();
			await page.getByRole('button', { name: /^Delete vehicle/ }).click();
			await expect(page.getByText('The vehicle was deleted.')).toBeVisible();
		});
	});
}

test.describe('what is wrong', () => {
	test.use({ provoked: /status of (400|404)/ });

	test('is answered in words that name the field', async ({ page, application }) => {
		await page.goto(`${application.path}/vehicles/add?by=vin`);
		const form = page.getByRole('form', { name: 'Add a vehicle' });
		await form.getByLabel('VIN', { exact: true }).fill('SHORT');
		await form.getByRole('button', { name: /^Add / }).click();
		await expect(page.getByRole('alert')).toContainText('VIN: write 17 letters and digits');
		await expect(form.getByLabel('VIN', { exact: true })).toHaveValue('SHORT');

		await addVehicle(page, application, 'ID.4');
		await page.goto(`${new URL(page.url()).pathname}?values=all`);
		const row = page.locator(`[id="${CHARGE}"]`);
		await row.locator('summary').first().click();
		await row.getByText('Set by hand…').click();
		await expect(row.getByLabel('Body')).toBeFocused();
		await row.getByLabel('Body').fill('no json');
		await row.getByRole('button', { name: 'Set it' }).click();
		await expect(row.getByRole('alert')).toContainText('Body: this is not JSON.');
		await expect(row.getByLabel('Body')).toHaveValue('no json');

		const missing = await page.goto(`${application.path}/vehicles/nothing`);
		expect(missing?.status()).toBe(404);
	});
});

test('the fleet is one stop for the keyboard, and each cell speaks', async ({
	page,
	application
}) => {
	await publishDraft(page, application, `${CHARGE} closure-islocked`, 'First release');
	await addVehicle(page, application, 'ID.4');
	await addVehicle(page, application, 'ID.7');
	await page.goto(`${application.path}/vehicles?q=volkswagen`);
	const grid = page.getByRole('grid');
	await expect(grid).toBeVisible();
	await expect(grid.locator('[data-stop]')).toHaveCount(1);
	await grid.locator('tbody a').first().focus();
	const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
	await page.keyboard.press('ArrowDown');
	const second = await page.evaluate(() => document.activeElement?.getAttribute('href'));
	expect(second).not.toBe(first);
	await page.keyboard.press('End');
	await expect(grid.locator(':focus')).toContainText('Connect it in the sandbox');
	await page.keyboard.press('Home');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/vehicles\/[0-9a-f-]{36}$/);
	await page.goBack();
	await expect(grid).toBeVisible();
	await page.keyboard.press('/');
	await expect(page.getByLabel('Find a vehicle')).toBeFocused();
});

test('a cell says why a command is refused now, and leads to it', async ({
	page,
	application,
	request
}) => {
	await publishDraft(page, application, `${CHARGE} security-lock`, 'First release');
	const login = { make: 'VOLKSWAGEN', username: `cell-${application.clientId}@owner.example` };
	const ask = async (name: string, data: object) => {
		const answer = await request.post(`/sandbox/api/${name}`, { data });
		expect(answer.ok()).toBe(true);
		return answer.json();
	};
	const { id } = await ask('vehicles', { ...login, model: 'ID.4', year: 2023 });
	await ask('authorize', { clientId: application.clientId, login });
	await ask(`vehicles/${id}/events`, { event: 'sleep' });

	await page.goto(`${application.path}/vehicles?q=${login.username}`);
	const grid = page.getByRole('grid');
	await expect(grid.locator('[data-stop]')).toHaveCount(1);
	await grid.locator('tbody a').first().focus();
	await page.keyboard.press('ArrowRight');
	await expect(grid.locator(':focus')).toHaveAccessibleName(
		/^State of charge, Volkswagen ID\.4 2023: granted$/
	);
	await page.keyboard.press('End');
	await expect(grid.locator(':focus')).toHaveAccessibleName(
		/^Lock doors, Volkswagen ID\.4 2023: 409 not in its state, Wake it up first\.$/
	);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/vehicles\/[0-9a-f-]{36}#security-lock$/);
	await expect(page.locator('#security-lock')).toContainText('Wake it up first.');
	await page.getByRole('button', { name: 'Wake up' }).click();
	await expect(page.locator('#security-lock')).not.toContainText('Wake it up first.');
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('the pages are accessible and fit every width', async ({ page, application }) => {
			await publishDraft(page, application, `${CHARGE} closure-islocked`, 'First release');
			const vehicle = await addVehicle(page, application, 'ID.4');
			const paths = [
				`${application.path}/vehicles`,
				`${application.path}/vehicles/add`,
				vehicle,
				`${vehicle}?values=all`
			];
			for (const width of [320, 768, 1440, 2560]) {
				await page.setViewportSize({ width, height: 900 });
				for (const path of paths) {
					await page.goto(path);
					await expectAccessible(page);
					const sideways = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth
					);
					expect(sideways, `${path} at ${width}`).toBeLessThanOrEqual(0);
				}
			}
		});
	});
}
