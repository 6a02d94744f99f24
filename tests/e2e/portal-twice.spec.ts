import { connectApp, pointSdkAt } from './support/connected-app.ts';
import { askForCode, lastCode, linkCar, newAddress, signInToPortal } from './support/portal.ts';
import { expect, test } from './support/test.ts';

test.beforeEach(({ baseURL }) => pointSdkAt(baseURL ?? ''));

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('who clicks twice, works in two tabs or goes back gets where they wanted', async ({
			page
		}) => {
			const address = newAddress();
			await askForCode(page, address);
			const code = await lastCode(page.request, address);
			const tab = await page.context().newPage();
			await tab.goto('/my/code');
			await tab.getByLabel('Code').fill(code);
			await page.getByLabel('Code').fill(code);
			await page.getByRole('button', { name: 'Sign in' }).dblclick();
			await expect(page).toHaveURL('/my/applications');
			// The other one still shows the form.
			await tab.getByRole('button', { name: 'Sign in' }).click();
			await expect(tab).toHaveURL('/my/applications');
			await tab.goBack();
			await expect(tab).toHaveURL('/my/applications');
			await tab.goto('/my/sessions');
			await expect(tab.getByRole('main').getByRole('listitem')).toHaveCount(1);

			await page.getByRole('button', { name: 'Sign out' }).dblclick();
			await expect(page.getByRole('status')).toHaveText('You are signed out.');
			await page.goBack();
			await expect(page.getByRole('button', { name: 'Send me a code' })).toBeVisible();
			// The other tab learns of it with its next act, which does nothing.
			await tab.getByRole('button', { name: 'Sign out everywhere' }).click();
			await expect(tab.getByRole('button', { name: 'Send me a code' })).toBeVisible();
		});
	});
}

test('who revokes twice, in two tabs, or goes back to it ends access once', async ({ page }) => {
	const wanted = { make: 'TESLA', scope: ['read_odometer'], profile: 'simulated-phev' } as const;
	const app = await connectApp(page.request, wanted);
	const path = `/my/applications/${app.clientId}`;
	await signInToPortal(page, newAddress());
	await linkCar(page, 'Tesla', `${app.clientId}@email.com`);
	const tab = await page.context().newPage();
	await tab.goto(`${path}/revoke`);
	await page.goto(`${path}/revoke`);
	await page.getByRole('button', { name: 'Revoke access' }).dblclick();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('has no access');
	await tab.getByRole('button', { name: 'Revoke access' }).click();
	await expect(tab.getByRole('heading', { level: 1 })).toContainText('has no access');
	await page.goBack();
	await expect(page).toHaveURL(path);
	await page.goto('/my/history');
	const ended = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Access ended' });
	await expect(ended).toHaveCount(1);
});
