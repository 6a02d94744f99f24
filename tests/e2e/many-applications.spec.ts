import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import type { OwnServer } from './support/own-server.ts';
import { expect, test } from './support/test.ts';

const COUNT = 150;

/** Beside the demo application, which is the oldest. */
function fill(server: OwnServer): void {
	const database = new Database(server.file);
	const later = Date.now() + 60_000;
	const application = database.prepare(
		`insert into applications (client_id, client_id_made_here, name, mode, created_at, updated_at)
		values (?, 1, ?, 'simulated', ?, ?)`
	);
	const draft = database.prepare(
		`insert into drafts (client_id, revision, selection, updated_at) values (?, 1, '[]', ?)`
	);
	database.transaction(() => {
		for (let n = 1; n <= COUNT; n++) {
			const clientId = `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;
			application.run(clientId, `Fleet ${n}`, later + n, later + n);
			draft.run(clientId, later + n);
		}
	})();
	database.close();
}

const rows = (page: Page) => page.getByRole('rowheader');

async function findInPalette(page: Page): Promise<void> {
	await page.getByRole('combobox', { name: 'Search everything' }).fill('Fleet 7');
	await page
		.getByRole('option', { name: /^Fleet 7\b/ })
		.first()
		.click();
}

test.beforeEach(({ ownServer, allowedOrigins }) => {
	allowedOrigins.add(ownServer.origin);
	fill(ownServer);
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('applications are paged and searched', async ({ page, ownServer: server }) => {
			await page.goto(server.origin);
			await expect(rows(page)).toHaveCount(50);
			await page.getByRole('link', { name: 'Later applications' }).click();
			await expect(page.getByText('Page 2 of 4')).toBeVisible();
			await expect(rows(page).first()).toContainText('Fleet 50');
			await page.getByRole('link', { name: 'Earlier applications' }).click();
			await expect(page.getByText('Page 1 of 4')).toBeVisible();
			await expect(rows(page).last()).toContainText('Fleet 49');
			const search = page.getByRole('main').getByLabel('Find an application');
			await search.fill('fleet 11');
			await page.getByRole('button', { name: 'Find', exact: true }).click();
			await expect(rows(page)).toHaveCount(11);
			await expect(page.getByText(`11 of ${COUNT + 1} applications`)).toBeVisible();
			await search.fill('nobody');
			await page.getByRole('button', { name: 'Find', exact: true }).click();
			await expect(page.getByText('No application has that in its name')).toBeVisible();
			await page.getByRole('link', { name: 'Show all applications' }).click();
			await expect(rows(page)).toHaveCount(50);
		});

		test('a keyboard passes no row on its way to a new application', async ({
			page,
			ownServer: server
		}) => {
			await page.goto(server.origin);
			await expect(rows(page)).toHaveCount(50);
			for (const key of ['Tab', 'Tab', 'Enter', 'Tab']) await page.keyboard.press(key);
			await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
		});

		test('the switcher finds what it does not hold', async ({ page, ownServer: server }) => {
			await page.goto(server.origin);
			const switcher = page.locator('.switcher');
			await switcher.locator('summary').click();
			await expect(switcher.getByRole('link', { name: 'Fleet 150' })).toBeVisible();
			await expect(switcher.getByRole('link', { name: 'Fleet 7', exact: true })).toHaveCount(0);
			if (!javaScriptEnabled) {
				await switcher.getByRole('link', { name: 'All applications' }).click();
				await page.getByLabel('Find an application').fill('fleet 7');
				await page.getByRole('button', { name: 'Find', exact: true }).click();
				await expect(page).toHaveURL(/\?q=fleet\+7$/);
				await rows(page).getByRole('link', { name: 'Fleet 7', exact: true }).click();
			} else {
				await switcher.getByRole('button', { name: /^Find one of/ }).click();
				await findInPalette(page);
			}
			await expect(page).toHaveTitle(/^Vehicle Access · Fleet 7 · /);
		});
	});
}

test('the palette finds what the page does not hold', async ({ page, ownServer: server }) => {
	await page.goto(server.origin);
	await page.getByRole('button', { name: /Search everything/ }).click();
	await findInPalette(page);
	await expect(page).toHaveTitle(/^Vehicle Access · Fleet 7 · /);
});

test('the list and the open switcher have no accessibility finding', async ({
	page,
	ownServer: server
}) => {
	for (const width of [320, 1440]) {
		await page.setViewportSize({ width, height: 800 });
		await page.goto(`${server.origin}/?q=fleet`);
		if (width > 320) await page.locator('.switcher summary').click();
		await expectAccessible(page);
	}
});
