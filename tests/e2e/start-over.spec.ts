import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/test.ts';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled, provoked: /status of 400/ });

		test('the sandbox is emptied once somebody has seen what goes', async ({
			page,
			request,
			ownServer: server
		}) => {
			await server.createApplication(request, 'Of mine');
			await page.goto(`${server.origin}/`);
			const demo = page.getByRole('row', { name: 'Charge Planner' });
			await expect(demo.getByText('Demo', { exact: true })).toBeVisible();
			await expect(page.getByText('Demo', { exact: true })).toHaveCount(1);

			await page.goto(`${server.origin}/help#sandbox`);
			await page.getByRole('main').getByRole('link', { name: 'Start over' }).click();
			await expect(page.getByRole('heading', { level: 1, name: 'Start over' })).toBeVisible();
			await expect(page.getByText('2 applications')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);

			await page.getByRole('radio', { name: 'Nothing' }).check();
			await page.getByRole('button', { name: 'Empty the sandbox' }).click();
			await expect(
				page.getByText('Nothing was removed: tick “Yes, remove all of it” first.')
			).toBeVisible();
			await expect(page.getByRole('radio', { name: 'Nothing' })).toBeChecked();
			await expect(page.getByText('2 applications')).toBeVisible();
			if (javaScriptEnabled) await expectAccessible(page);

			await page.getByRole('radio', { name: 'The demo' }).check();
			await page.getByRole('checkbox', { name: 'Yes, remove all of it' }).check();
			await page.getByRole('button', { name: 'Empty the sandbox' }).click();
			await expect(page.getByRole('status')).toContainText('the demo is there anew');
			await page.getByRole('main').getByRole('link', { name: 'Applications' }).click();
			await expect(page.getByRole('row', { name: 'Of mine' })).toHaveCount(0);
			await expect(demo.getByText('Demo', { exact: true })).toBeVisible();

			await page.goto(`${server.origin}/start-over`);
			await page.getByRole('radio', { name: 'Nothing' }).check();
			await page.getByRole('checkbox', { name: 'Yes, remove all of it' }).check();
			await page.getByRole('button', { name: 'Empty the sandbox' }).click();
			await expect(page.getByRole('status')).toContainText('The sandbox was emptied.');
			await expect(page.getByText('The sandbox is empty already')).toBeVisible();
			await page.goto(`${server.origin}/`);
			await expect(page.getByRole('heading', { name: 'No application yet' })).toBeVisible();
		});
	});
}
