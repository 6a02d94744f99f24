import type { APIRequestContext } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import smartcar from 'smartcar';
import { ENTRY } from '../support/seeds.ts';
import { expect, test } from './support/test.ts';

const UUID = /^[0-9a-f-]{36}$/;
const DONE = { status: 'success', message: 'Successfully sent request to vehicle' };
const [REDIRECT_URI = ''] = ENTRY.redirectUris;
const NUMBER = expect.any(Number);

test.beforeEach(({ baseURL }) => {
	for (const name of ['API', 'AUTH', 'API_V3', 'MANAGEMENT_API']) {
		process.env[`SMARTCAR_${name}_ORIGIN`] = baseURL ?? '';
	}
});

/** Takes an owner through Connect without a browser. */
async function connect(request: APIRequestContext, make: string, scope: readonly string[]) {
	const { clientSecret } = ENTRY;
	const clientId = randomUUID();
	await request.post('/sandbox/api/seed', { data: { applications: [{ ...ENTRY, clientId }] } });
	const required = scope.map((name) => `required:${name}`).join(' ');
	const login = { make, username: `${randomUUID()}@email.com` };
	const answer = await request.post('/sandbox/api/authorize', {
		data: { clientId, scope: required, login }
	});
	const { code }: { code: string } = await answer.json();
	const client = new smartcar.AuthClient({ clientId, clientSecret, redirectUri: REDIRECT_URI });
	const { accessToken } = await client.exchangeCode(code);
	const { vehicles } = await smartcar.getVehicles(accessToken);
	const [id = ''] = vehicles;
	return { id, clientId, clientSecret, accessToken, car: new smartcar.Vehicle(id, accessToken) };
}

const VOLT = [
	'read_vehicle_info',
	'read_location',
	'read_odometer',
	'control_security',
	'read_vin',
	'read_fuel',
	'read_battery',
	'read_charge',
	'read_engine_oil',
	'read_tires',
	'read_user_profile',
	'read_diagnostics'
];

test('the Node SDK reads a Volt by each of its methods', async ({ request }) => {
	const { id, car } = await connect(request, 'CHEVROLET', VOLT);
	expect(await car.attributes()).toMatchObject({
		id,
		make: 'CHEVROLET',
		model: 'Volt',
		year: NUMBER
	});
	expect((await car.vin()).vin).toMatch(/^.{17}$/);
	const { permissions, paging } = await car.permissions();
	expect([...permissions].sort()).toEqual([...VOLT].sort());
	expect(paging).toEqual({ count: 12, offset: 0 });

	const read = {
		charge: [await car.charge(), { isPluggedIn: false, state: 'NOT_CHARGING' }],
		battery: [await car.battery(), { percentRemaining: NUMBER, range: NUMBER }],
		batteryCapacity: [await car.batteryCapacity(), { capacity: NUMBER }],
		nominalCapacity: [
			await car.nominalCapacity(),
			{
				availableCapacities: expect.any(Array),
				capacity: { nominal: NUMBER, source: 'SMARTCAR' },
				url: null
			}
		],
		fuel: [await car.fuel(), { range: NUMBER, percentRemaining: NUMBER, amountRemaining: NUMBER }],
		tires: [
			await car.tirePressure(),
			{ frontLeft: NUMBER, frontRight: NUMBER, backLeft: NUMBER, backRight: NUMBER }
		],
		oil: [await car.engineOil(), { lifeRemaining: NUMBER }],
		odometer: [await car.odometer(), { distance: NUMBER }],
		location: [await car.location(), { latitude: NUMBER, longitude: NUMBER }],
		systems: [await car.diagnosticSystemStatus(), { systems: expect.any(Array) }],
		codes: [await car.diagnosticTroubleCodes(), { activeCodes: expect.any(Array) }]
	} as const;
	for (const [name, [{ meta, ...body }, fields]] of Object.entries(read)) {
		expect(body, name).toEqual(fields);
		expect(meta, name).toMatchObject({
			unitSystem: 'metric',
			requestId: expect.stringMatching(UUID)
		});
		expect(Date.now() - (meta.dataAge?.getTime() ?? 0), name).toBeGreaterThan(0);
	}
});

