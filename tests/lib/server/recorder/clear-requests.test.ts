import type { Context } from '#lib/server/context.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { clearRequests } from '#lib/server/recorder/clear-requests.ts';
import { readRecording } from '#lib/server/recorder/recording.ts';
import { beforeEach, expect, it } from 'vitest';
import { v2Client, type V2Client } from '../../../support/api-v2.ts';
import { record, recorded } from '../../../support/recorded.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let client: V2Client;
let other: V2Client;

const ask = ({ access, vehicleId }: V2Client) =>
	askFromWithin(context, '192.0.2.7', `/v2.0/vehicles/${vehicleId}/battery`, {
		headers: { authorization: `Bearer ${access}` }
	});
const whose = async () => (await recorded(context)).map(({ clientId }) => clientId);

beforeEach(async () => {
	context = storage.context;
	client = await v2Client(context, 'TESLA', ['read_battery']);
	other = await v2Client(context, 'TESLA', ['read_battery']);
	record(context);
	await ask(client);
	await ask(other);
	await askFromWithin(context, '192.0.2.7', '/v2.0/user', {});
});

it('forgets those of one application, with what waits, and nothing that was counted', async () => {
	expect(await clearRequests(context, client.clientId)).toBe(1);
	expect(await whose()).toEqual(expect.arrayContaining([other.clientId, null]));
	expect(await whose()).toHaveLength(2);
	const { uses } = (await readRecording(context, client.clientId)) ?? {};
	expect(uses).toMatchObject([{ calls: 1 }]);
	expect(await clearRequests(context, client.clientId)).toBe(0);
});

it('forgets those of nobody', async () => {
	expect(await clearRequests(context, null)).toBe(1);
	expect(await whose()).toEqual([client.clientId, other.clientId]);
});
