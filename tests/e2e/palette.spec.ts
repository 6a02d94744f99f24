import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expectSaved } from './support/picker.ts';
import { expect, test } from './support/test.ts';

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Search everything' });
const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

async function openPalette(page: Page): Promise<void> {
	await page.keyboard.press('Control+k');
	await expect(palette(page).getByRole('combobox')).toBeFocused();
}

/** Keeps the search over the catalog from the page, which fetches it with the palette. */
async function holdSearch(page: Page): Promise<() => void> {
	const { promise: wanted, resolve: letCome } = Promise.withResolvers<void>();
	await page.route(/\/_app\/immutable\/.*\.js$/, async (route) => {
		const response = await route.fetch();
		if ((await response.text()).includes('interSplit')) await wanted;
		await route.fulfill({ response });
	});
	return letCome;
}

test('the palette opens by key or button, and gives the focus back', async ({ page }) => {
	await page.goto('/catalog');
	await page.getByRole('searchbox').focus();
	await openPalette(page);
	await page.keyboard.press('Escape');
	await expect(palette(page)).toHaveCount(0);
	await expect(page.getByRole('searchbox')).toBeFocused();

	const button = page.getByRole('button', { name: /Search everything/ });
	await button.click();
	await expect(palette(page)).toBeVisible();
	await page.keyboard.press('Control+k');
	await expect(palette(page)).toHaveCount(0);
	await expect(button).toBeFocused();
});

test('the palette goes to items with a typo, permissions, pages and applications', async ({
	page,
	application
}) => {
	const letSearchCome = await holdSearch(page);
	await page.goto('/help');
	await openPalette(page);
	await page.keyboard.type('odomter');
	await expect(palette(page).getByRole('option')).toHaveText(['Look through the whole catalog']);
	letSearchCome();
	await expect(palette(page).getByRole('option', { selected: true })).toHaveText(/^Traveled/);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`${application.path}/vehicle-access?tab=signals`);
	const boxOf = (code: string) => page.locator(`[data-code="${code}"]`).getByRole('checkbox');
	await expect(boxOf('odometer-traveleddistance')).toBeFocused();
	await expect(boxOf('odometer-traveleddistance')).toBeInViewport();
	await openPalette(page);
	await page.keyboard.type('security-lock');
	await expect(palette(page).getByRole('option', { selected: true })).toHaveText(/^Lock doors/);
	await page.keyboard.press('Enter');
	await expect(boxOf('security-lock')).toBeFocused();
	for (const [query, option, address] of [
		['read_tires', /^read_tires/, '/permissions/read_tires'],
		['catalog', /^Catalog/, '/catalog'],
		[application.clientId, /./, `${application.path}/vehicle-access`],
		['history', /^History/, `${application.path}/history`]
	] as const) {
		await openPalette(page);
		await page.keyboard.type(query);
		await expect(palette(page).getByRole('option', { name: option }).first()).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(address);
		await expect(palette(page)).toHaveCount(0);
	}
	await openPalette(page);
	const first = palette(page).getByRole('group', { name: 'Recent' }).getByRole('option').first();
	await expect(first).toHaveText(/^History/);
});

test('the palette is never a dead end', async ({ page }) => {
	await page.goto('/help');
	await openPalette(page);
	await page.keyboard.type('qqqqqq');
	await expect(palette(page).getByRole('option')).toHaveText(['Look through the whole catalog']);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/catalog');
});

