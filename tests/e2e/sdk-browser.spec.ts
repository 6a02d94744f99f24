import type { Page } from '@playwright/test';
import { openPopUp, outcomeOf, redirectUriOf, STATE, type Outcome } from './support/browser-sdk.ts';
import {
	allow,
	deny,
	passPreamble,
	permissionBox,
	pickBrand,
	signIn,
	TWO_VEHICLES
} from './support/connect.ts';
import { makeSecret, registerRedirectUri } from './support/credentials.ts';
import { expect, test } from './support/test.ts';

async function goToSignIn(popUp: Page): Promise<void> {
	await passPreamble(popUp);
	await pickBrand(popUp, 'AUDI');
}

test.beforeEach(async ({ page, application, appServer, baseURL }) => {
	await registerRedirectUri(page, application, redirectUriOf(baseURL ?? '', appServer));
});

test('the pop-up brings a code to onComplete, with the state as it was', async ({
	page,
	application,
	appServer
}) => {
	const secret = await makeSecret(page, application);
	const ours = new URL(page.url()).origin;
	const { popUp, redirectUri } = await openPopUp(page, application, appServer, {
		options: { externalId: 'fleet-7' }
	});
	await goToSignIn(popUp);
	await signIn(popUp);
	const closed = popUp.waitForEvent('close');
	await allow(popUp);
	await closed;
	const { code, ...outcome } = await outcomeOf(page);
	expect(outcome).toEqual({
		error: null,
		state: STATE,
		virtualKeyUrl: null,
		userId: expect.stringMatching(/^[0-9a-f-]{36}$/),
		externalId: 'fleet-7'
	});
	const answer = await page.request.post(`${ours}/oauth/token`, {
		headers: { authorization: `Basic ${btoa(`${application.clientId}:${secret}`)}` },
		form: { grant_type: 'authorization_code', code: code ?? '', redirect_uri: redirectUri }
	});
	expect(answer.status()).toBe(200);
	expect(Object.keys(await answer.json()).toSorted()).toEqual([
		'access_token',
		'expires_in',
		'refresh_token',
		'token_type'
	]);
});

test('what the dialog asks for reaches the owner', async ({ page, application, appServer }) => {
	const { popUp } = await openPopUp(page, application, appServer, {
		dialog: { vehicleInfo: { make: 'TESLA' }, singleSelect: true, forcePrompt: true, user: 'u-1' }
	});
	await passPreamble(popUp);
	await expect(popUp.getByRole('heading', { level: 1 })).toContainText('Tesla');
	await signIn(popUp, TWO_VEHICLES);
	await expect(popUp.getByRole('radio')).toHaveCount(2);
	await permissionBox(popUp, 'read_location').uncheck();
	await allow(popUp);
	expect(await outcomeOf(page)).toMatchObject({
		error: null,
		virtualKeyUrl: 'https://www.tesla.com/_ak/smartcar.com'
	});
});

type End = readonly [
	name: string,
	walk: (popUp: Page) => Promise<void>,
	error: Partial<Outcome['error']>
];

const ENDS: readonly End[] = [
	[
		'Deny gives AccessDenied',
		async (popUp) => {
			await goToSignIn(popUp);
			await signIn(popUp);
			await deny(popUp);
		},
		{ kind: 'AccessDenied', message: 'User denied access to application.' }
	],
	[
		'an account without a subscription gives InvalidSubscription',
		async (popUp) => {
			await goToSignIn(popUp);
			await signIn(popUp, 'smartcar@invalid-subscription.com');
		},
		{
			kind: 'InvalidSubscription',
			message: 'User does not have an active connected vehicle subscription'
		}
	],
	[
		'an incompatible vehicle gives VehicleIncompatible, without its facts',
		async (popUp) => {
			await goToSignIn(popUp);
			await signIn(popUp, 'smartcar@vehicle-incompatible.com');
			await expect(popUp.getByRole('checkbox')).not.toBeChecked();
			await popUp.getByRole('button', { name: 'Back to the app' }).click();
		},
		{
			kind: 'VehicleIncompatible',
			message: "The user's vehicle is not compatible.",
			vehicleInfo: null
		}
	],
	[
		'an incompatible vehicle gives its facts where the owner shares them',
		async (popUp) => {
			await goToSignIn(popUp);
			await signIn(popUp, 'smartcar@vehicle-incompatible.com');
			await popUp.getByRole('checkbox', { name: /^Tell .* the VIN/ }).check();
			await popUp.getByRole('button', { name: 'Back to the app' }).click();
		},
		{
			kind: 'VehicleIncompatible',
			vehicleInfo: { vin: '0SCAUDI012FE3B132', make: 'AUDI', model: 'e-tron', year: 2019 }
		}
	],
	[
		'an account without vehicles gives a plain error',
		async (popUp) => {
			await goToSignIn(popUp);
			await signIn(popUp, '0-vehicles@smartcar.com');
		},
		{
			kind: 'Error',
			message:
				'Unexpected error: no_vehicles - No vehicles found. Please add vehicles to your account and try again.'
		}
	],
	[
		'jumping to the consent screen gives a plain error',
		async (popUp) => {
			await popUp.waitForURL(/\/oauth\/authorize\/[0-9a-f-]{36}$/);
			await popUp.evaluate(() => location.assign(`${location.pathname}/grant`));
		},
		{
			kind: 'Error',
			message:
				'Unexpected error: configuration_error - Connect was used in a way that it does not allow.'
		}
	],
	[
		'a fault of the server gives a plain error',
		async (popUp) => {
			await goToSignIn(popUp);
			await signIn(popUp, 'server-error@smartcar.com');
		},
		{
			kind: 'Error',
			message: 'Unexpected error: server_error - Unexpected server error. Please try again.'
		}
	],
	[
		'turning back gives a plain error',
		async (popUp) => {
			await passPreamble(popUp);
			await popUp.getByRole('button', { name: 'Back to the app' }).click();
		},
		{
			kind: 'Error',
			message:
				'Unexpected error: user_manually_returned_to_application - The user exited Connect before granting your application access'
		}
	]
];

for (const [name, walk, error] of ENDS) {
	test(name, async ({ page, application, appServer }) => {
		const { popUp } = await openPopUp(page, application, appServer);
		await walk(popUp);
		expect(await outcomeOf(page)).toMatchObject({ error, code: null, state: STATE });
	});
}

test('without a redirect URI our last page reports to the app', async ({
	page,
	application,
	appServer
}) => {
	const { popUp } = await openPopUp(page, application, appServer, {
		redirectUri: null,
		options: { responseType: 'none' }
	});
	await goToSignIn(popUp);
	await signIn(popUp);
	await allow(popUp);
	await expect(popUp.getByRole('heading', { name: 'You are done' })).toBeVisible();
	expect(await outcomeOf(page)).toMatchObject({
		error: null,
		code: null,
		state: STATE,
		userId: expect.stringMatching(/^[0-9a-f-]{36}$/)
	});
});

test('our last page reports that the owner denied access', async ({
	page,
	application,
	appServer
}) => {
	const { popUp } = await openPopUp(page, application, appServer, {
		redirectUri: null,
		options: { responseType: 'none' }
	});
	await goToSignIn(popUp);
	await signIn(popUp);
	await deny(popUp);
	await expect(popUp.getByText(/^Nothing was shared with/)).toBeVisible();
	expect(await outcomeOf(page)).toMatchObject({
		error: { kind: 'AccessDenied', message: 'User denied access to application.' },
		userId: null
	});
});
