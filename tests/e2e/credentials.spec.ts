import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/test.ts';

// Refusals are answered with 400.
test.use({ provoked: /status of 400/ });

const WEB = 'https://app.example.com/callback';
const LOCAL = 'http://localhost:8000/callback';
const SDK = 'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=http://localhost:8000';

const rows = (page: Page): Locator => page.getByRole('main').locator('ol > li');
const rowOf = (page: Page, uri: string): Locator =>
	rows(page).filter({ has: page.locator('code').getByText(uri, { exact: true }) });

async function add(page: Page, uri: string): Promise<void> {
	await page.getByLabel('Redirect URI').fill(uri);
	await page.getByRole('button', { name: 'Add redirect URI' }).click();
}

async function expectOrder(page: Page, uris: readonly string[]): Promise<void> {
	await expect(rows(page).locator('.uri > code')).toHaveText([...uris]);
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('redirect URIs: first is default, reorder, another default, remove', async ({
			page,
			application
		}) => {
			await page.goto(`${application.path}/credentials`);
			await expect(page.getByText(application.clientId, { exact: true }).last()).toBeVisible();
			for (const uri of [WEB, LOCAL, SDK]) {
				await add(page, uri);
				await expect(rowOf(page, uri)).toBeVisible();
			}
			await expect(rowOf(page, WEB)).toContainText('default');

			await rowOf(page, SDK)
				.getByRole('button', { name: /^Move up/ })
				.click();
			await expectOrder(page, [WEB, SDK, LOCAL]);
			await rowOf(page, WEB)
				.getByRole('button', { name: /^Move down/ })
				.click();
			await expectOrder(page, [SDK, WEB, LOCAL]);

			await rowOf(page, LOCAL)
				.getByRole('button', { name: /^Make default/ })
				.click();
			await expect(rowOf(page, LOCAL).getByText('default', { exact: true })).toBeVisible();
			await expect(rowOf(page, WEB).getByRole('button', { name: /^Make default/ })).toBeVisible();

			await rowOf(page, WEB)
				.getByRole('button', { name: /^Remove/ })
				.click();
			await expectOrder(page, [SDK, LOCAL]);
			await page.getByRole('button', { name: 'Add it back' }).click();
			await expectOrder(page, [SDK, LOCAL, WEB]);
			if (javaScriptEnabled) await expect(page.locator('.uris')).toBeFocused();

			await rowOf(page, LOCAL).getByText('Remove this default…').click();
			await rowOf(page, LOCAL).getByLabel('New default').selectOption(WEB);
			await rowOf(page, LOCAL)
				.getByRole('button', { name: /^Remove/ })
				.click();
			await expectOrder(page, [SDK, WEB]);
			await expect(rowOf(page, WEB).getByText('default', { exact: true })).toBeVisible();
		});

		test('a redirect URI that cannot be used is refused beside the field, and kept', async ({
			page,
			application
		}) => {
			const refusals: readonly [uri: string, rule: RegExp][] = [
				['', /Write the address/],
				['callback', /whole address with its scheme/],
				['http://example.com/callback', /Plain http is for localhost only/],
				['https://example.com/callback#done', /no part behind #/],
				['https://*.example.com/callback', /no wildcard/],
				['javascript:alert(1)', /scheme/],
				['https://user:secret@example.com/', /no user name or password/],
				['myapp://callback', /sc<client id>:\/\//],
				[`https://example.com/${'x'.repeat(600)}`, /at most 512 characters/]
			];
			await page.goto(`${application.path}/credentials`);
			for (const [uri, rule] of refusals) {
				await add(page, uri);
				const field = page.getByLabel('Redirect URI');
				await expect(field).toHaveAccessibleDescription(rule);
				await expect(field).toHaveValue(uri);
				await expect(rows(page)).toHaveCount(0);
			}
			await add(page, WEB);
			await expect(rowOf(page, WEB)).toBeVisible();
			await add(page, WEB);
			await expect(page.getByLabel('Redirect URI')).toHaveAccessibleDescription(
				/already registered/
			);
		});
	});
}

test('focus stays with the URI that is moved, and the move is announced', async ({
	page,
	application
}) => {
	await page.goto(`${application.path}/credentials`);
	// The header tells the time only once the page listens.
	await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
	for (const uri of [WEB, LOCAL, SDK]) {
		await add(page, uri);
		await expect(rowOf(page, uri)).toBeVisible();
	}
	const up = rowOf(page, SDK).getByRole('button', { name: /^Move up/ });
	await up.focus();
	await page.keyboard.press('Enter');
	await expectOrder(page, [WEB, SDK, LOCAL]);
	await expect(up).toBeFocused();
	await expect(page.locator('[data-announcer]')).toHaveText(`Moved ${SDK} up`);
	await page.keyboard.press('Enter');
	await expectOrder(page, [SDK, WEB, LOCAL]);
	await expect(up).toBeDisabled();
	await expect(rowOf(page, SDK).locator(':focus')).toHaveCount(1);
	await expectAccessible(page);
});

test('the default is not removed without a successor', async ({ page, application }) => {
	await page.goto(`${application.path}/credentials`);
	for (const uri of [WEB, LOCAL]) {
		await add(page, uri);
		await expect(rowOf(page, uri)).toBeVisible();
	}
	const id = await rowOf(page, WEB).getAttribute('data-id');
	const response = await page.request.post(`${application.path}/credentials?/remove`, {
		form: { id: id ?? '' },
		headers: { origin: new URL(page.url()).origin, accept: 'text/html' }
	});
	expect(response.status()).toBe(400);
	expect(await response.text()).toContain('say which one shall be the default instead');
	await page.reload();
	await expectOrder(page, [WEB, LOCAL]);
});
