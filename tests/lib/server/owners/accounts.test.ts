import type { Context } from '#lib/server/context.ts';
import { consents } from '#lib/server/db/consent-schema.ts';
import { owners, ownerSessions, signInCodes, mails } from '#lib/server/db/owner-schema.ts';
import { connectSessions } from '#lib/server/db/session-schema.ts';
import { vehicleAccounts } from '#lib/server/db/vehicle-schema.ts';
import {
	linkAccount,
	listAccounts,
	MAX_ACCOUNTS,
	unlinkAccount
} from '#lib/server/owners/accounts.ts';
import { RECENT } from '#lib/owners/owner-session.ts';
import { asOwner } from '#lib/server/owners/actor.ts';
import { listSessions } from '#lib/server/owners/sessions.ts';
import { deleteOwnerData } from '#lib/server/owners/delete-data.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, newApplication, OWNER } from '../../../support/connect.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { ownerContext, SAM } from '../../../support/owners.ts';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
let context: Context;
let sam: Context;
beforeEach(async () => {
	context = storage.context;
	sam = await ownerContext(context);
});

const KEY = { make: 'CHEVROLET', username: OWNER };
const linked = async (owner: Context) => (await listAccounts(owner)).map(({ id }) => id);

describe('a car account', () => {
	it('is linked with its vehicles, and belongs to no application and to no session', async () => {
		const { accountId } = await link(sam);
		expect(await listAccounts(sam)).toEqual([
			{ id: accountId, ...KEY, vehicles: 2, linkedAt: REHEARSED_START }
		]);
		expect(await context.read(({ db }) => db.$count(connectSessions))).toBe(0);
	});

	it('is the one that apps were connected with before', async () => {
		const clientId = await newApplication(context);
		await connect(context, clientId);
		const [connection] = await listConnections(context, clientId);
		expect((await link(sam)).accountId).toBe(connection?.account.id);
	});

	it('is linked once, however often and by whatever letters', async () => {
		const { accountId } = await link(sam);
		const again = await linkAccount(sam, { ...KEY, username: OWNER.toUpperCase() });
		expect(again).toEqual({ ok: true, accountId });
		await Promise.all(Array.from({ length: 10 }, () => linkAccount(sam, KEY)));
		expect(await linked(sam)).toEqual([accountId]);
	});

	it('may be one of several, and shared by two owners, of whom one can leave', async () => {
		const eve = await ownerContext(context, { address: 'eve@example.org', browser: 'another' });
		const { accountId } = await link(sam);
		const second = await link(sam, { make: 'TESLA', username: 'sam' });
		await link(eve);
		expect(await linked(sam)).toHaveLength(2);
		expect(await linked(eve)).toEqual([accountId]);
		expect(await unlinkAccount(eve, second.accountId)).toBe(false);
		expect(await unlinkAccount(eve, accountId)).toBe(true);
		expect(await unlinkAccount(eve, accountId)).toBe(false);
		expect(await linked(eve)).toEqual([]);
		expect(await linked(sam)).toHaveLength(2);
	});

	it.each([
		[{ make: 'TRABANT', username: 'sam' }, 'brand-unknown'],
		[{ make: 'TESLA', username: 'server-error@smartcar.com' }, 'brand-refuses'],
		[{ make: 'TESLA', username: 'smartcar@invalid-subscription.com' }, 'brand-refuses']
	])('of %j is refused: %s', async (key, code) => {
		expect(await linkAccount(sam, key)).toMatchObject({ ok: false, kind: 'refused', code });
		expect(await context.read(({ db }) => db.$count(vehicleAccounts))).toBe(0);
	});

	it.each([
		['0-vehicles@smartcar.com', 0],
		['smartcar@vehicle-incompatible.com', 1]
	])('of %s is linked with %d vehicles', async (username, vehicles) => {
		await link(sam, { make: 'AUDI', username });
		expect(await listAccounts(sam)).toMatchObject([{ vehicles }]);
	});

	it(`is refused after ${MAX_ACCOUNTS} others, but for one that is linked`, async () => {
		for (let count = 0; count < MAX_ACCOUNTS; count += 1) {
			await link(sam, { make: 'TESLA', username: `sam${count}` });
		}
		expect(await linkAccount(sam, KEY)).toMatchObject({ code: 'too-many', data: { most: 50 } });
		expect(await linkAccount(sam, { make: 'TESLA', username: 'sam7' })).toMatchObject({ ok: true });
	});
});

it('an owner’s data goes, and what apps were allowed stays', async () => {
	const clientId = await newApplication(context);
	await connect(context, clientId);
	const eve = await ownerContext(context, { address: 'eve@example.org', browser: 'another' });
	await link(sam);
	await link(eve);
	await deleteAll(sam);
	const left = await context.read(async ({ db }) => ({
		owners: await db.select({ address: owners.address }).from(owners),
		sessions: await db.$count(ownerSessions),
		codes: await db.select({ address: signInCodes.address }).from(signInCodes),
		mails: await db.select({ to: mails.to }).from(mails),
		consents: await db.$count(consents)
	}));
	const address = 'eve@example.org';
	expect(left).toEqual({
		...{ owners: [{ address }], sessions: 1, codes: [{ address }], mails: [{ to: address }] },
		consents: 1
	});
	expect(await linked(sam)).toEqual([]);
	expect(await linked(eve)).toHaveLength(1);
	expect(await listConnections(context, clientId)).toHaveLength(2);
});

it('an owner’s data goes by a recent sign-in of theirs alone', async () => {
	const eve = await ownerContext(context, { address: 'eve@example.org', browser: 'another' });
	const [foreign] = await listSessions(eve);
	const [mine] = await listSessions(sam);
	const late = asOwner(storage.at(START + RECENT), { id: sam.actor.id, address: SAM });
	for (const [owner, id] of [
		[late, mine?.id],
		[sam, foreign?.id],
		[sam, '']
	] as const) {
		expect(await deleteOwnerData(owner, id ?? '')).toMatchObject({ code: 'sign-in-old' });
	}
	expect(await context.read(({ db }) => db.$count(owners))).toBe(2);
});

it('who deleted their data in another tab links nothing more', async () => {
	await deleteAll(sam);
	expect(await linkAccount(sam, KEY)).toMatchObject({ ok: false, code: 'owner-gone' });
	expect(await context.read(({ db }) => db.$count(vehicleAccounts))).toBe(0);
});

async function link(owner: Context, key = KEY) {
	const outcome = await linkAccount(owner, key);
	if (!outcome.ok) throw new Error(outcome.code);
	return outcome;
}

/** By the sign-in that they have just begun. */
async function deleteAll(owner: Context) {
	const [session] = await listSessions(owner);
	expect(await deleteOwnerData(owner, session?.id ?? '')).toEqual({ ok: true });
}
