import type { Page } from '@playwright/test';
import {
	allow,
	connectLink,
	consentForm,
	deny,
	LOST,
	passPreamble,
	permissionBox,
	pickBrand,
	reachConsent,
	returned,
	signIn,
	TWO_VEHICLES
} from './support/connect.ts';
import { makeSecret, registerRedirectUri } from './support/credentials.ts';
import { expect, test } from './support/test.ts';

const SCOPE = 'required:read_odometer read_location';

// A session that cannot go on is answered with 400.
test.use({ provoked: /status of 400/ });

test.beforeEach(async ({ page, application, appServer }) => {
	await registerRedirectUri(page, application, appServer.callback);
});

test('two tabs keep their own sessions', async ({ page, context, application, appServer }) => {
	const other = await context.newPage();
	const tabs = [
		{ tab: page, state: 's-1', make: 'KIA' },
		{ tab: other, state: 's-2', make: 'FORD' }
	];
	for (const { tab, state } of tabs) {
		await tab.goto(connectLink(application, { scope: SCOPE, state }));
	}
	for (const { tab } of tabs) await passPreamble(tab);
	for (const { tab, make } of tabs) await pickBrand(tab, make);
	for (const { tab } of tabs) await signIn(tab, TWO_VEHICLES);
	for (const { tab, make } of tabs) {
		await expect(tab.getByRole('group', { name: 'Which vehicles' })).toContainText(make, {
			ignoreCase: true
		});
	}
	for (const { tab, state } of tabs.reverse()) {
		await allow(tab);
		expect((await returned(tab, appServer)).get('state')).toBe(state);
	}
});

test('owners who are shown the same each have a form and a vehicle of their own, and read what is so by now', async ({
	page,
	browser,
	application,
	appServer
}) => {
	const link = connectLink(application, { scope: SCOPE });
	const other = await browser.newPage();
	await reachConsent(page, link, { username: 'one@example.com' });
	await reachConsent(other, link, { username: 'other@example.com' });
	const shown = async (owner: Page) => {
		const html = await (await owner.request.get(owner.url())).text();
		const parts = [
			/name="token" value="([^"]{43})"/,
			/name="vehicle" value="([^"]{36})"/,
			/>(\w{17})</
		];
		const own = parts.map((form) => form.exec(html)?.[1] ?? '');
		return { own, rest: own.reduce((text, part) => text.replaceAll(part, ''), html) };
	};
	const [mine, theirs] = [await shown(page), await shown(other)];
	expect(theirs.rest).toBe(mine.rest);
	expect(new Set([...mine.own, ...theirs.own, '']).size, 'found, and nobody else’s').toBe(7);

	const settings = await page.context().newPage();
	await settings.goto(`${application.path}/settings`);
	await settings.getByRole('switch', { name: 'Optional permissions start unticked' }).check();
	await settings.getByRole('button', { name: 'Save sandbox' }).click();
	await expect(settings.getByText('Saved.')).toBeVisible();
	for (const owner of [page, other]) {
		await expect(permissionBox(owner, 'read_location')).toBeChecked();
		await owner.reload();
		await expect(permissionBox(owner, 'read_location')).not.toBeChecked();
	}
	await allow(page);
	expect((await returned(page, appServer)).has('code')).toBe(true);
	await deny(other);
	expect((await returned(other, appServer)).get('error')).toBe('access_denied');
	await other.close();
});

test('another browser cannot go on with a session', async ({ page, browser, application }) => {
	await reachConsent(page, connectLink(application, { scope: SCOPE }));
	const send = await consentForm(page);
	const stranger = await browser.newPage();
	const response = await stranger.goto(page.url());
	expect(response?.status()).toBe(400);
	await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(LOST);
	await stranger.close();
	const cookies = await page.context().cookies();
	await page.context().clearCookies();
	const refused = await send();
	expect(refused.status()).toBe(400);
	expect(await refused.text()).toContain(LOST);
	await page.context().addCookies(cookies);
	expect((await send()).status()).toBe(303);
});

test('after its end a session takes no step', async ({ page, application, appServer }) => {
	await reachConsent(page, connectLink(application, { scope: SCOPE }));
	const send = await consentForm(page);
	const address = page.url();
	await deny(page);
	expect((await returned(page, appServer)).get('error')).toBe('access_denied');
	const late = await send();
	expect(late.status()).toBe(400);
	expect(await late.text()).toContain(LOST);
	await page.goto(address);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(LOST);
	await page.goto(`${application.path}/connections`);
	await expect(page.getByRole('heading', { name: 'No vehicle is connected yet' })).toBeVisible();
});

test('a double press on Allow grants once, and leaves one code', async ({
	page,
	application,
	appServer
}) => {
	const secret = await makeSecret(page, application);
	const owner = { username: '1-vehicles@smartcar.com' };
	await reachConsent(page, connectLink(application, { scope: SCOPE }), owner);
	const ours = new URL(page.url()).origin;
	const send = await consentForm(page);
	const answers = [await send(), await send()];
	const statuses: number[] = [];
	for (const answer of answers) {
		expect(answer.status()).toBe(303);
		const { searchParams } = new URL(answer.headers().location ?? '');
		const exchanged = await page.request.post(`${ours}/oauth/token`, {
			headers: { authorization: `Basic ${btoa(`${application.clientId}:${secret}`)}` },
			form: { grant_type: 'authorization_code', code: searchParams.get('code') ?? '' }
		});
		statuses.push(exchanged.status());
	}
	expect(statuses, 'a browser follows the last answer').toEqual([400, 200]);
	await page.goto(`${application.path}/connections`);
	await expect(page.locator('tbody tr')).toHaveCount(1);

	await reachConsent(page, connectLink(application, { scope: SCOPE, approval_prompt: 'force' }));
	await page.locator('#approval-button').dblclick();
	expect((await returned(page, appServer)).has('code')).toBe(true);
	await allowedSessions(page, application.path, 2);
});

/** One for each link that was opened, however often its button was pressed. */
async function allowedSessions(page: Page, path: string, number: number): Promise<void> {
	await page.goto(`${path}/sessions`);
	await expect(page.getByRole('table', { name: 'How sessions end' })).toContainText(
		new RegExp(`Granted\\s*${number}`)
	);
}

test('an owner who picks another brand signs in to it before the consent screen', async ({
	page,
	application
}) => {
	await reachConsent(page, connectLink(application, { scope: SCOPE }));
	const consent = page.url();
	await page.goto(consent.replace(/grant$/, 'brand'));
	await pickBrand(page, 'AUDI');
	await page.goto(consent);
	await expect(page).toHaveURL(/\/login$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Audi');
});

test('who presses nothing for long is asked, and keeps what was chosen', async ({
	page,
	application,
	appServer
}) => {
	await page.clock.install();
	await reachConsent(page, connectLink(application, { scope: SCOPE }));
	await permissionBox(page, 'read_location').uncheck();
	const alert = page.getByRole('alert');
	await expect(alert).toBeHidden();
	// As if the last step were nine and a half minutes ago.
	await page.route('**/time', (route) =>
		route.request().method() === 'GET' ? route.fulfill({ body: '30000' }) : route.continue()
	);
	await page.clock.fastForward(60_000);
	await expect(alert).toContainText('In less than a minute this ends');
	await expect(alert).toBeInViewport();
	await alert.getByRole('button', { name: 'I need more time' }).click();
	await expect(alert).toBeHidden();
	await expect(permissionBox(page, 'read_location')).not.toBeChecked();
	await allow(page);
	expect((await returned(page, appServer)).has('code')).toBe(true);
});
