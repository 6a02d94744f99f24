import { randomBytes } from 'node:crypto';
import {
	allow,
	connectLink,
	consentForm,
	deny,
	LOST,
	reachConsent,
	reachSignIn,
	returned,
	signIn,
	TWO_VEHICLES
} from './support/connect.ts';
import { registerRedirectUri } from './support/credentials.ts';
import { expect, test } from './support/test.ts';

const SCOPE = 'required:read_odometer read_location';
const HOUR = 3600;

// A session that cannot go on is answered with 400.
test.use({ provoked: /status of 400/ });

test.beforeEach(async ({ page, application, appServer }) => {
	await registerRedirectUri(page, application, appServer.callback);
});

test('who planted the cookie of a browser cannot go on once its owner signed in', async ({
	page,
	context,
	browser,
	baseURL,
	application,
	appServer
}) => {
	// Any other port of the host can do so over http.
	const planted = {
		name: 'connect',
		value: randomBytes(32).toString('base64url'),
		url: baseURL ?? ''
	};
	const planter = await browser.newContext();
	for (const each of [context, planter]) await each.addCookies([planted]);
	const other = await planter.newPage();

	await reachSignIn(page, connectLink(application, { scope: SCOPE, state: 's-1' }));
	expect((await other.goto(page.url()))?.status(), 'it is one browser until then').toBe(200);
	await signIn(page);
	await page.locator('#approval-button').waitFor();

	expect((await other.goto(page.url()))?.status()).toBe(400);
	await expect(other.getByRole('heading', { level: 1 })).toHaveText(LOST);
	const send = await consentForm(page);
	const refused = await send(planter.request);
	expect(refused.status()).toBe(400);
	expect(await refused.text()).toContain(LOST);
	expect(refused.headers()).not.toHaveProperty('location');

	expect((await send()).status(), 'the owner allows').toBe(303);
	expect((await send(planter.request)).status(), 'no second code').toBe(400);
	await allow(page);
	const answer = await returned(page, appServer);
	expect([answer.get('state'), answer.has('code')]).toEqual(['s-1', true]);
	await planter.close();
});

test('each sign-in gives a cookie for its session alone, which goes by itself', async ({
	page,
	context,
	application
}) => {
	const given = async () => {
		const cookies = await context.cookies(page.url());
		return cookies.filter(({ name }) => name === 'connect_sign_in');
	};
	await reachSignIn(page, connectLink(application, { scope: SCOPE }));
	expect(await given()).toEqual([]);
	await signIn(page);
	await page.locator('#approval-button').waitFor();
	const [cookie] = await given();
	expect(cookie).toMatchObject({
		path: new URL(page.url()).pathname.replace(/\/grant$/, ''),
		httpOnly: true,
		sameSite: 'Lax',
		secure: false
	});
	const seconds = (cookie?.expires ?? 0) - Date.now() / 1000;
	expect(seconds).toBeGreaterThan(0);
	expect(seconds).toBeLessThanOrEqual(HOUR);

	await reachConsent(page, connectLink(application, { scope: SCOPE }));
	const [second] = await given();
	expect(second?.value).not.toBe(cookie?.value);
	expect(await given()).toHaveLength(1);
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a double press on Sign in leads on', async ({ page, application, appServer }) => {
			await reachSignIn(page, connectLink(application, { scope: SCOPE }));
			await page.locator('#username').fill('owner@example.com');
			await page.locator('#password').fill('password');
			await page.locator('#sign-in-button').dblclick();
			await page.locator('#approval-button').waitFor();
			await allow(page);
			expect((await returned(page, appServer)).has('code')).toBe(true);
		});

		test('an owner who goes back signs in as another, and decides as that one', async ({
			page,
			application,
			appServer
		}) => {
			await reachConsent(page, connectLink(application, { scope: SCOPE }));
			await page.goBack();
			await signIn(page, TWO_VEHICLES);
			await expect(page.getByRole('group', { name: 'Which vehicles' })).toBeVisible();
			await page.goBack();
			await page.goForward();
			await deny(page);
			expect((await returned(page, appServer)).get('error')).toBe('access_denied');
		});
	});
}
