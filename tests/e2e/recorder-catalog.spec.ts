import { CALLS, methodForm } from '#lib/access/calls/v2-calls.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { formatScope } from '#lib/access/scope-format.ts';
import type { APIRequestContext } from '@playwright/test';
import smartcar from 'smartcar';
import { z } from 'zod';
import { VEHICLE_CALLS } from '../support/sdk/vehicle-calls.ts';
import { connectApp, pointSdkAt } from './support/connected-app.ts';
import { expect, test } from './support/test.ts';

test.beforeEach(({ baseURL }) => pointSdkAt(baseURL ?? ''));

const scopeOf = (codes: readonly string[]) =>
	formatScope(
		derive(
			[...codes].sort().map((code) => ({ code, required: false })),
			officialCatalog
		)
	);

const Signals = z.object({
	data: z.array(
		z.object({ id: z.string(), attributes: z.object({ status: z.object({ value: z.string() }) }) })
	)
});

/** The recorder of one application, as a script asks it. */
function recorderOf(request: APIRequestContext, clientId: string) {
	const path = `/sandbox/api/recording?clientId=${clientId}`;
	return {
		beginAnew: async () => expect((await request.delete(path)).status()).toBe(200),
		// The seed has one item as Required, which it stays.
		read: async () => {
			const { scope, ...recorded } = await (await request.get(path)).json();
			return { ...recorded, scope: String(scope).replaceAll('required:', '') };
		}
	};
}

test('each method of the SDK needs exactly what the item that it reads needs', async ({
	request
}) => {
	const app = await connectApp(request, {
		make: 'TESLA',
		scope: PERMISSION_NAMES,
		profile: 'simulated-phev'
	});
	const { car, clientId, accessToken, vehicleId } = app;
	const recorder = recorderOf(request, clientId);
	const used: string[] = [];
	const expectNeeded = async (
		of: string,
		codes: readonly string[],
		call: () => Promise<unknown>
	) => {
		await recorder.beginAnew();
		// What the vehicle refuses for its state is needed all the same.
		await call().catch(() => null);
		const { scope, needed } = await recorder.read();
		expect({ of, scope }).toEqual({ of, scope: scopeOf(codes) });
		used.push(...needed.map(({ code }: { code: string }) => code));
	};
	for (const [name, { call }] of Object.entries(VEHICLE_CALLS)) {
		const endpoint = CALLS.find(({ methods }) => methods.includes(methodForm(name)))?.endpoint;
		const codes = endpoint === undefined ? [] : [endpoint];
		await expectNeeded(name, codes, () => call(car));
	}
	await expectNeeded('getVehicle', ['make'], () => smartcar.getVehicle(accessToken, vehicleId));
	await expectNeeded('getSignal', ['charge-voltage'], () => car.getSignal('charge-voltage'));
	await expectNeeded('batch', ['v2-fuel', 'v2-vin'], () => car.batch(['/fuel', '/vin']));
	await expectNeeded('request', ['v2-odometer'], () => car.request('GET', 'odometer'));

	await recorder.beginAnew();
	const { data } = Signals.parse((await car.getSignals()).body);
	const told = data.filter(({ attributes }) => attributes.status.value === 'SUCCESS');
	const { scope } = await recorder.read();
	expect(scope).toBe(scopeOf(told.map(({ id }) => id)));

	// Together they need what each of them does.
	await recorder.beginAnew();
	for (const { call } of Object.values(VEHICLE_CALLS)) await call(car).catch(() => null);
	const all = await recorder.read();
	const calls = CALLS.filter(({ methods }) =>
		Object.keys(VEHICLE_CALLS).some((name) => methods.includes(methodForm(name)))
	);
	expect(all.scope).toBe(scopeOf(calls.map(({ endpoint }) => endpoint)));
	expect(used.length).toBeGreaterThan(Object.keys(VEHICLE_CALLS).length);
});

/** An event of a webhook is no call, and a vehicle’s attributes are told together. */
const CALLED = officialCatalog.items.filter(
	({ kind, path, permissions }) =>
		permissions.length > 0 && kind !== 'attribute' && !path.includes('/webhooks/')
);

for (const [how, scope] of [
	['is answered', PERMISSION_NAMES],
	['is refused', ['read_user_profile']]
] as const) {
	test(`each path of the catalog needs exactly what its item needs, also where it ${how}`, async ({
		request
	}) => {
		const app = await connectApp(request, { make: 'TESLA', scope });
		const { clientId, accessToken, vehicleId } = app;
		const recorder = recorderOf(request, clientId);
		for (const { code, path, apiVersion, permissions } of CALLED) {
			const [method = '', template = ''] = path.split(' ');
			const address = template
				.replace(/\{vehicleId\}|\{id\}/, vehicleId)
				.replace('{make}', 'tesla')
				.replace(/\{\w+\}/, 'some');
			const action = code.replace(/-v2$/, '').split('-').at(-1)?.toUpperCase();
			await recorder.beginAnew();
			await request.fetch(`/${apiVersion === 'v3' ? 'v3' : 'v2.0'}${address}`, {
				method,
				headers: { authorization: `Bearer ${accessToken}` },
				...(method !== 'GET' && { data: { action } })
			});
			const recorded = await recorder.read();
			expect({ code, scope: recorded.scope }).toEqual({ code, scope: permissions.join(' ') });
			expect(recorded.needed).toHaveLength(1);
			const refused = how === 'is refused' && !scope.some((name) => name === permissions[0]);
			expect({ code, refused: recorded.needed[0].refused }).toEqual({
				code,
				refused: Number(refused)
			});
		}
		expect(CALLED.length).toBeGreaterThan(130);
	});
}
