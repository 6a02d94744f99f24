import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/test.ts';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('before the first session there is one way on', async ({ page, application }) => {
			await page.goto(`${application.path}/sessions`);
			await expect(
				page.getByRole('heading', { name: 'Nobody has opened a link yet' })
			).toBeVisible();
			await page.getByRole('link', { name: 'Open Share Connect Link' }).click();
			await expect(page).toHaveURL(/\/share$/);
		});

		test('an address that says something odd is answered in words', async ({
			page,
			application
		}) => {
			for (const [query, words] of [
				['end=lost', '“lost” is no way for a session to end.'],
				['page=0', '“0” is no page number.'],
				[`page=${'9'.repeat(400)}`, 'is no page number.']
			] as const) {
				const answer = await page.goto(`${application.path}/sessions?${query}`);
				expect(answer?.status()).toBe(200);
				await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
			}
		});
	});
}

test('the navigation leads to sessions and refusals', async ({ page, application }) => {
	await page.goto(`${application.path}/history`);
	const nav = page.getByRole('navigation').first();
	await nav.getByRole('link', { name: 'Sessions' }).click();
	await expect(page).toHaveTitle(/^Sessions · /);
	await nav.getByRole('link', { name: 'Refusals' }).click();
	await expect(page).toHaveTitle(/^Refusals · /);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('the page has no accessibility finding at 320 and 1440 px', async ({
			page,
			application
		}) => {
			for (const width of [320, 1440]) {
				await page.setViewportSize({ width, height: 800 });
				await page.goto(`${application.path}/sessions?end=lost`);
				await expectAccessible(page);
			}
		});
	});
}