test('the palette runs what the page offers', async ({ page, application, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(`${application.path}/vehicle-access`);
	await page.getByRole('checkbox', { name: 'State of charge' }).check();
	const run = async (query: string): Promise<void> => {
		await openPalette(page);
		await page.keyboard.type(query);
		await expect(palette(page).getByRole('option').first()).toHaveText(new RegExp(query, 'i'));
		await page.keyboard.press('Enter');
	};

	await run('Copy scope');
	await expect(page.getByText('Copied read_battery')).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('read_battery');
	await run('Copy link');
	await expect(page.getByText('Sandbox link copied. Nothing is published yet')).toBeVisible();
	const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
	expect(link.origin + link.pathname).toBe(`${new URL(page.url()).origin}/oauth/authorize`);
	expect(link.searchParams.get('scope')).toBe('read_battery');
	await run('Undo');
	await expect(page.getByRole('checkbox', { name: 'State of charge' })).not.toBeChecked();
	await run('Redo');
	await expect(page.getByRole('checkbox', { name: 'State of charge' })).toBeChecked();
	await run('Toggle theme');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
	await run('Share');
	await expect(page.getByRole('dialog', { name: 'Share the link' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await run('Publish');
	await expect(page.getByRole('dialog', { name: 'Publish version 1' })).toBeVisible();
});

test('outside an application the palette offers none of its actions', async ({ page }) => {
	await page.goto('/permissions');
	await openPalette(page);
	await page.keyboard.type('publish');
	await expect(palette(page).getByRole('status')).toHaveText(/^\d+ results?$/);
	await expect(palette(page).getByRole('option', { name: 'Publish…' })).toHaveCount(0);
});

test('the shortcut sheet opens with ? and never from a field', async ({ page }) => {
	await page.goto('/catalog');
	await page.getByRole('searchbox').focus();
	await page.keyboard.type('?/');
	await expect(page.getByRole('searchbox')).toHaveValue('?/');
	await expect(sheet(page)).toHaveCount(0);
	await page.getByRole('heading', { level: 1 }).click();
	await page.keyboard.press('?');
	await expect(sheet(page).getByRole('row', { name: /Search everything/ })).toContainText('Ctrl');
	await page.keyboard.press('Control+k');
	await expect(palette(page)).toHaveCount(0);
});

test('single keys can be switched off for good', async ({ page, application }) => {
	await page.goto(`${application.path}/vehicle-access`);
	const box = page.getByRole('checkbox', { name: 'State of charge' });
	const required = page.getByRole('switch', { name: 'Required: State of charge' });
	await box.check();
	await page.keyboard.press('r');
	await expect(required).toBeChecked();

	await page.keyboard.press('?');
	await sheet(page).getByRole('checkbox').uncheck();
	await page.keyboard.press('Escape');
	await expectSaved(page);
	await page.reload();
	await box.focus();
	await page.keyboard.press('r');
	await expect(required).toBeChecked();
	await page.keyboard.press('/');
	await expect(box).toBeFocused();
	await page.keyboard.press('?');
	await expect(sheet(page)).toHaveCount(0);
	await openPalette(page);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('palette and sheet have no accessibility finding', async ({ page }) => {
			await page.goto('/help');
			await page.keyboard.press('?');
			await expect(sheet(page)).toBeVisible();
			await expectAccessible(page);
			await page.keyboard.press('Escape');
			await openPalette(page);
			await expectAccessible(page);
			await page.keyboard.type('charge');
			await expect(palette(page).getByRole('option', { name: /^Charge limits/ })).toBeVisible();
			await expectAccessible(page);
		});
	});
}

test.describe('at 320 px', () => {
	test.use({ viewport: { width: 320, height: 640 } });

	test('the palette opens from the menu and does not scroll sideways', async ({ page }) => {
		await page.goto('/catalog');
		await page.getByRole('button', { name: 'Menu' }).click();
		await page.getByRole('button', { name: /Search everything/ }).click();
		await expect(palette(page).getByRole('combobox')).toBeFocused();
		await page.keyboard.type('connectivity');
		const list = palette(page).getByRole('listbox');
		await expect(list.getByRole('option').first()).toBeVisible();
		const sideways = await list.evaluate((element) => element.scrollWidth - element.clientWidth);
		expect(sideways).toBeLessThanOrEqual(0);
	});
});
