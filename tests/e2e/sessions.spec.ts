import { expectAccessible } from './support/accessible.ts';
import {
	allow,
	connectLink,
	deny,
	permissionBox,
	reachConsent,
	reachSignIn,
	returned,
	signIn
} from './support/connect.ts';
import { registerRedirectUri } from './support/credentials.ts';
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

test('sessions are counted by how far they came and how they ended', async ({
	page,
	application,
	appServer
}) => {
	await registerRedirectUri(page, application, appServer.callback);
	const scope = 'required:read_odometer read_location';
	const link = connectLink(application, { scope, user: 'u-1' });
	await page.goto(link);
	await reachSignIn(page, link);
	await signIn(page, '0-vehicles@smartcar.com');
	await returned(page, appServer);
	await reachConsent(page, link);
	await deny(page);
	await returned(page, appServer);
	await reachConsent(page, link);
	await permissionBox(page, 'read_location').uncheck();
	await allow(page);
	await returned(page, appServer);

	await page.goto(`${application.path}/sessions`);
	const numbers = page.getByRole('table', { name: 'How far owners come' }).locator('.number');
	await expect(numbers).toHaveText(['4', '3', '3', '2', '1']);
	const ends = page.getByRole('table', { name: 'How sessions end' });
	for (const end of ['Granted', 'Denied', 'No vehicles', 'Still going on']) {
		await expect(ends.getByRole('row', { name: new RegExp(`^${end} 1 25 %`) })).toBeVisible();
	}
	await expect(page.getByRole('table', { name: 'What owners refuse' })).toContainText('1 of 1');
	await expectAccessible(page);
	await ends.getByRole('link', { name: 'Denied' }).click();
	await expect(page.getByText('1 session of 4')).toBeVisible();
	await page.getByText('Denied', { exact: true }).last().click();
	await expect(page.getByText('The owner denied access.')).toBeVisible();
	await expect(page.getByText(/^Sign-in after \d+ s$/)).toBeVisible();
});
