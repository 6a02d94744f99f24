import type { Page } from '@playwright/test';
import { startAppServer } from './support/app-server.ts';
import {
	allow,
	connectLink,
	deny,
	passPreamble,
	pickBrand,
	reachConsent,
	reachSignIn,
	returned,
	SESSION,
	signIn
} from './support/connect.ts';
import { makeSecret, registerRedirectUri } from './support/credentials.ts';
import { expect, test } from './support/test.ts';

const SCOPE = 'required:read_odometer read_location';

// A wrong account is answered with 422, what cannot be trusted with 400.
test.use({ provoked: /status of (400|422)/ });

test.beforeEach(async ({ page, application, appServer }) => {
	await registerRedirectUri(page, application, appServer.callback);
});

type End = readonly [walk: (page: Page) => Promise<void>, answer: Readonly<Record<string, string>>];

async function signInAs(page: Page, username: string): Promise<void> {
	await passPreamble(page);
	await pickBrand(page, 'AUDI');
	await signIn(page, username);
}

const ENDS: readonly End[] = [
	[
		async (page) => {
			await signInAs(page, 'owner@example.com');
			await deny(page);
		},
		{ error: 'access_denied', error_description: 'User denied access to application.' }
	],
	[
		async (page) => {
			await passPreamble(page);
			await page.getByRole('button', { name: 'I don’t see my brand' }).click();
			await page.getByRole('button', { name: 'Back to the app' }).click();
		},
		{
			error: 'vehicle_incompatible',
			error_description: "The user's vehicle is not compatible."
		}
	],
	[
		async (page) => {
			await signInAs(page, 'smartcar@vehicle-incompatible.com');
			await page.getByRole('checkbox').check();
			await page.getByRole('button', { name: 'Back to the app' }).click();
		},
		{
			error: 'vehicle_incompatible',
			error_description: "The user's vehicle is not compatible.",
			vin: '0SCAUDI012FE3B132',
			make: 'AUDI',
			year: '2019',
			model: 'e-tron'
		}
	],
	[
		(page) => signInAs(page, 'smartcar@invalid-subscription.com'),
		{
			error: 'invalid_subscription',
			error_description: 'User does not have an active connected vehicle subscription'
		}
	],
	[
		(page) => signInAs(page, '0-vehicles@smartcar.com'),
		{
			error: 'no_vehicles',
			error_description: 'No vehicles found. Please add vehicles to your account and try again.'
		}
	],
	[
		async (page) => {
			await page.goto(`${page.url()}/grant`);
		},
		{
			error: 'configuration_error',
			error_description: 'Connect was used in a way that it does not allow.',
			status_code: '400',
			error_message: 'The grant screen was opened before the screens that lead to it.'
		}
	],
	[
		(page) => signInAs(page, 'server-error@smartcar.com'),
		{
			error: 'server_error',
			error_description: 'Unexpected server error. Please try again.'
		}
	],
	[
		(page) => page.getByRole('button', { name: 'Back to the app' }).click(),
		{
			error: 'user_manually_returned_to_application',
			error_description: 'The user exited Connect before granting your application access'
		}
	]
];

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const [walk, answer] of ENDS) {
		const extra = 'vin' in answer ? ', with the facts of the vehicle' : '';
		test(`a session ends with ${answer.error}${extra}`, async ({
			page,
			application,
			appServer
		}) => {
			await page.goto(connectLink(application, { scope: SCOPE, state: 's-1' }));
			await walk(page);
			const sent = Object.fromEntries(await returned(page, appServer));
			expect(sent).toEqual({ ...answer, state: 's-1' });
		});
	}
});

test('a simulated VIN in live mode is a wrong use of Connect', async ({
	page,
	application,
	appServer
}) => {
	const vin = { single_select: 'true', single_select_vin: '0SCAUDI037A5ADB1C' };
	await page.goto(connectLink(application, { scope: SCOPE, mode: 'live', ...vin }));
	expect(Object.fromEntries(await returned(page, appServer))).toMatchObject({
		error: 'configuration_error',
		error_message:
			'You have entered a test mode VIN. Please enter a VIN that belongs to a real vehicle.'
	});
});

test('what cannot be trusted never redirects', async ({ page, application }) => {
	for (const [link, words] of [
		[
			connectLink(application, { redirect_uri: 'http://localhost:1/elsewhere' }),
			'400: Unauthorized redirect_uri'
		],
		[
			'/oauth/authorize?response_type=code&client_id=nobody',
			'400: Invalid parameter client_id: nobody.'
		],
		['/oauth/authorize', '400: Missing required parameter: "client_id"'],
		[
			`/oauth/authorize?client_id=${application.clientId}`,
			'400: Missing required parameter: "response_type"'
		]
	] as const) {
		const response = await page.goto(link);
		expect(response?.status(), link).toBe(400);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(words);
	}
});

