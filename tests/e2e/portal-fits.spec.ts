import type { Page } from '@playwright/test';
import { portalWords } from '../../src/lib/access/owner-words/portal/words.ts';
import { expectAccessible } from './support/accessible.ts';
import { connectApp, pointSdkAt } from './support/connected-app.ts';
import { expectFitAtEveryWidth, expectNoSidewaysScroll } from './support/layout.ts';
import { lastCode, newAddress } from './support/portal.ts';
import { clipped, stretch } from './support/pseudo-locale.ts';
import { expect, test } from './support/test.ts';

test.beforeEach(({ baseURL }) => pointSdkAt(baseURL ?? ''));

/** Pages of somebody who is signed in and has linked a car. */
const PAGES = [
	'/my/applications',
	'/my/history',
	'/my/connect',
	'/my/connect/VOLKSWAGEN',
	'/my/sessions',
	'/my/delete',
	'/my/language',
	'/my/help',
	`/my/known?as=${crypto.randomUUID()}.1.${'x'.repeat(43)}`
];

/**
 * All the way to linked cars, one of which an app reaches, whatever the language.
 *
 * @returns the addresses of the pages about them
 */
async function reachPortal(
	page: Page,
	look: (page: Page) => Promise<void>
): Promise<readonly string[]> {
	const scope = ['required:read_vehicle_info', 'read_odometer', 'read_battery'];
	const wanted = { make: 'TESLA', scope };
	const { clientId } = await connectApp(page.request, wanted);
	const address = newAddress();
	await page.goto('/my');
	await look(page);
	await page.locator('#email').fill(address);
	await page.locator('form.owner-field button').click();
	await page.locator('#code').waitFor();
	await look(page);
	await page.locator('#code').fill(await lastCode(page.request, address));
	await page.locator('form.owner-field button').click();
	await page.waitForURL('/my/applications');
	await look(page);
	const long = `${'long.name.of.an.owner'.repeat(3)}@example.org`;
	for (const [make, username] of [
		['VOLKSWAGEN', long],
		['TESLA', `${clientId}@email.com`]
	]) {
		await page.goto(`/my/connect/${make}`);
		await page.locator('#username').fill(username ?? '');
		await page.locator('#password').fill('x');
		await page.locator('#sign-in-button').click();
		await page.waitForURL('/my/applications');
	}
	const unlink = (await page.locator('a[href*="/unlink"]').first().getAttribute('href')) ?? '';
	const app = `/my/applications/${clientId}`;
	await page.goto(app);
	const receipt = (await page.locator('a[href*="/my/receipts/"]').getAttribute('href')) ?? '';
	const takeBack = (what: string) => `${app}/take-back/${what}`;
	return [unlink, receipt, app, takeBack('read_vehicle_info'), takeBack('read_odometer')];
}

/** From the question about one thing to where nothing is left of the app but what it once had. */
async function endAccess(page: Page, look: (page: Page) => Promise<void>): Promise<void> {
	await page.locator('.act.danger').click();
	await page.locator('.happened').waitFor();
	await look(page);
	await page.locator('.act.danger').click();
	await page.waitForURL(/\/revoke\??$/);
	await look(page);
	await page.locator('.act.danger').click();
	await page.locator('.danger').waitFor({ state: 'detached' });
	await look(page);
	await page.goto('/my/applications');
	await look(page);
	await page.goto('/my/history');
	await look(page);
}

for (const [locale, code] of [
	['en-GB', 'en'],
	['de-AT', 'de'],
	['fr-CA', 'fr'],
	['es-MX', 'es'],
	['da-DK', 'en']
] as const) {
	test.describe(`an owner whose browser asks for ${locale}`, () => {
		test.use({ locale, viewport: { width: 320, height: 1400 } });

		test('reads every page of the portal in that language, or in English', async ({ page }) => {
			const look = async () => {
				await expect(page.locator('html')).toHaveAttribute('lang', code);
				await expectAccessible(page);
				await expectNoSidewaysScroll(page, page.url());
			};
			const about = await reachPortal(page, look);
			await page.goto(about.find((path) => path.includes('/my/receipts/')) ?? '');
			// Whatever stands beside it is a long word in some language.
			for (const thing of await page.locator('section li p.second').all()) {
				expect((await thing.boundingBox())?.width).toBeGreaterThan(240);
			}
			for (const path of [...PAGES, ...about]) {
				await page.goto(path);
				await look();
			}
			await endAccess(page, look);
			const { historyGranted, historyNarrowed, historyRevoked } = portalWords(code);
			const lines = page.getByRole('main').getByRole('listitem');
			for (const [at, text] of [historyRevoked, historyNarrowed, historyGranted].entries()) {
				await expect(lines.nth(at)).toContainText(text.replace('{what}', '').trim());
			}
			await page.goto('/my/delete');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(
				portalWords(code).deleteHeading
			);
		});
	});
}

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme} colours`, () => {
		test.use({ colorScheme });

		test('every page of the portal fits every width', async ({ page }) => {
			test.slow();
			const about = await reachPortal(page, expectFitAtEveryWidth);
			for (const path of [...PAGES, ...about]) {
				await page.goto(path);
				await expectFitAtEveryWidth(page);
			}
			await endAccess(page, expectFitAtEveryWidth);
		});
	});
}

test.describe('with words 40 % longer and accents on them', () => {
	test.use({ viewport: { width: 320, height: 900 } });

	for (const dir of ['ltr', 'rtl'] as const) {
		test(`nothing is cut, ${dir === 'ltr' ? 'from left to right' : 'from right to left'}`, async ({
			page
		}) => {
			const look = async () => {
				await stretch(page, dir);
				await expectNoSidewaysScroll(page, page.url());
				expect(await clipped(page), page.url()).toEqual([]);
			};
			const about = await reachPortal(page, look);
			for (const path of [...PAGES, ...about]) {
				await page.goto(path);
				await look();
			}
			await endAccess(page, look);
		});
	}
});

test('an owner chooses another language, which stays', async ({ page }) => {
	await page.goto('/my');
	await page.getByRole('link', { name: 'English' }).click();
	await page.getByRole('button', { name: 'Deutsch' }).click();
	await expect(page).toHaveURL('/my');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(portalWords('de').signInHeading);
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});
