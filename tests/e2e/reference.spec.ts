import { officialCatalog } from '../../src/lib/access/catalog/official.ts';
import { expect, test } from './support/test.ts';

const CHARGE = 'tractionbattery-stateofcharge';
const countOf = (kind: string) => officialCatalog.items.filter((item) => item.kind === kind).length;

/** What Chromium writes to the console when an address leads nowhere, or there is no network. */
test.use({ provoked: /status of 404|ERR_INTERNET_DISCONNECTED|Unable to preload|Failed to fetch/ });

test('the catalog holds every code, as a link to the item', async ({ page }) => {
	await page.goto('/catalog');
	const hrefs = await page
		.locator('main a[href^="/catalog/"]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
	expect(hrefs.toSorted()).toEqual(
		officialCatalog.items.map(({ code }) => `/catalog/${code}`).toSorted()
	);
	for (const { code } of officialCatalog.items) {
		await expect(page.locator('main code', { hasText: new RegExp(`^${code}$`) })).toHaveCount(1);
	}
});

test('the catalog narrows as you type, marks what matches and keeps it in the address', async ({
	page
}) => {
	await page.goto('/catalog');
	await page.keyboard.press('/');
	await expect(page.getByRole('searchbox')).toBeFocused();
	await page.keyboard.type('odomter');
	const link = page.getByRole('link', { name: 'Traveled distance' });
	await expect(link).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: /^2 of \d+ items$/ })).toBeVisible();
	await expect(page).toHaveURL('/catalog?q=odomter');
	await page.getByRole('searchbox').fill('distance');
	await expect(page.locator('mark').first()).toHaveText(/distance/i);
	await page.reload();
	await expect(link).toBeVisible();
	await page.getByRole('searchbox').fill('zzzzzz');
	await page.getByRole('link', { name: 'Show everything' }).click();
	await expect(page.getByRole('heading', { name: `Signals ${countOf('signal')}` })).toBeVisible();
});

test('who types a search and leaves at once is not called back', async ({ page, application }) => {
	// Longer than the pause after which a search is written into the address.
	await page.route('**/__data.json*', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 1000));
		await route.continue();
	});
	for (const from of ['/catalog', `${application.path}/vehicle-access`]) {
		await page.goto(from);
		await page.getByRole('searchbox').fill('odometer');
		await page.locator('a[href="/permissions"]').first().click();
		await expect(page).toHaveURL('/permissions');
		await expect(page.getByRole('heading', { level: 1, name: 'Permissions' })).toBeVisible();
	}
});

test('the catalog narrows to one class of evidence, beside a search', async ({ page }) => {
	await page.goto('/catalog?q=diagnostics');
	const links = page.locator('main li a[href^="/catalog/"]');
	const all = await links.count();
	await page.getByRole('link', { name: 'Observed', exact: true }).click();
	await expect(page).toHaveURL('/catalog?q=diagnostics&evidence=observed');
	await expect(page.getByRole('link', { name: 'Airbag' })).toBeVisible();
	await expect.poll(() => links.count()).toBeLessThan(all);
	await page.getByRole('link', { name: 'Show all evidence' }).click();
	await expect(links).toHaveCount(all);
});

test('an item that sources contradict each other about names its rival and leads to the way out', async ({
	page
}) => {
	await page.goto('/catalog/vehicleidentification-trim');
	await expect(page.getByText('both may be needed until somebody looks')).toBeVisible();
	await expect(page.getByRole('link', { name: 'read_extended_vehicle_info' })).toBeVisible();
	await page.getByRole('link', { name: 'Settle it in a minute' }).click();
	await expect(page).toHaveURL('/catalog#evidence');
	await expect(page.getByText('Tick that one item and nothing else.')).toBeVisible();
});

test('an item is still found at the address of its former code', async ({ page }) => {
	await page.goto('/catalog/powertraintype');
	await expect(page).toHaveURL('/catalog/powertrainType');
	await expect(page.getByRole('heading', { level: 1, name: 'Powertrain type' })).toBeVisible();
});

