import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/test.ts';

const PAGES = [
	'/',
	'/catalog',
	'/catalog/tractionbattery-stateofcharge',
	'/catalog/v2-alerts',
	'/catalog/nothing-like-it',
	'/permissions',
	'/permissions/read_alerts',
	'/permissions/read_nothing',
	'/help',
	'/help/apis',
	'/help/apis/vehicle-v3',
	'/help/apis/nothing',
	'/start-over',
	'/nowhere'
];

const APPLICATION_PAGES = [
	'/vehicle-access',
	'/vehicle-access?tab=commands',
	'/vehicle-access?tab=attributes',
	'/vehicle-access?tab=v2',
	'/vehicle-access?q=nothing-matches-this',
	'/vehicle-access?open=tractionbattery-stateofcharge',
	'/publish',
	'/share',
	'/history',
	'/credentials',
	'/connections',
	'/faults',
	'/requests',
	'/import',
	'/settings'
];

/** Some of the pages are those that say that there is none. */
test.use({ provoked: /status of 404/ });

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		for (const path of PAGES) {
			test(`${path} has no accessibility finding`, async ({ page }) => {
				await page.goto(path);
				await expectAccessible(page);
			});
		}

		test('an application’s pages have no accessibility finding', async ({ page, application }) => {
			test.slow();
			for (const path of APPLICATION_PAGES) {
				await page.goto(application.path + path);
				await expectAccessible(page);
			}
		});
	});
}

test('every page has one h1, a title of its own, and fits 320 px', async ({
	page,
	application
}) => {
	test.slow();
	await page.setViewportSize({ width: 320, height: 640 });
	const titles = new Set<string>();
	const paths = [
		...PAGES,
		...APPLICATION_PAGES.filter((path) => !path.includes('?')).map(
			(path) => application.path + path
		)
	];
	for (const path of paths) {
		await page.goto(path);
		await expect(page.locator('h1'), path).toHaveCount(1);
		titles.add(await page.title());
		const sideways = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(sideways, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
	}
	// The four addresses that lead nowhere may share the title of their page.
	expect(titles.size).toBeGreaterThanOrEqual(paths.length - 3);
});

test('the skip link leads past the navigation', async ({ page }) => {
	await page.goto('/catalog');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).toBeFocused();
});
