import type { Page } from '@playwright/test';
import { allow, connectLink, reachConsent } from './support/connect.ts';
import { publishDraft, saveDraft } from './support/draft.ts';
import { expectNoSidewaysScroll } from './support/layout.ts';
import { expect, test } from './support/test.ts';

/** On both sides of where the navigation folds away, and of where one column becomes two. */
const WIDTHS = [880, 881, 1024, 1248, 1249];

/** A card hides what is wider than it, so that the page itself does not scroll. */
async function expectNoTableCut(page: Page, about: string): Promise<void> {
	const cut = await page
		.locator('table')
		.evaluateAll((tables) =>
			tables
				.map(
					(table) =>
						table.getBoundingClientRect().right -
						(table.parentElement?.getBoundingClientRect().right ?? 0)
				)
				.filter((pixels) => pixels > 1)
		);
	expect(cut, `tables of ${about} wider than what holds them, in pixels`).toEqual([]);
}

test('no table is cut where there is little room for its columns', async ({
	page,
	application
}) => {
	test.slow();
	await publishDraft(page, application, 'odometer-traveleddistance!', 'For the monthly report');
	await publishDraft(
		page,
		application,
		'odometer-traveleddistance! security-lock location-preciselocation',
		'For the door, and so that the planner can see where a vehicle stands'
	);
	await reachConsent(page, connectLink(application, {}), {
		username: 'somebody.with.a.long.name@subdomain.example.com'
	});
	await allow(page);
	const pages = ['/history', '/connections', '/sessions', '/refusals', '/credentials'];
	for (const path of ['/', '/permissions', ...pages.map((path) => application.path + path)]) {
		await page.goto(path);
		for (const width of WIDTHS) {
			await page.setViewportSize({ width, height: 900 });
			await expectNoTableCut(page, `${path} at ${width}`);
			await expectNoSidewaysScroll(page, `${path} at ${width}`);
		}
	}
});

test.describe('without a script, where dates stand in full', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 900 } });

	test('nothing in the table of applications is cut on a phone', async ({ page, application }) => {
		await saveDraft(page, application, 'odometer-traveleddistance');
		await page.goto(`/?${new URLSearchParams({ q: application.name })}`);
		const table = await page.locator('table').boundingBox();
		const badge = page.getByRole('row', { name: application.name }).getByText('unpublished change');
		const inside = await badge.boundingBox();
		const right = (box: typeof inside) => (box ? box.x + box.width : NaN);
		expect(right(inside)).toBeLessThanOrEqual(right(table));
	});
});
