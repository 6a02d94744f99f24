import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { randomUUID } from 'node:crypto';
import smartcar from 'smartcar';
import { callAccount, callManagement, callV3, callVehicle } from '../support/sdk/calls.ts';
import { VEHICLE_CALLS } from '../support/sdk/vehicle-calls.ts';
import { startUsersReceiver } from '../support/rehearsed-receiver.ts';
import { connectApp, pointSdkAt } from './support/connected-app.ts';
import { makeManagementToken } from './support/management-token.ts';
import { expect, test } from './support/test.ts';

const PUBLISHED = { id: 'tst2e255-d3c8-4f90-9fec-e6e68b98e9cb', token: 'test-data-token' };

test.beforeEach(({ baseURL }) => pointSdkAt(baseURL ?? ''));

test('every method of the Node SDK is among those that are called here', () => {
	const methods = (of: object) =>
		Object.getOwnPropertyNames(of).filter((name) => name !== 'constructor');
	expect(methods(smartcar.Vehicle.prototype).sort()).toEqual(
		[
			...Object.keys(VEHICLE_CALLS),
			...['batch', 'request', 'getSignals', 'getSignal', 'subscribe', 'unsubscribe', 'disconnect']
		].sort()
	);
	expect(methods(smartcar.AuthClient.prototype)).toEqual([
		'getAuthUrl',
		'exchangeCode',
		'exchangeRefreshToken'
	]);
	const asked = [
		...['AuthClient', 'Vehicle', 'getUser', 'getVehicles', 'getVehicle', 'getCompatibility'],
		...['getCompatibilityMatrix', 'getConnections', 'deleteConnections']
	];
	// These ask nobody.
	const local = [
		'SmartcarError',
		'setApiVersion',
		'getApiVersion',
		'hashChallenge',
		'verifyPayload'
	];
	expect(Object.keys(smartcar).sort()).toEqual([...asked, ...local].sort());
});

test('each answers with the fields and in the units that apps read', async ({
	request,
	baseURL
}) => {
	const wanted = { make: 'TESLA', scope: PERMISSION_NAMES, profile: 'simulated-phev' };
	const app = await connectApp(request, wanted);
	const { car, vehicleId, clientId, clientSecret, redirectUri } = app;
	const data = { event: 'plug-in', kind: 'AC' };
	await request.post(`/sandbox/api/vehicles/${app.simulated}/events`, { data });
	await callVehicle(vehicleId, app.accessToken);
	await callV3(vehicleId, app.accessToken, false);
	await callAccount(app.accessToken, app);

	const client = new smartcar.AuthClient({ clientId, clientSecret, redirectUri });
	const { accessToken, refreshToken } = await client.exchangeRefreshToken(app.refreshToken);
	expect([accessToken.length, refreshToken.length]).toEqual([36, 36]);
	await callV3(vehicleId, accessToken, false);

	await expect(car.subscribe('webhookID')).rejects.toMatchObject({ type: 'VALIDATION' });
	const managementToken = await makeManagementToken(request, clientId, baseURL ?? '');
	await expect(car.unsubscribe(managementToken, 'webhookID')).rejects.toMatchObject({
		type: 'VALIDATION'
	});
	await callManagement(managementToken, vehicleId);
	const other = await connectApp(request, wanted);
	expect(await other.car.disconnect()).toMatchObject({ status: 'success' });
	await expect(other.car.odometer()).rejects.toMatchObject({ statusCode: 403 });
});

test('subscribes a car to a webhook, whose receiver verifies and reads by the SDK', async ({
	request
}) => {
	const token = randomUUID();
	const receiver = await startUsersReceiver(token);
	const wanted = { make: 'TESLA', scope: ['read_battery'], profile: 'tesla-model-3' };
	const { car, clientId, vehicleId } = await connectApp(request, wanted);
	const code = 'tractionbattery-stateofcharge';
	const data = {
		...{ clientId, callbackUri: receiver.uri, autoSubscribe: true, managementToken: token },
		...{ triggers: [code], signals: [code] }
	};
	const made = await request.post('/sandbox/api/webhooks', { data });
	expect(made.status(), await made.text()).toBe(200);
	const { id } = (await made.json()) as { id: string };
	expect(await car.subscribe(id)).toMatchObject({ webhookId: id, vehicleId });
	await expect.poll(() => receiver.taken.length).toBe(1);
	expect(receiver.taken[0]).toMatchObject({
		triggers: [{ type: 'FIRST_DELIVERY' }],
		data: { vehicle: { id: vehicleId }, signals: [{ code, status: { value: 'SUCCESS' } }] }
	});
	expect(await car.unsubscribe(token, id)).toMatchObject({ status: 'success' });
	await receiver.close();
});

test('its calls of v3 read the published pair as in 2025, and another vehicle by the switch', async ({
	page,
	request
}) => {
	await callV3(PUBLISHED.id, PUBLISHED.token, true);
	const app = await connectApp(request, {
		make: 'TESLA',
		scope: ['read_vehicle_info', 'read_odometer']
	});
	await callV3(app.vehicleId, app.accessToken, false);
	await page.goto(`/apps/${app.clientId}/settings`);
	await page.getByRole('radio', { name: /^2025/ }).check();
	await page.getByRole('button', { name: 'Save form of answers' }).click();
	await expect(page.getByText('Saved.')).toBeVisible();
	await callV3(app.vehicleId, app.accessToken, true);
});
