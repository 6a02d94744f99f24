import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { publishDraft, saveDraft } from './support/draft.ts';
import { expectSaved } from './support/picker.ts';
import { expect, test } from './support/test.ts';

const bar = (page: Page): Locator => page.locator('.page-bar');
const navigation = (page: Page): Locator => page.getByRole('navigation', { name: 'Main' });
const boxOf = async (part: Locator) => {
	const box = await part.boundingBox();
	if (box === null) throw new Error('It is not in sight');
	return box;
};

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('pages of no application keep the last one on top', async ({ page, application }) => {
			await page.goto(`${application.path}/history`);
			for (const path of ['/catalog', '/permissions/read_vin', '/help', '/clock', '/']) {
				await page.goto(path);
				await expect(page.locator('.switcher summary')).toContainText(application.name);
				const history = navigation(page).getByRole('link', { name: 'History' });
				await expect(history).toHaveAttribute('href', `${application.path}/history`);
			}
			await page.goto(`${application.path}/credentials`);
			await navigation(page).getByRole('link', { name: 'Catalog' }).click();
			await expect(page).toHaveURL('/catalog');
			await navigation(page).getByRole('link', { name: 'Credentials' }).click();
			await expect(page).toHaveURL(`${application.path}/credentials`);
		});

		test.describe('on a phone', () => {
			test.use({ viewport: { width: 320, height: 640 } });

			test('the bar names application and page, its menu leads on and closes', async ({
				page,
				application
			}) => {
				await saveDraft(page, application, 'odometer-traveleddistance vin');
				await page.goto(`${application.path}/connections`);
				await expect(bar(page)).toContainText(application.name);
				await expect(bar(page)).toContainText('Connections');
				await expect(bar(page)).toContainText('2 changes');
				const menu = page.getByRole('button', { name: 'Menu' });
				const toSwitcher = page.getByRole('button', { name: /: switch application$/ });
				await expect(navigation(page)).toBeHidden();
				await toSwitcher.click();
				await expect(page.locator('.switcher summary')).toBeVisible();
				const links = await navigation(page).getByRole('link').all();
				for (const target of [menu, toSwitcher, page.locator('.switcher summary'), ...links]) {
					const { width, height } = await boxOf(target);
					expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
				}
				await navigation(page).getByRole('link', { name: 'History' }).click();
				await expect(page).toHaveURL(`${application.path}/history`);
				await expect(navigation(page)).toBeHidden();
				await expect(bar(page)).toContainText('History');
			});
		});
	});
}

test('the bar stays as it is while the page is scrolled, as do tools and answer, and hides no focus', async ({
	page,
	application
}) => {
	await page.setViewportSize({ width: 1440, height: 800 });
	await saveDraft(page, application, 'odometer-traveleddistance');
	await page.goto(`${application.path}/vehicle-access`);
	await expectSaved(page);
	const atTop = await boxOf(bar(page));
	expect([atTop.y, atTop.height]).toEqual([0, 56]);
	const boxes = page.locator('[data-code] [type="checkbox"]');
	await boxes.nth(40).focus();
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(400);
	for (const inSight of [
		page.getByRole('tab', { name: /Signals/ }),
		page.getByRole('searchbox'),
		page.locator('output'),
		page.getByRole('button', { name: 'Copy link', exact: true }),
		page.getByRole('heading', { name: 'Notes' })
	])
		await expect(inSight).toBeInViewport();
	await boxes.nth(20).focus();
	expect((await boxOf(boxes.nth(20))).y).toBeGreaterThan(atTop.height);
	expect(await boxOf(bar(page))).toEqual(atTop);
	await expect(bar(page).getByRole('link', { name: 'Publish 1 change…' })).toBeVisible();
	await expect(bar(page).getByRole('link', { name: 'Share Connect Link' })).toBeVisible();
});

test('every page ends at the same right edge, at each width', async ({ page, application }) => {
	test.slow();
	await publishDraft(page, application, 'odometer-traveleddistance', 'For the monthly report');
	const ofApplication = [
		'vehicle-access',
		'history',
		'history/1',
		'share',
		'credentials',
		'import',
		'settings',
		'vehicles',
		'connections',
		'sessions',
		'refusals',
		'recorder'
	].map((path) => `${application.path}/${path}`);
	const paths = ['/', '/clock', '/catalog', '/permissions', '/permissions/read_vin', '/help'];
	for (const path of [...paths, ...ofApplication]) {
		await page.goto(path);
		for (const [width, right] of [
			[320, 304],
			[1440, 1416],
			// As wide as three columns need, in the middle of what the navigation leaves.
			[2560, 2372]
		] as const) {
			await page.setViewportSize({ width, height: 900 });
			// A window that was just made wider is laid out a moment later.
			await expect
				.poll(
					() =>
						page
							.locator('main')
							.evaluate((main) =>
								Math.max(
									...[...main.children]
										.filter(
											(part) =>
												part.checkVisibility() && getComputedStyle(part).position === 'static'
										)
										.map((part) => Math.round(part.getBoundingClientRect().right))
								)
							),
					`${path} at ${width}`
				)
				.toBe(right);
		}
	}
});

test('forced colors keep what is current, the chosen theme, and what rows are pressed at', async ({
	page,
	application
}) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto(`${application.path}/history`);
	const here = navigation(page).getByRole('link', { name: 'History' });
	await expect(here).toHaveCSS('outline-style', 'solid');
	await expect(page.locator('label').filter({ hasText: 'Auto' })).toHaveCSS(
		'outline-style',
		'solid'
	);
	await expectAccessible(page);

	await saveDraft(page, application, 'odometer-traveleddistance');
	await page.goto(`${application.path}/vehicle-access`);
	const row = page.locator('[data-code="odometer-traveleddistance"]');
	await expect(row.getByRole('switch')).not.toBeChecked();
	const [ground, edge, knob] = await row.evaluate((element) => {
		const probe = document.createElement('i');
		probe.style.setProperty('color', 'Canvas');
		element.append(probe);
		const chevron = element.querySelector('.chevron');
		const toggle = element.querySelector('.switch');
		if (!chevron || !toggle) throw new Error('The row has nothing to press');
		const line = getComputedStyle(chevron, '::before');
		return [
			getComputedStyle(probe).color,
			`${line.borderTopStyle} ${line.borderTopColor}`,
			getComputedStyle(toggle, '::after').backgroundColor
		];
	});
	expect(edge, 'chevron').toMatch(/^solid /);
	expect(edge, 'chevron').not.toBe(`solid ${ground}`);
	expect(knob, 'switch').not.toBe(ground);
});