test('the Node SDK commands a Ford and a Kia, and batches', async ({ request }) => {
	const { car } = await connect(request, 'FORD', [
		'control_charge',
		'control_security',
		'read_security',
		'control_navigation',
		'read_service_history',
		'read_odometer'
	]);
	// One after the other: a Ford comes with its cable in.
	expect(await car.lock()).toMatchObject(DONE);
	expect(await car.unlock()).toMatchObject(DONE);
	expect(await car.startCharge()).toMatchObject(DONE);
	expect(await car.stopCharge()).toMatchObject(DONE);
	await expect(car.stopCharge()).rejects.toMatchObject({
		type: 'VEHICLE_STATE',
		code: 'NOT_CHARGING',
		statusCode: 409
	});
	expect(await car.sendDestination(52.5, 13.4)).toMatchObject(DONE);
	const history = await car.serviceHistory();
	expect(Array.isArray(history.data)).toBe(true);
	const KEYS = ['isLocked', 'doors', 'windows', 'sunroof', 'storage', 'chargingPort'];
	expect(Object.keys(await car.lockStatus()).filter((key) => key !== 'meta')).toEqual(KEYS);
	const batch = await car.batch(['/security', '/odometer', '/vin']);
	expect(Object.keys(Object(batch.lockStatus?.()))).toEqual(expect.arrayContaining(KEYS));
	expect(batch.odometer?.()).toMatchObject({ distance: NUMBER });
	expect(() => batch.vin?.()).toThrow(/PERMISSION/);

	const imperial = await car.request('GET', 'odometer', undefined, {
		'sc-unit-system': 'imperial'
	});
	expect(imperial).toMatchObject({
		body: { distance: NUMBER },
		meta: { unitSystem: 'imperial' }
	});
	const answered = await car.request('POST', 'batch', { requests: [{ path: '/odometer' }] });
	expect(answered.body).toMatchObject({
		responses: [
			{
				path: '/odometer',
				code: 200,
				headers: { 'sc-unit-system': 'metric', 'sc-data-age': expect.any(String) },
				body: { distance: NUMBER }
			}
		]
	});

	const kia = await connect(request, 'KIA', ['read_charge', 'control_charge']);
	expect(await kia.car.getChargeLimit()).toMatchObject({ limit: 0.8 });
	expect(await kia.car.setChargeLimit(0.9)).toMatchObject(DONE);
});

test('the Node SDK is refused in the words of API v2', async ({ request }) => {
	const { car, id } = await connect(request, 'CHEVROLET', ['read_odometer']);
	await expect(car.location()).rejects.toMatchObject({
		type: 'PERMISSION',
		message: expect.stringMatching(/^PERMISSION:null - /),
		statusCode: 403,
		resolution: { type: 'REAUTHENTICATE' }
	});
	await expect(car.subscribe('webhookID')).rejects.toMatchObject({
		type: 'VALIDATION',
		message: expect.stringMatching(/^VALIDATION:null - /),
		statusCode: 400
	});
	const unauthorized = {
		type: 'AUTHENTICATION',
		message: expect.stringMatching(/^AUTHENTICATION:null - /),
		statusCode: 401,
		docURL: expect.stringMatching(/authentication-errors#null$/)
	};
	await expect(car.unsubscribe('amt', 'webhookID')).rejects.toMatchObject(unauthorized);
	await expect(new smartcar.Vehicle(id, 'wrong').odometer()).rejects.toMatchObject(unauthorized);
	expect(await car.disconnect()).toMatchObject({ status: 'success' });
	await expect(car.odometer()).rejects.toMatchObject({ statusCode: 403, type: 'PERMISSION' });
});

test('the Node SDK asks what is compatible, and the published pair of API v3', async ({
	request
}) => {
	const { clientId, clientSecret } = await connect(request, 'NISSAN', ['read_battery']);
	const scope = ['read_odometer', 'read_location'];
	const of = (vin: string) =>
		smartcar.getCompatibility(vin, scope, null, { clientId, clientSecret });
	expect(await of('5YJXCDE22HF068739')).toMatchObject({
		compatible: true,
		capabilities: [{ capable: true }, { capable: true }]
	});
	expect(await of('WAUAFAFL1GN014882')).toMatchObject({
		compatible: true,
		capabilities: [{ capable: false }, { capable: false }]
	});
	const { NISSAN } = await smartcar.getCompatibilityMatrix('US', {
		clientId,
		clientSecret,
		make: 'NISSAN',
		type: 'BEV',
		scope: ['read_battery', 'read_charge']
	});
	expect(NISSAN).toEqual(
		expect.arrayContaining([expect.objectContaining({ type: 'BEV', model: 'Leaf' })])
	);

	const published = 'tst2e255-d3c8-4f90-9fec-e6e68b98e9cb';
	const pair = new smartcar.Vehicle(published, 'test-data-token');
	expect((await smartcar.getVehicle('test-data-token', published)).body).toMatchObject({
		id: published
	});
	expect((await pair.getSignals()).body).toMatchObject({ data: expect.any(Array) });
});
