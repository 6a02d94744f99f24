import type { Context } from '#lib/server/context.ts';
import { tokenPairs } from '#lib/server/db/connect-schema.ts';
import { addRule, listRules } from '#lib/server/faults/rules.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { beforeEach, expect, it } from 'vitest';
import { v2Client, type V2Client } from '../../../support/api-v2.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let client: V2Client;
/** Reads that have a transaction of their own. */
let reads = 0;

beforeEach(async () => {
	client = await v2Client(storage.context, 'KIA', ['read_odometer']);
	reads = 0;
});

async function refresh(): Promise<number> {
	const counting: Context = {
		...storage.context,
		read: (work) => {
			reads += 1;
			return storage.context.read(work);
		}
	};
	const response = await askFromWithin(counting, '192.0.2.7', '/oauth/token', {
		method: 'POST',
		headers: { authorization: `Basic ${btoa(`${client.clientId}:${client.secret}`)}` },
		body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: client.refresh })
	});
	return response.status;
}

const rule = async (path: string) => {
	const facts = { clientId: null, vehicleId: null, amount: null, isOn: true };
	const added = await addRule(storage.context, { ...facts, path, fault: 'DROP', times: 1 });
	expect(added.ok).toBe(true);
};
const given = () => storage.context.read(({ db }) => db.$count(tokenPairs));
const used = async () => (await listRules(storage.context, null)).map((one) => one.used);

it('looks for rules in the commit that gives tokens', async () => {
	expect([await refresh(), reads]).toEqual([200, 0]);
});

it('gives no tokens where a rule acts, and then those it would have given', async () => {
	await rule('/oauth/token');
	const before = await given();
	expect(await refresh()).toBe(502);
	expect(await given()).toBe(before);
	expect(await used()).toEqual([1]);
	expect(await refresh()).toBe(200);
	expect(await given()).toBe(before + 1);
});

it('gives tokens once where rules are for others', async () => {
	await rule('/v2.0/user');
	const before = await given();
	expect(await refresh()).toBe(200);
	expect(await given()).toBe(before + 1);
	expect(await used()).toEqual([0]);
});
