import type { APIRequestContext } from '@playwright/test';
import { z } from 'zod';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/test.ts';

const REDIRECT = 'http://localhost:8000/callback';
const SECRET = 'a-secret-for-requests';

interface Program {
	readonly clientId: string;
	readonly token: string;
	readonly vehicleId: string;
}

/** An application of its own, whose owner granted the odometer, and nothing else. */
async function newProgram(request: APIRequestContext): Promise<Program> {
	const clientId = crypto.randomUUID();
	const post = async (path: string, data: unknown): Promise<unknown> => {
		const answer = await request.post(path, { data });
		expect(answer.ok(), await answer.text()).toBe(true);
		return answer.json();
	};
	const selection = { version: 1, items: [{ code: 'odometer-traveleddistance' }] };
	const facts = { name: 'Inspected', clientSecret: SECRET, redirectUris: [REDIRECT] };
	await post('/sandbox/api/seed', {
		applications: [{ ...facts, clientId, selection, publish: true }]
	});
	const login = { make: 'TESLA', username: `${clientId}@owner.example` };
	const consent = await post('/sandbox/api/authorize', { clientId, login });
	const { code } = z.object({ code: z.string() }).parse(consent);
	const form = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT };
	const exchanged = await request.post('/oauth/token', {
		form: { ...form, client_id: clientId, client_secret: SECRET, audience: 'x' }
	});
	const tokens = z.object({ access_token: z.string() }).parse(await exchanged.json());
	const token = tokens.access_token;
	const reached = await request.get('/v2.0/vehicles', {
		headers: { authorization: `Bearer ${token}` }
	});
	const { vehicles } = z.object({ vehicles: z.array(z.string()) }).parse(await reached.json());
	return { clientId, token, vehicleId: vehicles[0] ?? '' };
}

test('a refused request is found, understood and copied', async ({ page, request, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const { clientId, token, vehicleId } = await newProgram(request);
	const ask = (path: string) =>
		request.get(`/v3/vehicles/${vehicleId}/signals/${path}`, {
			headers: { authorization: `Bearer ${token}`, 'x-run': '7' }
		});
	await ask('tractionbattery-stateofcharge');
	await page.goto(`/apps/${clientId}/requests`);
	await expect(page.getByRole('status').filter({ hasText: 'New ones appear' })).toBeVisible();
	const rows = page.getByRole('link', { name: /^(Open|Close) (GET|POST)/ });
	await expect(rows).toHaveCount(3);

	// What it was refused for comes first, with the ways out of it.
	await rows.first().focus();
	await page.keyboard.press('Enter');
	const refusal = page.getByText('read_battery is missing.');
	await expect(refusal).toBeVisible();
	await expect(page.getByRole('link', { name: /on Vehicle Access$/ })).toHaveAttribute(
		'href',
		/open=tractionbattery-stateofcharge/
	);
	const asked = page.getByRole('region', { name: 'Request', exact: true });
	await expect(asked.getByRole('definition').filter({ hasText: 'nobody read' })).toHaveText(/^7/);
	await expect(asked).toContainText(/Bearer .{4}···· \(\d+ characters\)/);
	expect(await page.content()).not.toContain(token);
	await expectAccessible(page);

	// New ones wait while one is read.
	await ask('odometer-traveleddistance');
	await expect(page.getByRole('link', { name: '1 new' })).toBeVisible();
	await expect(rows).toHaveCount(3);
	await page.keyboard.press('c');
	await expect
		.poll(() => page.evaluate(() => navigator.clipboard.readText()))
		.toContain('-H "authorization: Bearer $TOKEN"');
	await page.keyboard.press('Escape');
	await expect(refusal).toBeHidden();

	// And come by themselves when none is.
	await ask('odometer-traveleddistance');
	await expect(rows).toHaveCount(5);
	await rows.first().focus();
	await page.keyboard.press('ArrowDown');
	await expect(rows.nth(1)).toBeFocused();
	await page.getByRole('combobox', { name: 'Permission' }).selectOption('read_battery');
	await expect(page).toHaveURL(/permission=read_battery/);
	await expect(rows).toHaveCount(1);
	await page.getByRole('link', { name: /^Failed/ }).click();
	await expect(page.getByText('No request is like that.')).toBeVisible();

	// What is cleared is asked for first, and told; what comes later is listed as ever.
	await page.getByRole('link', { name: 'Show all of them' }).click();
	await expect(page.getByRole('combobox', { name: 'Permission' })).toHaveValue('');
	await page.getByText('Clear…').click();
	await expect(page.getByText('Forgets all 5 requests listed here')).toBeVisible();
	await page.getByRole('button', { name: 'Clear them' }).click();
	await expect(page.getByRole('heading', { name: 'No requests yet' })).toBeVisible();
	await expect(page.locator('#main').getByText('The requests are cleared.')).toBeVisible();
	await ask('odometer-traveleddistance');
	await expect(rows).toHaveCount(1);
	await page.goto(`/apps/${clientId}/recorder`);
	await expect(page.getByRole('region', { name: /^Your calls need/ })).toContainText('4 calls');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('requests are opened, filtered and read again', async ({ page, request }) => {
		const { clientId } = await newProgram(request);
		await page.goto(`/apps/${clientId}/requests`);
		const rows = page.getByRole('link', { name: /^(Open|Close) (GET|POST)/ });
		await expect(rows).toHaveCount(2);
		await page.getByRole('link', { name: /^Open POST/ }).click();
		const asked = page.getByRole('region', { name: 'Request', exact: true });
		await expect(asked).toContainText('authorization_code');
		await expect(asked.getByRole('definition').filter({ hasText: 'nobody read' })).toHaveText(/^x/);
		expect(await page.content()).not.toContain(SECRET);
		await page.getByRole('searchbox', { name: 'Find a request' }).fill('/oauth/token');
		await page.getByRole('button', { name: 'Show' }).click();
		await expect(rows).toHaveCount(1);
		await page.getByRole('link', { name: 'Refresh' }).click();
		await expect(rows).toHaveCount(1);
		await page.getByText('Clear…').click();
		await page.getByRole('button', { name: 'Clear them' }).click();
		await expect(page.getByRole('heading', { name: 'No requests yet' })).toBeVisible();
	});
});
