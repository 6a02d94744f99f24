import type { Locator, Page } from '@playwright/test';
import {
	allow,
	connectLink,
	deny,
	passPreamble,
	permissionBox,
	pickBrand,
	reachConsent,
	reachSignIn,
	returned,
	signIn,
	TWO_VEHICLES
} from './support/connect.ts';
import { registerRedirectUri } from './support/credentials.ts';
import { expectFitAtEveryWidth, expectNoSidewaysScroll } from './support/layout.ts';
import { clipped, stretch } from './support/pseudo-locale.ts';
import { expect, test } from './support/test.ts';

const SCOPE = 'required:read_odometer read_location';

// Faults of a form are answered with 422, a link that cannot be trusted with 400.
test.use({ provoked: /status of (400|422)/ });

test.beforeEach(async ({ page, application, appServer }) => {
	await registerRedirectUri(page, application, appServer.callback);
});

/** Who asks, where it leads, what it is and how far one is: in view, and nothing of the app in it but two names. */
async function expectPinned(page: Page, name: string, callback: string, step: number) {
	const [banner, { host }] = [page.getByRole('banner'), new URL(callback)];
	await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
	for (const text of [name, host, 'Sandbox', `Step ${step} of 4`]) {
		await expect(banner.getByText(text, { exact: true })).toBeInViewport();
	}
	await expect(page).toHaveTitle(new RegExp(` · Step ${step} of 4 · Sandbox$`));
}

const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled, viewport: { width: 320, height: 640 } });

		test('an owner comes from the link back to the app, on a phone', async ({
			page,
			application,
			appServer
		}) => {
			await page.goto(connectLink(application, { scope: SCOPE, state: 's-1' }));
			await expect(heading(page)).toHaveText(`Connect your vehicle to ${application.name}`);
			const { callback } = appServer;
			await expectPinned(page, application.name, callback, 1);
			await passPreamble(page);
			await expect(heading(page)).toHaveText('What do you drive?');
			await expectPinned(page, application.name, callback, 2);
			await page.locator('#brand-search').fill('Land-Rover');
			if (!javaScriptEnabled) await page.getByRole('button', { name: 'Search' }).click();
			await expect(page.locator('.brand-list-item:visible')).toHaveText(['Land Rover']);
			await page.locator('#brand-search').fill('VW');
			if (!javaScriptEnabled) await page.getByRole('button', { name: 'Search' }).click();
			await expect(page.locator('.brand-list-item:visible')).toHaveText(['Volkswagen']);
			await page.locator('button#VOLKSWAGEN').click();
			await expect(heading(page)).toHaveText('Sign in to your Volkswagen account');
			await expectPinned(page, application.name, callback, 2);
			await page.locator('#sign-in-button').click();
			await expect(page.locator('#username')).toHaveAccessibleDescription(
				'Write the e-mail address or phone number of your account.'
			);
			await page.locator('#username').fill('owner@example.com');
			await page.locator('#sign-in-button').click();
			await expect(page.locator('#password')).toHaveAccessibleDescription('Write your password.');
			await expect(page.locator('#username')).toHaveValue('owner@example.com');
			await signIn(page);
			await expect(heading(page)).toHaveText(
				`${application.name} would like access to your vehicle`
			);
			await expectPinned(page, application.name, callback, 3);
			await expectNoSidewaysScroll(page, 'the consent screen');
			await permissionBox(page, 'read_location').uncheck();
			await allow(page);
			const answer = await returned(page, appServer);
			expect([...answer.keys()]).toEqual(['code', 'state', 'user_id']);
			expect(answer.get('state')).toBe('s-1');
		});

		test('a test login of the list is taken over, and a country narrows the brands', async ({
			page,
			application,
			appServer
		}) => {
			await page.goto(connectLink(application, { scope: SCOPE }));
			await page.getByLabel('Country').selectOption('DE');
			await passPreamble(page);
			await expect(page.locator('button#BYD')).toBeVisible();
			await expect(page.locator('button#ACURA')).toHaveCount(0);
			await pickBrand(page, 'AUDI');
			await page.getByRole('link', { name: '5-vehicles@smartcar.com' }).click();
			await expect(page.locator('#username')).toHaveValue('5-vehicles@smartcar.com');
			await page.locator('#password').fill('password');
			await page.locator('#sign-in-button').click();
			await expect(page.getByRole('group', { name: 'Which vehicles' })).toContainText('Audi');
			await expect(page.locator('input[name="vehicle"]')).toHaveCount(5);
			await allow(page);
			expect((await returned(page, appServer)).has('code')).toBe(true);
		});
	});
}

