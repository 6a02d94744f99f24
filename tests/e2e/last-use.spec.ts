import { randomUUID } from 'node:crypto';
import smartcar from 'smartcar';
import { ENTRY } from '../support/seeds.ts';
import { expect, test } from './support/test.ts';

const [REDIRECT_URI = ''] = ENTRY.redirectUris;

test('what was used just before the server stopped is known when it starts again', async ({
	page,
	request,
	ownServer
}) => {
	const { origin } = ownServer;
	process.env.SMARTCAR_API_ORIGIN = origin;
	process.env.SMARTCAR_AUTH_ORIGIN = origin;
	const { clientId, clientSecret } = { ...ENTRY, clientId: randomUUID() };
	await request.post(`${origin}/sandbox/api/seed`, {
		data: { applications: [{ ...ENTRY, clientId }] }
	});
	const link = {
		clientId,
		redirectUri: REDIRECT_URI,
		login: { make: 'TESLA', username: 'owner@example.com' }
	};
	const authorized = await request.post(`${origin}/sandbox/api/authorize`, { data: link });
	const { code } = await authorized.json();
	const client = new smartcar.AuthClient({ clientId, clientSecret, redirectUri: REDIRECT_URI });
	const { accessToken } = await client.exchangeCode(String(code));
	const [vehicleId = ''] = (await smartcar.getVehicles(accessToken)).vehicles;
	const read = await request.get(`${origin}/v2.0/vehicles/${vehicleId}/odometer`, {
		headers: { authorization: `Bearer ${accessToken}` }
	});
	expect(read.status()).toBe(200);

	await ownServer.stop();
	await ownServer.start();
	await page.goto(`${origin}/apps/${clientId}/settings`);
	await expect(
		page.getByText('1 vehicle was called this month, none more often than 1 time.')
	).toBeVisible();
	await page.goto(`${origin}/apps/${clientId}/connections`);
	await page.getByRole('link', { name: /^Tesla/ }).click();
	const granted = (name: string) => page.getByRole('listitem').filter({ hasText: name }).first();
	await expect(granted('read_odometer')).toContainText('last used');
	await expect(granted('read_battery')).toContainText('never used');
});
