import type { Page } from '@playwright/test';
import { saveDraft } from './support/draft.ts';
import { expect, test } from './support/test.ts';

// Each test takes something away from the page.
test.use({
	provoked:
		/net::ERR_|Failed to fetch|status of 50[23]|Unable to preload CSS|dynamically imported module/
});

const dialog = (page: Page) => page.getByRole('dialog');
const press = (page: Page) =>
	page.getByRole('link', { name: /^(Publish|Nothing to publish)/ }).click();

test('a dialog whose page does not come says so in words, and comes the next time', async ({
	page,
	application
}) => {
	await saveDraft(page, application, 'odometer-traveleddistance');
	await page.goto(`${application.path}/credentials`);
	const data = '**/publish/__data.json*';
	for (const fault of [
		{ status: 503, contentType: 'application/json', body: '{"message":"SQLITE_FULL"}' },
		{ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' },
		null
	]) {
		await page.route(data, (route) => (fault ? route.fulfill(fault) : route.abort()));
		await press(page);
		await expect(dialog(page).getByRole('alert')).toHaveText(
			/^\s*This did not come from the server\. Your draft is kept\..*reload the page\.\s*$/s
		);
		await page.keyboard.press('Escape');
		await expect(dialog(page)).toHaveCount(0);
		await page.unroute(data);
	}
	await press(page);
	await expect(dialog(page).getByText('This is the first version.')).toBeVisible();
});

test('a dialog that cannot be fetched itself is told beside the page', async ({
	page,
	application
}) => {
	await page.goto(`${application.path}/credentials`);
	await page.route('**/_app/immutable/**', (route) => route.abort());
	await press(page);
	await expect(
		page.getByText(/^The server cannot be reached\. Try again in a moment/)
	).toBeVisible();
	await expect(dialog(page)).toHaveCount(0);
	await expect(page).toHaveURL(`${application.path}/credentials`);
});

test('a search that cannot be fetched is told beside the page', async ({ page }) => {
	await page.goto('/catalog');
	await page.route('**/_app/immutable/**', (route) => route.abort());
	await page.getByRole('searchbox').fill('odometer');
	await expect(
		page.getByText(/^The server cannot be reached\. Try again in a moment/)
	).toBeVisible();
});
