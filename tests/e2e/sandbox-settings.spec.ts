import { expect, test } from './support/test.ts';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('optional permissions start unticked only once that is saved', async ({
			page,
			application
		}) => {
			await page.goto(`${application.path}/settings`);
			const unticked = page.getByRole('switch', { name: 'Optional permissions start unticked' });
			const save = page.getByRole('button', { name: 'Save sandbox' });
			for (const checked of [true, false]) {
				await expect(unticked).toBeChecked({ checked: !checked });
				await unticked.setChecked(checked);
				await save.click();
				await expect(page.getByText('Saved.')).toBeVisible();
				await page.goto(`${application.path}/settings`);
				await expect(unticked).toBeChecked({ checked });
			}
		});

		test('API v3 answers as in 2025 once that is chosen', async ({ page, application }) => {
			await page.goto(`${application.path}/settings`);
			const answers = page.getByRole('group', { name: 'Form of its answers' });
			await expect(answers.getByRole('radio', { name: /^2026/ })).toBeChecked();
			await answers.getByRole('radio', { name: /^2025/ }).check();
			await page.getByRole('button', { name: 'Save form of answers' }).click();
			await expect(page.getByText('Saved.')).toBeVisible();
			await page.goto(`${application.path}/settings`);
			await expect(answers.getByRole('radio', { name: /^2025/ })).toBeChecked();
		});
	});
}
