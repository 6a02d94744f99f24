import { expectAccessible } from './support/accessible.ts';
import {
	allow,
	connectLink,
	deny,
	passPreamble,
	permissionBox,
	reachConsent,
	reachSignIn,
	returned,
	signIn
} from './support/connect.ts';
import { registerRedirectUri } from './support/credentials.ts';
import { expectNoSidewaysScroll } from './support/layout.ts';
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

test('where owners are lost leads to exactly those sessions, and back', async ({
	page,
	application,
	appServer
}) => {
	await registerRedirectUri(page, application, appServer.callback);
	const scope = 'required:read_odometer read_location';
	const link = connectLink(application, { scope });
	await page.goto(link);
	await reachSignIn(page, link);
	await signIn(page, '0-vehicles@smartcar.com');
	await returned(page, appServer);
	await reachConsent(page, link);
	await deny(page);
	await returned(page, appServer);
	await reachConsent(page, connectLink(application, { scope, user: 'u-1' }));
	await permissionBox(page, 'read_location').uncheck();
	await allow(page);
	await returned(page, appServer);

	await page.goto(`${application.path}/sessions`);
	const funnel = page.getByRole('table', { name: 'How far owners come' });
	await expect(funnel.locator('.number')).toHaveText([
		'4',
		'−1',
		'3',
		'3',
		'−1',
		'2',
		'−1',
		'1',
		'−1',
		'0'
	]);
	const ends = page.getByRole('table', { name: 'How sessions end' });
	for (const end of ['Granted', 'Denied', 'No vehicles', 'Still going on']) {
		await expect(ends.getByRole('row', { name: new RegExp(`^${end} 1 25 %`) })).toBeVisible();
	}
	const refusals = page.getByRole('table', { name: 'What owners refuse' });
	await expect(refusals.getByRole('row', { name: 'read_location 2 1' })).toContainText('50 %');
	await expect(
		refusals.getByRole('row', { name: 'Everything: the owner pressed Deny' })
	).toContainText('50 %');
	// One of them names a user, so that they stand under their users.
	await expect(page.getByRole('rowheader', { name: /^u-1 1 on this page$/ })).toBeVisible();
	await expectAccessible(page);

	const shown = page.getByText(/ sessions?( of \d+|, the newest first)$/);
	await expect(shown).toHaveText('4 sessions, the newest first');
	await funnel.getByRole('link', { name: 'Came no further than: Consent' }).click();
	await expect(shown).toHaveText('1 session of 4');
	await expect(page).toHaveURL(/\?left=consent#sessions$/);
	const steps = page.getByRole('table', { name: 'Steps by version' });
	const cell = steps
		.getByRole('row', { name: /^Scope of the link/ })
		.getByRole('link', { name: /^2 / });
	await cell.click();
	await expect(shown).toHaveText('2 sessions of 4');
	await expect(cell).toHaveAttribute('aria-current', 'true');
	await page.goBack();
	await expect(shown).toHaveText('1 session of 4');
	await page.getByRole('link', { name: /\d{4}, \d\d:\d\d/ }).click();
	await expect(page.getByText('The owner denied access.')).toBeVisible();
	await expect(page.getByText(/^Sign-in after \d+ s$/)).toBeVisible();
	await page.reload();
	await expect(page.getByText('The owner denied access.')).toBeVisible();

	await page.getByLabel('Ended with').selectOption({ label: 'Granted' });
	await expect(page.getByText('No session is like that.')).toBeVisible();
	await page.getByRole('link', { name: 'Remove: No further than: Consent' }).click();
	await expect(shown).toHaveText('1 session of 4');
	const controls = page
		.getByRole('form', { name: 'Filter the sessions' })
		.locator('.input, .button');
	const edges = await controls.evaluateAll((all) =>
		all.map((one) => Math.round(one.getBoundingClientRect().bottom))
	);
	expect(edges).toHaveLength(6);
	expect(new Set(edges).size, `bottom edges of the filter: ${edges.join(', ')}`).toBe(1);

	await page.setViewportSize({ width: 320, height: 800 });
	const cells = page.locator('tr', { hasText: 'owner@example.com' }).locator('th, td');
	const boxes = await cells.evaluateAll((all) =>
		all.map((one) => one.getBoundingClientRect()).filter(({ height }) => height > 0)
	);
	expect(boxes.length).toBeGreaterThan(3);
	for (const [place, one] of boxes.entries()) {
		for (const other of boxes.slice(place + 1)) {
			const beside = one.right <= other.left + 1 || other.right <= one.left + 1;
			expect(beside || one.bottom <= other.top + 1 || other.bottom <= one.top + 1).toBe(true);
		}
	}
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });

	test('a brand without a way on is called so, and its session opens', async ({
		page,
		application
	}) => {
		await page.goto(connectLink(application, { scope: 'read_odometer', make: 'unheard' }));
		await passPreamble(page);
		await page.locator('form').getByRole('button').first().waitFor();
		await page.goto(`${application.path}/sessions`);
		await page.getByRole('link', { name: 'Brand', exact: true }).click();
		await expect(page.getByRole('table', { name: 'Steps by brand' })).toBeVisible();
		await page
			.getByRole('row', { name: /^No brand chosen/ })
			.getByRole('link', { name: '−1' })
			.last()
			.click();
		await expect(page.getByText('1 session of 1')).toBeVisible();
		await page.getByRole('link', { name: /\d{4}, \d\d:\d\d/ }).click();
		await expect(page.getByText(/^Brand not supported after/)).toBeVisible();
		await expectNoSidewaysScroll(page, 'sessions on a phone');
	});
});