for (const dir of ['ltr', 'rtl'] as const) {
	test.describe(`with words 40 % longer, ${dir}`, () => {
		test.use({ viewport: { width: 320, height: 900 } });

		test('nothing on the way is cut', async ({ page, application }) => {
			const look = async () => {
				await stretch(page, dir);
				await expectNoSidewaysScroll(page, page.url());
				expect(await clipped(page), page.url()).toEqual([]);
			};
			await page.goto(connectLink(application, { scope: SCOPE }));
			await look();
			await passPreamble(page);
			await look();
			await pickBrand(page);
			await look();
			await signIn(page, TWO_VEHICLES);
			await page.locator('#approval-button').waitFor();
			await page.locator('summary').click();
			await look();
			await page.goto(connectLink(application, { redirect_uri: 'http://localhost:1/elsewhere' }));
			await look();
		});
	});
}

/** Presses Tab until the focus is where it should go. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let presses = 0; presses < 80; presses++) {
		await page.keyboard.press('Tab');
		if (await target.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`The focus never came to ${String(target)}.`);
}

test('the whole way goes by the keyboard alone', async ({ page, application, appServer }) => {
	await page.goto(connectLink(application, { scope: SCOPE }));
	await tabTo(page, page.locator('#continue-button'));
	await page.keyboard.press('Enter');
	await expect(heading(page)).toHaveText('What do you drive?');
	await tabTo(page, page.locator('#brand-search'));
	await page.keyboard.type('kia');
	await tabTo(page, page.locator('button#KIA'));
	await page.keyboard.press('Enter');
	await expect(heading(page)).toContainText('Kia');
	await tabTo(page, page.locator('#username'));
	await page.keyboard.type('owner@example.com');
	await tabTo(page, page.locator('#password'));
	await page.keyboard.type('password');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/grant$/);
	await tabTo(page, permissionBox(page, 'read_odometer'));
	await page.keyboard.press('Space');
	await expect(permissionBox(page, 'read_odometer')).toBeChecked();
	await tabTo(page, page.locator('#approval-button'));
	await page.keyboard.press('Enter');
	expect((await returned(page, appServer)).has('code')).toBe(true);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('the screens on the way are accessible and fit', async ({ page, application }) => {
			test.slow();
			await page.goto(connectLink(application, { scope: SCOPE }));
			await expectFitAtEveryWidth(page);
			await passPreamble(page);
			await page.locator('#brand-search').fill('zzz');
			await expect(page.getByRole('status')).toContainText('No brand matches.');
			await expectFitAtEveryWidth(page);
			await page.locator('#brand-search').fill('');
			await expectFitAtEveryWidth(page);
			await pickBrand(page);
			await page.locator('#sign-in-button').click();
			await expect(page.locator('#username')).toBeFocused();
			await expectFitAtEveryWidth(page);
			await signIn(page, TWO_VEHICLES);
			await expectFitAtEveryWidth(page);
			for (const box of await page.locator('input[name="vehicle"]').all()) await box.uncheck();
			await allow(page);
			await expect(page.getByRole('alert')).toHaveText('Select at least one vehicle.');
			await expectFitAtEveryWidth(page);
		});

		test('the screens at the end are accessible and fit', async ({ page, application }) => {
			test.slow();
			await reachSignIn(page, connectLink(application, { scope: SCOPE }), { make: 'AUDI' });
			await signIn(page, 'smartcar@vehicle-incompatible.com');
			await expect(heading(page)).toHaveText('This vehicle cannot be connected');
			await expectFitAtEveryWidth(page);
			await page.goto(connectLink(application, { scope: SCOPE }));
			await passPreamble(page);
			await page.getByRole('button', { name: 'I don’t see my brand' }).click();
			await expectFitAtEveryWidth(page);
			await reachConsent(page, connectLink(application, { scope: SCOPE, response_type: 'none' }));
			const session = page.url();
			await deny(page);
			await expect(heading(page)).toHaveText('You are done');
			await expect(page).toHaveTitle('You are done · Step 4 of 4 · Sandbox');
			await expectFitAtEveryWidth(page);
			await page.goto(session);
			await expect(heading(page)).toContainText('This session is over');
			await expectFitAtEveryWidth(page);
			await page.goto(connectLink(application, { redirect_uri: 'http://localhost:1/elsewhere' }));
			await expect(heading(page)).toHaveText('400: Unauthorized redirect_uri');
			await expectFitAtEveryWidth(page);
		});
	});
}

test('SANDBOX — real vehicle is but a name of an app, and the band says what is true', async ({
	page,
	application
}) => {
	expect(application.name).toMatch(/^SANDBOX — real vehicle/);
	const owner = { username: '30-vehicles@smartcar.com' };
	await reachConsent(page, connectLink(application, { scope: SCOPE }), owner);
	const band = page.getByText('A rehearsal on this machine. No real vehicle, no real account.');
	await expect(band).toBeInViewport();
	await page.locator('#approval-button').scrollIntoViewIfNeeded();
	expect(await page.evaluate(() => scrollY)).toBeGreaterThan(200);
	await expect(band).toBeInViewport();
	expect(await page.getByRole('main').getByText('No real vehicle').count()).toBe(0);
});