test('an item tells its facts and leads to permission, equivalent and picker', async ({
	page,
	application
}) => {
	await page.goto(`/catalog/${CHARGE}`);
	await expect(page.getByRole('heading', { level: 1, name: 'State of charge' })).toBeVisible();
	await expect(page.getByText(`GET /vehicles/{vehicleId}/signals/${CHARGE}`)).toBeVisible();
	await page.getByRole('link', { name: application.name, exact: true }).last().click();
	await expect(page).toHaveURL(
		`${application.path}/vehicle-access?tab=signals&open=${CHARGE}#${CHARGE}`
	);
	await expect(page.locator(`[data-code="${CHARGE}"]`).getByText('Evidence')).toBeVisible();
	await page.goto(`/catalog/${CHARGE}`);
	await page.getByRole('link', { name: 'read_battery' }).first().click();
	await expect(page).toHaveURL('/permissions/read_battery');
	await page.getByRole('link', { name: 'State of charge' }).first().click();
	await expect(page).toHaveURL(`/catalog/${CHARGE}`);
});

test('every permission is listed, and one that only API v2 uses says so', async ({ page }) => {
	await page.goto('/permissions');
	for (const { name } of officialCatalog.permissions) {
		await expect(page.getByRole('link', { name, exact: true })).toHaveCount(1);
	}
	await page.getByRole('link', { name: 'read_alerts' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'read_alerts' })).toBeVisible();
	await expect(page.getByText('API v2 ends on 1 December 2026')).toBeVisible();
	await expect(page.getByText('required:read_alerts', { exact: true })).toBeVisible();
	await page.getByRole('link', { name: 'Alerts (v2)' }).click();
	await expect(page).toHaveURL('/catalog/v2-alerts');
});

for (const [path, near, action] of [
	[
		'/catalog/tractionbattery-stateofchage',
		`The nearest one is “${CHARGE}”.`,
		`/catalog/${CHARGE}`
	],
	[
		'/catalog/qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq',
		'No item of the catalog has this code.',
		'/catalog'
	],
	['/permissions/read_batery', 'The nearest one is “read_battery”.', '/permissions/read_battery'],
	['/permissions/x', 'There is no permission of this name.', '/permissions'],
	['/nowhere', 'There is no page at this address.', '/'],
	['/apps/not-an-application/vehicle-access', 'This application does not exist.', '/']
] as const) {
	test(`${path} is not found, says why and leads on`, async ({ page }) => {
		const response = await page.goto(path);
		expect(response?.status()).toBe(404);
		const main = page.locator('main');
		await expect(main.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible();
		await expect(main.getByText(near)).toBeVisible();
		await expect(main.getByRole('link')).toHaveCount(1);
		await expect(main.getByRole('link')).toHaveAttribute('href', action);
		await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
		expect(await page.content()).not.toMatch(/\.(ts|js):\d+:\d+/);
	});
}

test('an unknown address keeps the application on top that one was on', async ({
	page,
	application
}) => {
	await page.goto(`${application.path}/vehicle-access`);
	await page.goto('/nowhere');
	await expect(page.locator('.switcher summary')).toContainText(application.name);
	const access = page.getByRole('navigation').getByRole('link', { name: 'Vehicle Access' });
	await expect(access.first()).toHaveAttribute('href', `${application.path}/vehicle-access`);
	await page.setViewportSize({ width: 320, height: 640 });
	await expect(page.locator('.page-bar')).toContainText(application.name);
});

test.describe('offline', () => {
	// What is fetched ahead under the pointer fails, and some browsers say so.
	test.use({ provoked: /net::ERR_|Unable to preload CSS|dynamically imported module/ });

	test('the page stays open and says why; online again, its links work', async ({
		page,
		context
	}) => {
		// Some versions of Chromium ask for a module that could not be fetched only once per page.
		let remembered = false;
		await page.route('**/_app/immutable/**', (route) =>
			remembered ? route.abort() : route.continue()
		);
		page.on('framenavigated', () => (remembered = false));
		await page.goto('/help');
		await context.setOffline(true);
		remembered = true;
		const link = page.getByRole('link', { name: 'Permissions' }).first();
		await link.click();
		await expect(page.getByText(/This page stays open until the connection is back/)).toBeVisible();
		await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();
		await expect(page).toHaveURL('/help');
		await context.setOffline(false);
		await link.click();
		await expect(page.getByRole('heading', { level: 1, name: 'Permissions' })).toBeVisible();
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the catalog is searched by its form', async ({ page }) => {
		await page.goto('/catalog');
		await page.getByRole('searchbox').fill('read_compass');
		await page.getByRole('button', { name: 'Search', exact: true }).click();
		await expect(page).toHaveURL('/catalog?q=read_compass');
		await expect(page.locator('main li a[href^="/catalog/"]')).toHaveCount(1);
		await expect(page.getByRole('button', { name: /Search everything/ })).toBeHidden();
	});
});
