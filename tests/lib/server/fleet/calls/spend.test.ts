import { spendCall } from '#lib/server/fleet/calls/spend.ts';
import { tallyCalls } from '#lib/server/fleet/calls/tally.ts';
import { beforeEach, expect, it } from 'vitest';
import { insertConnection } from '../../../../support/connections.ts';
import { newApplication } from '../../../../support/connect.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
let clientId: string;

beforeEach(async () => {
	clientId = await newApplication(storage.context);
	await insertConnection(storage.context, { id: 'one', clientId });
});

const spend = (limit: number, month = '2026-12') =>
	spendCall(storage.context, { clientId, vehicleId: 'vehicle-of-one', month }, limit);

it('gives out as many calls as there are, however many ask at once', async () => {
	const spent = await Promise.all(Array.from({ length: 12 }, () => spend(5)));
	expect(spent.filter(Boolean)).toHaveLength(5);
	expect(await tallyCalls(storage.context, clientId)).toEqual({ vehicles: 1, most: 5 });
});

it('gives out none of none, and notes none', async () => {
	expect(await spend(0)).toBe(false);
	expect(await tallyCalls(storage.context, clientId)).toEqual({ vehicles: 0, most: 0 });
});

it('gives out more once there are more, or another month begins', async () => {
	expect([await spend(1), await spend(1)]).toEqual([true, false]);
	expect(await spend(1, '2027-01')).toBe(true);
	expect([await spend(2), await spend(2)]).toEqual([true, false]);
});