test('every page that ends Connect has a way out, and names the request', async ({
	page,
	application,
	appServer
}) => {
	const { callback, origin } = appServer;
	appServer.serve(
		'/',
		'text/html',
		'<!doctype html><title>App</title><link rel="icon" href="data:,">'
	);
	await registerRedirectUri(page, application, 'https://app.example.com/callback');
	const main = page.getByRole('main');
	const named = (name: string) => page.getByRole('link', { name });
	const back = named(`Back to ${new URL(callback).host}`);

	// Of what is registered one alone is likely to be meant, and of that only what differs is wrong.
	await page.goto(connectLink(application, { redirect_uri: `${callback}s` }));
	await expect(page.getByRole('banner')).toContainText(application.name);
	await expect(page.locator('mark')).toHaveText(['s', '‸']);
	await expect(main).toContainText('https://app.example.com/callback');
	await expect(back).toHaveCount(0);
	await expect(main).toContainText(/Request [\da-f-]{36}/);
	await named('Open the redirect URIs').click();
	await expect(page).toHaveURL(/\/credentials\?uri=/);

	await page.goto(connectLink(application, { scope: 'read_nothing', state: 's-1' }));
	await back.click();
	expect((await returned(page, appServer)).get('error')).toBe('invalid_scope');

	await page.goto('/oauth/authorize?response_type=code&client_id=nobody');
	await named('Open the dashboard').click();
	await expect(page).toHaveURL('/');

	await reachConsent(page, connectLink(application, { scope: SCOPE }));
	const session = page.url();
	await allow(page);
	await returned(page, appServer);
	await page.goto(session);
	await expect(page.getByRole('banner')).toContainText(application.name);
	await expect(main).toContainText(/Request [\da-f-]{36}/);
	await back.click();
	await expect(page).toHaveURL(`${origin}/`);
});

for (const form of ['reauthenticate', 'authorize'] as const) {
	test(`an owner signs in again by /oauth/${form}, and tokens go on working`, async ({
		page,
		application,
		appServer
	}) => {
		const secret = await makeSecret(page, application);
		await reachConsent(page, connectLink(application, { scope: SCOPE }));
		const ours = new URL(page.url()).origin;
		await allow(page);
		const tokens = await page.request.post(`${ours}/oauth/token`, {
			headers: { authorization: `Basic ${btoa(`${application.clientId}:${secret}`)}` },
			form: {
				grant_type: 'authorization_code',
				code: (await returned(page, appServer)).get('code') ?? ''
			}
		});
		const { access_token } = await tokens.json();
		const listVehicles = () =>
			page.request.get(`${ours}/v2.0/vehicles`, {
				headers: { authorization: `Bearer ${access_token}` }
			});
		const [vehicleId] = (await (await listVehicles()).json()).vehicles;
		const query = new URLSearchParams({
			client_id: application.clientId,
			redirect_uri: appServer.callback,
			state: 's-2',
			...(form === 'authorize'
				? { response_type: vehicleId }
				: { response_type: 'vehicle_id', vehicle_id: vehicleId })
		});
		await page.goto(`/oauth/${form}?${query}`);
		await passPreamble(page);
		await expect(page).toHaveURL(/\/login$/);
		await signIn(page, 'somebody@example.com');
		await expect(page.locator('#username')).toHaveAccessibleDescription(
			'This account does not hold the vehicle. Sign in with the one that does.'
		);
		await signIn(page);
		const answer = Object.fromEntries(await returned(page, appServer));
		expect(answer).toEqual({ vehicle_id: vehicleId, state: 's-2' });
		expect((await listVehicles()).status()).toBe(200);
	});
}

test('the policy lets the last redirect go to the app alone', async ({
	page,
	application,
	appServer
}) => {
	const scheme = `sc${application.clientId}`;
	await registerRedirectUri(page, application, `${scheme}://callback`);
	await registerRedirectUri(page, application, 'https://app.example.com/callback');
	for (const [redirect_uri, source] of [
		[appServer.callback, `${appServer.origin} http://localhost:* http://127.0.0.1:*`],
		['https://app.example.com/callback', 'https://app.example.com'],
		[`${scheme}://callback`, `${scheme}:`]
	] as const) {
		await reachSignIn(page, connectLink(application, { scope: SCOPE, redirect_uri }));
		const response = await page.goto(page.url());
		expect(response?.headers()['content-security-policy']).toContain(
			`form-action 'self' ${source};`
		);
	}
	await expect(page).toHaveURL(SESSION);
});

test('an app under development may send the owner on to another port', async ({
	page,
	application,
	appServer,
	allowedOrigins
}) => {
	const frontend = await startAppServer();
	allowedOrigins.add(frontend.origin);
	try {
		appServer.sendOn('/callback', `${frontend.origin}/callback`);
		await reachConsent(page, connectLink(application, { scope: SCOPE }));
		await allow(page);
		await expect(page).toHaveURL(`${frontend.origin}/callback`);
	} finally {
		await frontend.close();
	}
});
