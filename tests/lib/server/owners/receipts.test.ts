import { updateApplication } from '#lib/server/applications/applications.ts';
import { changeClientId } from '#lib/server/applications/client-ids.ts';
import type { Context } from '#lib/server/context.ts';
import { consents } from '#lib/server/db/consent-schema.ts';
import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { linkAccount, unlinkAccount } from '#lib/server/owners/accounts.ts';
import { findApplication } from '#lib/server/owners/reach/find-application.ts';
import { findLastReceipt, findReceipt } from '#lib/server/owners/reach/find-receipt.ts';
import { revokeApplication } from '#lib/server/owners/reach/revoke-application.ts';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { connect, newApplication, OWNER } from '../../../support/connect.ts';
import { listConsents } from '../../../support/list-consents.ts';
import { ownerContext } from '../../../support/owners.ts';
import { REHEARSED_START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
let context: Context;
let sam: Context;
let eve: Context;
let clientId: string;
/** Number of the one consent. */
let id: number;
beforeEach(async () => {
	context = storage.context;
	clientId = await newApplication(context);
	sam = await ownerContext(context);
	eve = await ownerContext(context, { address: 'eve@example.org', browser: 'another' });
	await connect(context, clientId, {}, { ticked: 'read_battery', vehicles: [0] });
	id = (await listConsents(context))[0]?.id ?? 0;
});

const link = async (owner: Context) => {
	const linked = await linkAccount(owner, { make: 'CHEVROLET', username: OWNER });
	if (!linked.ok) throw new Error(linked.code);
	return linked.accountId;
};

it('says what was given to whom, of which vehicles, and when', async () => {
	await link(sam);
	expect(await findReceipt(sam, id)).toEqual({
		id,
		kind: 'granted',
		by: 'account',
		at: REHEARSED_START,
		application: {
			name: 'Charge Planner',
			isNameOfToday: false,
			nameToday: 'Charge Planner',
			clientId,
			domain: 'localhost:3000'
		},
		account: { make: 'CHEVROLET', username: OWNER },
		vehicles: [
			{ name: expect.stringMatching(/^Chevrolet /), vin: expect.stringMatching(/^\w{17}$/) }
		],
		asked: [
			{ name: 'read_battery', required: false },
			{ name: 'read_odometer', required: false }
		],
		granted: ['read_battery'],
		version: null
	});
});

it('is only there for who has linked the account, and while they have', async () => {
	expect(await findReceipt(sam, id)).toBeNull();
	const accountId = await link(sam);
	expect(await findReceipt(sam, id)).not.toBeNull();
	expect(await findReceipt(sam, id + 1)).toBeNull();
	expect(await findReceipt(eve, id)).toBeNull();
	expect(await findLastReceipt(eve, clientId)).toBeNull();
	await unlinkAccount(sam, accountId);
	expect(await findReceipt(sam, id)).toBeNull();
	await link(sam);
	expect(await findReceipt(sam, id)).not.toBeNull();
});

it('stays as it was when access ends, of which another one tells', async () => {
	await link(sam);
	await link(eve);
	const before = await findReceipt(sam, id);
	expect(await findLastReceipt(sam, clientId)).toBe(id);
	await revokeApplication(sam, clientId);
	expect(await findReceipt(sam, id)).toEqual(before);
	const last = (await findLastReceipt(sam, clientId)) ?? 0;
	const ended = { kind: 'revoked', granted: [] };
	expect(await findReceipt(sam, last)).toEqual({ ...before, ...ended, id: last, by: 'you' });
	expect(await findReceipt(eve, last)).toMatchObject({ by: 'another' });
});

it('keeps the name that the app had, and tells the ones of today', async () => {
	await link(sam);
	const given = '3c6b8e2a-9d41-4f7a-8b1e-5a2f0c7d9e11';
	await updateApplication(context, clientId, { name: 'Trip Book', mode: 'simulated' });
	await changeClientId(context, clientId, given);
	expect((await findReceipt(sam, id))?.application).toEqual({
		name: 'Charge Planner',
		isNameOfToday: false,
		nameToday: 'Trip Book',
		clientId: given,
		domain: 'localhost:3000'
	});
});

it('says where the name of then is not known', async () => {
	await link(sam);
	const [row] = await listConsents(context);
	if (!row) throw new Error('There is no consent.');
	await context.write(({ db }) =>
		db.insert(consents).values({ ...row, id: id + 1, appName: null })
	);
	expect((await findReceipt(sam, id + 1))?.application).toMatchObject({
		name: 'Charge Planner',
		isNameOfToday: true
	});
});

it('names a vehicle that left its account', async () => {
	await link(sam);
	const before = await findReceipt(sam, id);
	await context.write(({ db }) => db.update(vehicles).set({ deletedAt: 1 }).returning());
	expect((await findReceipt(sam, id))?.vehicles).toEqual(before?.vehicles);
	expect(before?.vehicles).toHaveLength(1);
});

it.each([
	['vehicleIds', { vehicles: null, granted: ['read_battery'] }],
	['asked', { vehicles: [{}], asked: null, granted: null }],
	['granted', { vehicles: [{}], asked: null, granted: null }]
] as const)('whose %s cannot be read says all the rest', async (column, told) => {
	await link(sam);
	const whole = await findReceipt(sam, id);
	const [kept] = await context.read(({ db }) => db.select().from(consents));
	if (!kept) throw new Error('There is no consent');
	const damaged = { ...kept, id: kept.id + 1, [column]: sql`'"no list"'` };
	await context.write(({ db }) => db.insert(consents).values(damaged));
	const found = await findReceipt(sam, id + 1);
	expect(found).toMatchObject(told);
	expect(found).toMatchObject({ application: whole?.application, account: whole?.account });
	expect(await findApplication(sam, clientId)).toMatchObject({ isPastDamaged: true });
});

it('of a consent that can be read is told without a word of damage', async () => {
	await link(sam);
	expect(await findApplication(sam, clientId)).toMatchObject({ isPastDamaged: false });
});
