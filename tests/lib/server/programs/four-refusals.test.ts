import { updateMonthlyLimit } from '#lib/server/applications/monthly-calls.ts';
import { changePassword } from '#lib/server/connect/brand-passwords.ts';
import type { Context } from '#lib/server/context.ts';
import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { flushCalls } from '#lib/server/fleet/calls/flush.ts';
import { tallyCalls } from '#lib/server/fleet/calls/tally.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { useStorage } from '../../../support/storage.ts';
import { newV3Client, type V3Client } from '../../../support/v3.ts';

const storage = useStorage();

let context: Context;
let client: V3Client;
let vehicleId: string;

beforeEach(async () => {
	({ context } = storage);
	// A battery alone: there is no fuel to read.
	client = await newV3Client(context, { scope: 'read_odometer read_fuel' });
	const [row] = await context.read(({ db }) => db.select({ id: vehicles.id }).from(vehicles));
	vehicleId = row?.id ?? '';
});

const ITEMS = {
	odometer: { v2: '/odometer', v3: '/signals/odometer-traveleddistance' },
	vin: { v2: '/vin', v3: '/signals/vehicleidentification-vin' },
	fuel: { v2: '/fuel', v3: '/signals/internalcombustionengine-fuellevel' }
};

async function ask(api: 'v2' | 'v3', item: keyof typeof ITEMS) {
	const [told] = client.vehicleIds;
	const path = `${api === 'v2' ? '/v2.0' : '/v3'}/vehicles/${told}${ITEMS[item][api]}`;
	const token = api === 'v2' ? client.user : client.machine;
	const headers = { authorization: `Bearer ${token}`, 'sc-user-id': client.userId };
	const response = await askFromWithin(context, '192.0.2.7', path, { headers });
	return { status: response.status, text: await response.text() };
}

const changed = () => changePassword(context, vehicleId);
const limited = () => updateMonthlyLimit(context, client.clientId, 0);

describe.each(['v2', 'v3'] as const)('a call of %s', (api) => {
	it.each([
		['is not granted', 'vin', [], 403, 'PERMISSION'],
		['cannot be done by the vehicle', 'fuel', [], 501, 'VEHICLE_NOT_CAPABLE'],
		['is beyond the plan', 'odometer', [limited], 430, 'VEHICLE_REQUEST_LIMIT'],
		['has an account that changed', 'odometer', [changed], 400, 'AUTHENTICATION_FAILED'],
		['is not granted, whatever else', 'vin', [limited, changed], 403, 'PERMISSION'],
		['is beyond the plan, and the account changed', 'fuel', [limited, changed], 430, 'BILLING'],
		['cannot be done, and the account changed', 'fuel', [changed], 400, 'AUTHENTICATION_FAILED']
	] as const)(
		'that %s is refused as that, and not counted',
		async (_why, item, acts, status, code) => {
			for (const act of acts) await act();
			const answer = await ask(api, item);
			expect(answer.status, answer.text).toBe(status);
			expect(answer.text).toContain(code);
			await flushCalls(context);
			expect(await tallyCalls(context, client.clientId)).toEqual({ vehicles: 0, most: 0 });
		}
	);

	it('works as often as the plan allows, and no more', async () => {
		await updateMonthlyLimit(context, client.clientId, 2);
		const statuses = [];
		for (let call = 0; call < 3; call++) statuses.push((await ask(api, 'odometer')).status);
		expect(statuses).toEqual([200, 200, 430]);
	});
});
