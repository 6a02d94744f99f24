import { FAULT_HEADER } from '#lib/faults/asked.ts';
import type { Context } from '#lib/server/context.ts';
import { addRule, listRules, removeRules, type NewRule } from '#lib/server/faults/rules.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTwoNodes } from '../../../support/two-nodes.ts';
import { newV3Client, type V3Client } from '../../../support/v3.ts';

const { one, other, heard } = useTwoNodes();
let client: V3Client;
beforeEach(async () => {
	client = await newV3Client(one(), { scope: 'read_odometer' });
	// From here on both have what they need to answer at once.
	for (const context of [one(), other(), one(), other()]) expect(await ask(context)).toBe(200);
});

async function ask(context: Context, fault?: string): Promise<number> {
	const settings = { ...context.settings, rateLimits: false };
	const headers = {
		authorization: `Bearer ${client.user}`,
		...(fault !== undefined && { [FAULT_HEADER]: fault })
	};
	const path = `/v2.0/vehicles/${client.vehicleIds[0]}/odometer`;
	return (await askFromWithin({ ...context, settings }, '192.0.2.7', path, { headers })).status;
}

const rule = (facts: Partial<NewRule>): NewRule => ({
	...{ clientId: null, vehicleId: null, path: null, amount: null, times: null, isOn: true },
	...{ fault: 'VEHICLE_STATE:ASLEEP', ...facts }
});

describe('a rule that one server was given', () => {
	it('acts at the next call of another, and no more once that took it away', async () => {
		await addRule(one(), rule({}));
		await heard();
		expect([await ask(other()), await ask(one())]).toEqual([409, 409]);
		await removeRules(other(), null);
		await heard();
		expect([await ask(one()), await ask(other())]).toEqual([200, 200]);
	});

	it('is for n calls over both, however many ask at once', async () => {
		await addRule(one(), rule({ times: 7 }));
		await heard();
		const asked = Array.from({ length: 24 }, (_, call) => ask(call % 2 === 0 ? one() : other()));
		const statuses = await Promise.all(asked);
		expect(statuses.filter((status) => status === 409)).toHaveLength(7);
		expect(statuses.filter((status) => status === 200)).toHaveLength(17);
		expect(await listRules(other(), null)).toMatchObject([{ used: 7 }]);
	});
});
