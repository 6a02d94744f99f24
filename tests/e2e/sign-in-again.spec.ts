import type { APIResponse, Page } from '@playwright/test';
import {
	allow,
	connectLink,
	passPreamble,
	reachConsent,
	returned,
	signIn
} from './support/connect.ts';
import { makeSecret, registerRedirectUri } from './support/credentials.ts';
import type { TestApplication } from './support/application.ts';
import type { AppServer } from './support/app-server.ts';
import { expect, test } from './support/test.ts';

const SCOPE = 'read_odometer read_vehicle_info';

/** No other test has vehicles of these brands. */
const JAVASCRIPT = { make: 'ACURA', model: 'MDX', username: 'sign-in-again@example.com' };
const PLAIN = { ...JAVASCRIPT, make: 'INFINITI', model: 'QX60' };
const MOVED = { ...JAVASCRIPT, make: 'LINCOLN', model: 'Aviator' };
type Owner = typeof MOVED;

/** An app on a server of its own: it has tokens, and calls the vehicle API with them. */
class App {
	readonly #page: Page;
	readonly #token: string;
	readonly vehicleId: string;

	private constructor(page: Page, token: string, vehicleId: string) {
		this.#page = page;
		this.#token = token;
		this.vehicleId = vehicleId;
	}

	static async connect(
		page: Page,
		application: TestApplication,
		{ appServer, owner }: { readonly appServer: AppServer; readonly owner: Owner }
	) {
		await page.goto(application.path);
		await registerRedirectUri(page, application, appServer.callback);
		const secret = await makeSecret(page, application);
		await reachConsent(page, connectLink(application, { scope: SCOPE }), owner);
		await allow(page);
		const code = (await returned(page, appServer)).get('code') ?? '';
		const exchanged = await page.request.post('/oauth/token', {
			form: {
				grant_type: 'authorization_code',
				code,
				redirect_uri: appServer.callback,
				client_id: application.clientId,
				client_secret: secret
			}
		});
		const { access_token: token } = await exchanged.json();
		const headers = { authorization: `Bearer ${token}` };
		const listed = await page.request.get('/v2.0/vehicles', { headers });
		const [vehicleId] = (await listed.json()).vehicles;
		return new App(page, token, vehicleId);
	}

	readOdometer(): Promise<APIResponse> {
		return this.#page.request.get(`/v2.0/vehicles/${this.vehicleId}/odometer`, {
			headers: { authorization: `Bearer ${this.#token}` }
		});
	}

	/** Where a refused call sends the owner, with what the app adds to it. */
	async linkForOwner({ callback }: AppServer): Promise<string> {
		const refused = await this.readOdometer();
		expect(refused.status()).toBe(400);
		const { type, code, resolution } = await refused.json();
		expect([type, code, resolution.type]).toEqual([
			'CONNECTED_SERVICES_ACCOUNT',
			'AUTHENTICATION_FAILED',
			'REAUTHENTICATE'
		]);
		const link = new URL(resolution.url);
		link.searchParams.set('redirect_uri', callback);
		link.searchParams.set('state', 'back-again');
		return link.href;
	}
}

/** On the vehicle's page, as somebody who rehearses does it. */
async function press(page: Page, { path }: TestApplication, { model }: Owner, button: RegExp) {
	await page.goto(`${path}/vehicles`);
	await page
		.getByRole('link', { name: new RegExp(model) })
		.first()
		.click();
	await page.getByRole('button', { name: button }).click();
	await expect(page.getByText(/sign in again/).first()).toBeVisible();
}

async function signInAgain(page: Page, link: string, { username }: Owner, appServer: AppServer) {
	await page.goto(link);
	await passPreamble(page);
	await signIn(page, username);
	return returned(page, appServer);
}

for (const javaScriptEnabled of [true, false]) {
	const owner = javaScriptEnabled ? JAVASCRIPT : PLAIN;
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('after a changed password the owner signs in again, and the tokens work', async ({
			page,
			application,
			appServer
		}) => {
			const app = await App.connect(page, application, { appServer, owner });
			expect((await app.readOdometer()).status()).toBe(200);
			await press(page, application, owner, /Change the brand password/);
			await page.goto(`${application.path}/connections`);
			await expect(page.locator('tbody tr')).toContainText('sign-in needed');

			const link = await app.linkForOwner(appServer);
			const answer = await signInAgain(page, link, owner, appServer);
			expect(Object.fromEntries(answer)).toEqual({
				vehicle_id: app.vehicleId,
				state: 'back-again'
			});
			expect((await app.readOdometer()).status()).toBe(200);

			await page.goto(`${application.path}/connections`);
			await expect(page.locator('tbody tr')).not.toContainText('sign-in needed');
			await page.getByRole('link', { name: new RegExp(owner.model) }).click();
			await expect(page).toHaveURL(/connection=/);
			const used = page.getByRole('listitem').filter({ hasText: 'read_odometer' });
			await expect(async () => {
				await page.reload();
				await expect(used.first()).toContainText('last used', { timeout: 500 });
			}).toPass();
			const unused = page.getByRole('listitem').filter({ hasText: 'read_vehicle_info' });
			await expect(unused.first()).toContainText('never used');
		});
	});
}

test('a brand that moved to a new platform asks every application’s owners', async ({
	page,
	application,
	otherApplication,
	appServer
}) => {
	const at = { appServer, owner: MOVED };
	const first = await App.connect(page, application, at);
	const second = await App.connect(page, otherApplication, at);
	await press(page, application, MOVED, /Move the brand/);
	const link = await first.linkForOwner(appServer);
	await signInAgain(page, link, MOVED, appServer);
	expect((await first.readOdometer()).status()).toBe(200);
	await signInAgain(page, await second.linkForOwner(appServer), MOVED, appServer);
	expect((await second.readOdometer()).status()).toBe(200);
});
