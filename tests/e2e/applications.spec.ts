import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/test.ts';

// Refusals are answered with 400, and a deleted application with 404.
test.use({ provoked: /status of 40[04]/ });

const RIGHT_TO_LEFT = '\u202e';

test('an application is created by its name alone and opens on Vehicle Access', async ({
	page,
	application
}) => {
	await expect(page).toHaveURL(`${application.path}/vehicle-access`);
	await page.goto(`/?q=${application.clientId}`);
	const row = page.getByRole('row').filter({ hasText: application.clientId });
	await expect(row.getByRole('link', { name: application.name })).toHaveAttribute(
		'href',
		`${application.path}/vehicle-access`
	);
	await expect(row).toContainText('live');
	await expect(row).toContainText('0 permissions');
	await expect(row).toContainText('Nothing yet');
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a name that cannot be used is refused beside the field, and kept', async ({ page }) => {
			const refusals: readonly [name: string, message: RegExp][] = [
				['   ', /Give the application a name/],
				['x'.repeat(81), /at most 80 characters/],
				[`Planner ${RIGHT_TO_LEFT}`, /invisible character/]
			];
			await page.goto('/');
			for (const [name, message] of refusals) {
				const field = page.getByLabel('Name', { exact: true });
				await field.fill(name);
				await page.getByRole('button', { name: 'Create application' }).click();
				await expect(field).toHaveAccessibleDescription(message);
				await expect(field).toHaveAttribute('aria-invalid', 'true');
				await expect(field).toHaveValue(name);
				await expect(page).toHaveTitle('Applications · Valetkey');
			}
		});

		test('name and mode are changed on Settings', async ({ page, application }) => {
			await page.goto(`${application.path}/settings`);
			await page.getByLabel('Name', { exact: true }).fill('Ｃafe\u0301 Planner');
			await page.getByRole('radio', { name: /Simulated/ }).check();
			await page.getByRole('button', { name: 'Save', exact: true }).click();
			await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
			await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ｃafé Planner');
			await expect(page.getByRole('radio', { name: /Simulated/ })).toBeChecked();
			await expect(page).toHaveTitle(/^Settings · Ｃafé Planner/);
			await page.goto(`/?q=${application.clientId}`);
			const row = page.getByRole('row').filter({ hasText: application.clientId });
			await expect(row).toContainText('simulated');
		});

		test('deletion asks for the name, and the list says that it is done', async ({
			page,
			application
		}) => {
			await page.goto(`${application.path}/settings`);
			const field = page.getByLabel(`Type “${application.name}” to confirm`);
			await field.fill(application.name.toUpperCase());
			await page.getByRole('button', { name: 'Delete application' }).click();
			await expect(field).toHaveAccessibleDescription(/Nothing was deleted: type the name exactly/);
			await field.fill(application.name);
			await page.getByRole('button', { name: 'Delete application' }).click();
			await expect(page).toHaveURL('/');
			await expect(page.getByText(`“${application.name}” was deleted`)).toBeVisible();
			await expect(page.getByText(application.clientId)).toHaveCount(0);
			await page.reload();
			await expect(page.getByText(`“${application.name}” was deleted`)).toHaveCount(0);
			expect((await page.goto(application.path))?.status()).toBe(404);
		});
	});
}

test('the client id is copied in one press', async ({ page, application }) => {
	await page.goto(`/?q=${application.clientId}`);
	await page.evaluate(() => {
		navigator.clipboard.writeText = (text) => {
			document.body.dataset.copied = text;
			return Promise.resolve();
		};
	});
	const row = page.getByRole('row').filter({ hasText: application.clientId });
	await expect(async () => {
		await row.getByRole('button', { name: /^Copy client id/ }).click();
		await expect(page.locator('body')).toHaveAttribute('data-copied', application.clientId, {
			timeout: 500
		});
	}).toPass();
});

test('a name of 80 wide characters breaks no layout at 320 px', async ({ page, application }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto(`${application.path}/settings`);
	await page.getByLabel('Name', { exact: true }).fill('W'.repeat(80));
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
	for (const path of ['/', `${application.path}/settings`, `${application.path}/credentials`]) {
		await page.goto(path);
		const sideways = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(sideways, path).toBeLessThanOrEqual(0);
	}
	await expectAccessible(page);
});
