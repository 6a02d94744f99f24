import { deleteApplication } from '#lib/server/applications/applications.ts';
import { changeClientId } from '#lib/server/applications/client-ids.ts';
import { disconnect, endConnections } from '#lib/server/connect/disconnect.ts';
import type { Context, Transaction } from '#lib/server/context.ts';
import { consents } from '#lib/server/db/consent-schema.ts';
import { applications, formerClientIds } from '#lib/server/db/schema.ts';
import { getTableColumns } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	allow,
	connect,
	newApplication,
	publishItems,
	signInBy
} from '../../../support/connect.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { listConsents } from '../../../support/list-consents.ts';
import { reasonOf } from '../../../support/reason.ts';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let clientId = '';
beforeEach(async () => {
	context = storage.context;
	clientId = await newApplication(context);
});

const recorded = () => listConsents(context);
const ONE = { vehicles: [0] };

describe('a consent', () => {
	it('says who was asked what of which vehicles, in which language, and what was granted', async () => {
		await publishItems(context, clientId, 'tractionbattery-stateofcharge!', 'vin');
		await connect(context, clientId, { scope: '' }, { ticked: 'read_battery' });
		const held = await listConnections(context, clientId);
		const [one, ...others] = await recorded();
		expect(others).toEqual([]);
		expect(one).toMatchObject({
			clientId,
			appName: 'Charge Planner',
			accountId: held[0]?.account.id,
			mode: 'simulated',
			asked: [
				{ name: 'read_battery', required: true },
				{ name: 'read_vin', required: false }
			],
			granted: ['read_battery'],
			version: 1,
			language: 'en',
			kind: 'granted',
			by: 'owner',
			at: REHEARSED_START
		});
		expect(one?.vehicleIds.toSorted()).toEqual(held.map(({ vehicle }) => vehicle.id).toSorted());
	});

	it('comes to those of before, whatever it says', async () => {
		await connect(context, clientId, {}, ONE);
		const [first] = await recorded();
		context = storage.at(START + 1000);
		const again = { approval_prompt: 'force', scope: 'read_vin', mode: 'live' };
		await connect(context, clientId, again, ONE);
		await connect(context, clientId, {}, ONE);
		const [kept, ...since] = await recorded();
		expect(kept).toEqual(first);
		expect(since).toMatchObject([
			{ granted: ['read_vin'], mode: 'live', version: null, at: REHEARSED_START + 1000 },
			{ granted: ['read_battery', 'read_odometer'], mode: 'simulated' }
		]);
	});

	it('is not there where nothing was granted', async () => {
		const { traveller } = await signInBy(context, clientId, { scope: 'required:read_vin' });
		expect(await allow(context, traveller, { ticked: '' })).toMatchObject({ kind: 'refused' });
		expect(await recorded()).toEqual([]);
	});

	it('ends by one that says who ended it', async () => {
		await connect(context, clientId, {}, ONE);
		const [connection] = await listConnections(context, clientId);
		context = storage.at(START + 1000);
		await disconnect(context, clientId, connection?.id ?? '');
		await disconnect(context, clientId, connection?.id ?? '');
		const [granted, revoked, ...others] = await recorded();
		expect(others).toEqual([]);
		expect(revoked).toEqual({
			...granted,
			id: expect.any(Number),
			granted: [],
			language: null,
			kind: 'revoked',
			by: 'operator',
			at: REHEARSED_START + 1000
		});
	});

	it('names the owner, where one ended it', async () => {
		await connect(context, clientId, {}, ONE);
		await context.write((transaction) =>
			endConnections(transaction, clientId, { which: undefined, by: 'owner', ownerId: 'sam' })
		);
		const [granted, revoked] = await recorded();
		expect(granted).toMatchObject({ by: 'owner', ownerId: null });
		expect(revoked).toMatchObject({ kind: 'revoked', by: 'owner', ownerId: 'sam' });
	});

	it('goes along with the client id, and goes with the application', async () => {
		const given = '3c6b8e2a-9d41-4f7a-8b1e-5a2f0c7d9e11';
		await connect(context, clientId, {}, ONE);
		const before = await recorded();
		await changeClientId(context, clientId, given);
		expect(await recorded()).toEqual(before.map((one) => ({ ...one, clientId: given })));
		await deleteApplication(context, given, 'Charge Planner');
		expect(await recorded()).toEqual([]);
	});
});

const UNTOUCHED = /A consent is never changed/;

describe('a recorded consent', () => {
	const GIVEN = '8e7d6c5b-4a39-4281-9706-f5e4d3c2b1a0';
	const OTHER_VALUES: Readonly<Record<string, unknown>> = {
		...{
			id: 99,
			clientId: GIVEN,
			appName: 'Fleet',
			accountId: 'other',
			mode: 'live',
			version: 7,
			language: 'de'
		},
		...{ kind: 'narrowed', by: 'app', ownerId: 'somebody', at: 1 },
		...{ vehicleIds: ['other'], asked: [], granted: [] }
	};
	const refused = (work: (transaction: Transaction) => Promise<unknown>) =>
		expect(context.write(work)).rejects.toSatisfy((error) => UNTOUCHED.test(reasonOf(error)));
	beforeEach(() => connect(context, clientId, {}, ONE));

	it.each(Object.keys(getTableColumns(consents)))(
		'is untouchable in its %s, alone or together with its client id',
		async (column) => {
			expect(Object.keys(OTHER_VALUES)).toContain(column);
			const change = { [column]: OTHER_VALUES[column] };
			await refused(({ db }) => db.update(consents).set(change).returning());
			if (column === 'clientId') return;
			await refused(async ({ db }) => {
				await db.update(applications).set({ clientId: GIVEN });
				await db
					.insert(formerClientIds)
					.values({ formerId: clientId, clientId: GIVEN, madeHere: true, changedAt: 1 });
				await db.update(consents).set({ clientId: GIVEN, ...change });
			});
		}
	);

	it('moves to no other application', async () => {
		const fleet = await newApplication(context, 'Fleet');
		await refused(({ db }) => db.update(consents).set({ clientId: fleet }).returning());
	});

	it('is not deleted while the application exists', async () => {
		await expect(context.write(({ db }) => db.delete(consents).returning())).rejects.toSatisfy(
			(error) => /A consent is only deleted with its application/.test(reasonOf(error))
		);
	});
});
