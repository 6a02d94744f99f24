import { disconnect } from '#lib/server/connect/disconnect.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { deleteVehicle } from '#lib/server/fleet/delete-vehicle.ts';
import type { Call } from '#lib/server/programs/call.ts';
import type { Fault } from '#lib/server/programs/endpoint.ts';
import { answerProgram } from '#lib/server/programs/pipeline.ts';
import { orderItem } from '#lib/server/programs/v2/order-item.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { useStorage } from '../../../support/storage.ts';
import { newV3Client, type V3Client } from '../../../support/v3.ts';
import { vehicleNow } from '../../../support/vehicles.ts';

const storage = useStorage();

let client: V3Client;
let target: { readonly connectionId: string; readonly vehicleId: string };
beforeEach(async () => {
	client = await newV3Client(storage.context, { scope: 'control_security' });
	const rows = await storage.context.read(({ db }) => db.select().from(connections));
	const row = rows.find(({ vehicleId }) => vehicleId === client.vehicleIds[0]);
	if (!row) throw new TypeError('Nothing is connected');
	target = { connectionId: row.id, vehicleId: row.vehicleId };
});

const envelope = {
	id: '5f0c4e57-3a66-4d0e-9c41-2b7c9d0f6a11',
	address: '192.0.2.7',
	origin: 'http://127.0.0.1:3000'
};

/** Unlocks by API v3; something else happens once that was allowed, and before it is done. */
async function unlockV3(meanwhile: () => Promise<unknown>) {
	const [told = ''] = client.vehicleIds;
	const pathname = `/v3/vehicles/${told}/commands/security/unlock`;
	const headers = new Headers({
		authorization: `Bearer ${client.machine}`,
		'sc-user-id': client.userId
	});
	const request: Call['request'] = {
		method: 'POST',
		url: pathname,
		headers,
		bytes: () => Promise.resolve(new Uint8Array())
	};
	const asked = { context: storage.context, envelope, request, pathname };
	const fault: Fault = async (_call, answer) => {
		await meanwhile();
		return answer();
	};
	const answer = await answerProgram(asked, { fault: (call) => ({ call, fault }) });
	return typeof answer === 'object' && 'body' in answer ? answer : null;
}

async function unlockV2(meanwhile: () => Promise<unknown>) {
	const item = officialCatalog.item('security-unlock-v2');
	if (!item) throw new TypeError('There is no such item');
	await meanwhile();
	const sent = { ok: true, value: { action: 'UNLOCK' } } as const;
	return orderItem({ context: storage.context, envelope }, item, target, sent);
}

const deleted = () => deleteVehicle(storage.context, target.vehicleId);
const ended = () => disconnect(storage.context, client.clientId, target.connectionId);
const isLocked = async () =>
	(await vehicleNow(storage.context, target.vehicleId)).life.state.lock.locked;

describe.each([
	['v2', unlockV2, { deleted: 'VEHICLE_MISSING', ended: '"PERMISSION"' }],
	['v3', unlockV3, { deleted: 'VEHICLE_MISSING', ended: '"PERMISSION"' }]
] as const)('a command of %s that was allowed', (_api, unlock, says) => {
	it('is done', async () => {
		expect(await unlock(() => Promise.resolve())).toMatchObject({ status: 200 });
		expect(await isLocked()).toBe(false);
	});

	it('says that the vehicle is missing, where that was deleted meanwhile', async () => {
		const answer = await unlock(deleted);
		expect(answer).toMatchObject({ status: 400, body: expect.stringContaining(says.deleted) });
		expect(await isLocked()).toBe(true);
	});

	it('is not done where its connection ended meanwhile', async () => {
		const answer = await unlock(ended);
		expect(answer?.status).toBe(403);
		expect(answer?.body).toContain(says.ended);
		expect(await isLocked()).toBe(true);
	});
});
