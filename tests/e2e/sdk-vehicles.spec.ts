import smartcar from 'smartcar';
import { connectApp, pointSdkAt } from './support/connected-app.ts';
import { expect, test } from './support/test.ts';

const UUID = /^[0-9a-f-]{36}$/;
const DONE = { status: 'success', message: 'Successfully sent request to vehicle' };
const NUMBER = expect.any(Number);

test.beforeEach(({ baseURL }) => pointSdkAt(baseURL ?? ''));

const required = (...names: readonly string[]) => names.map((name) => `required:${name}`);

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
	const { vehicleId: id, car } = await connectApp(request, {
		make: 'CHEVROLET',
		scope: required(...VOLT)
	});
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
	const scope = required(
		'control_charge',
		'control_security',
		'read_security',
		'control_navigation',
		'read_service_history',
		'read_odometer'
	);
	const { car } = await connectApp(request, { make: 'FORD', scope });
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

	const kia = await connectApp(request, {
		make: 'KIA',
		scope: required('read_charge', 'control_charge')
	});
	expect(await kia.car.getChargeLimit()).toMatchObject({ limit: 0.8 });
	expect(await kia.car.setChargeLimit(0.9)).toMatchObject(DONE);
});

test('the Node SDK is refused in the words of API v2', async ({ request }) => {
	const { car, vehicleId: id } = await connectApp(request, {
		make: 'CHEVROLET',
		scope: required('read_odometer')
	});
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
