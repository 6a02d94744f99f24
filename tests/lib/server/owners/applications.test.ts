import type { Context } from '#lib/server/context.ts';
import { permissionUses } from '#lib/server/db/call-schema.ts';
import { consents } from '#lib/server/db/consent-schema.ts';
import { linkAccount, unlinkAccount } from '#lib/server/owners/accounts.ts';
import { changeClientId } from '#lib/server/applications/client-ids.ts';
import { findCalled } from '#lib/server/owners/reach/find-called.ts';
import { findApplication } from '#lib/server/owners/reach/find-application.ts';
import {
	APPLICATIONS_PER_PAGE,
	listApplications
} from '#lib/server/owners/reach/list-applications.ts';
import { CONSENTS_PER_PAGE, listConsents } from '#lib/server/owners/reach/list-consents.ts';
import { revokeApplication } from '#lib/server/owners/reach/revoke-application.ts';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, newApplication, OWNER, publishWith } from '../../../support/connect.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { listConsents as allConsents } from '../../../support/list-consents.ts';
import { ownerContext } from '../../../support/owners.ts';
import { AHEAD, REHEARSED_START, START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
const LATER = START + 3_600_000;
let context: Context;
let sam: Context;
let eve: Context;
let clientId: string;
beforeEach(async () => {
	context = storage.context;
	clientId = await newApplication(context);
	sam = await ownerContext(context);
	eve = await ownerContext(context, { address: 'eve@example.org', browser: 'another' });
});

const link = (owner: Context, username = OWNER) =>
	linkAccount(owner, { make: 'CHEVROLET', username });
const first = { page: 1 };
const namesFor = async (owner: Context) =>
	(await listApplications(owner, first)).applications.map(({ name }) => name);

describe('the applications of an owner', () => {
	it('are those that reach a linked account, also where they were connected before', async () => {
		await connect(context, clientId, {}, { ticked: 'read_battery' });
		expect(await namesFor(sam)).toEqual([]);
		expect(await findApplication(sam, clientId)).toBeNull();
		await link(sam);
		const { applications, count } = await listApplications(sam, first);
		expect(count).toBe(1);
		expect(applications).toEqual([
			{
				clientId,
				name: 'Charge Planner',
				firstGrantedAt: REHEARSED_START,
				lastUsedAt: null,
				vehicles: [expect.stringContaining('Chevrolet'), expect.stringContaining('Chevrolet')],
				granted: ['read_battery'],
				asked: ['read_battery', 'read_odometer'],
				endsByItself: null,
				unusedDays: null
			}
		]);
	});

	it('are told with what each permission was last used for', async () => {
		await connect(context, clientId);
		await link(sam);
		const [one, other] = await listConnections(context, clientId);
		await context.write(({ db }) =>
			db.insert(permissionUses).values([
				{ connectionId: one?.id ?? '', permission: 'read_battery', lastUsedAt: 1000 },
				{ connectionId: other?.id ?? '', permission: 'read_battery', lastUsedAt: 3000 },
				{ connectionId: one?.id ?? '', permission: 'read_odometer', lastUsedAt: 2000 }
			])
		);
		expect((await findApplication(sam, clientId))?.lastUses).toEqual([
			{ permission: 'read_battery', at: 3000 },
			{ permission: 'read_odometer', at: 2000 }
		]);
		expect((await listApplications(sam, first)).applications[0]?.lastUsedAt).toBe(3000);
	});

	it('are nobody else’s, and leave with the account', async () => {
		await connect(context, clientId);
		await connect(context, clientId, {}, { username: '1-vehicles@smartcar.com' });
		const linked = await link(sam);
		await link(eve, '1-vehicles@smartcar.com');
		expect((await findApplication(sam, clientId))?.vehicles).toHaveLength(2);
		expect((await findApplication(eve, clientId))?.vehicles).toHaveLength(1);
		if (linked.ok) await unlinkAccount(sam, linked.accountId);
		expect(await namesFor(sam)).toEqual([]);
		expect(await namesFor(eve)).toEqual(['Charge Planner']);
	});

	it('are found by a client id they had before, by whom they reach and nobody else', async () => {
		const given = '3c6b8e2a-9d41-4f7a-8b1e-5a2f0c7d9e11';
		await connect(context, clientId);
		await link(sam);
		await changeClientId(context, clientId, given);
		for (const called of [given, clientId, clientId.toUpperCase()]) {
			expect((await findCalled(sam, called))?.clientId).toBe(given);
			expect(await findCalled(eve, called)).toBeNull();
		}
		expect(await findCalled(sam, randomUUID())).toBeNull();
	});

	it('come page by page, what was granted last first', async () => {
		await link(sam);
		for (let at = 0; at <= APPLICATIONS_PER_PAGE; at += 1) {
			const context = storage.at(START + at * 1000);
			await connect(context, await newApplication(context, `App ${at}`));
		}
		const page = await listApplications(sam, first);
		expect(page).toMatchObject({ count: 21, pages: 2 });
		expect(page.applications[0]?.name).toBe('App 20');
		expect(page.applications).toHaveLength(APPLICATIONS_PER_PAGE);
		const key = page.edges.after;
		const second = await listApplications(sam, { page: 2, key });
		expect(second.applications.map(({ name }) => name)).toEqual(['App 0']);
		const back = await listApplications(sam, { page: 1, key: second.edges.before });
		expect(back.applications).toEqual(page.applications);
	});
});

describe('revoking', () => {
	it('ends every connection of the owner’s accounts at once, and no other', async () => {
		const other = await newApplication(context, 'Trip Book');
		await connect(context, clientId);
		await connect(context, other);
		await connect(context, clientId, {}, { username: '1-vehicles@smartcar.com' });
		await link(sam);
		expect(await revokeApplication(sam, clientId)).toBe(2);
		expect(await namesFor(sam)).toEqual(['Trip Book']);
		expect(await listConnections(context, clientId)).toHaveLength(1);
		const after = await findApplication(sam, clientId);
		expect(after?.vehicles.map(({ ending }) => ending)).toEqual([
			{ at: REHEARSED_START, by: 'you' },
			{ at: REHEARSED_START, by: 'you' }
		]);
		const consents = await allConsents(context);
		const given = consents.find((one) => one.clientId === clientId);
		const [revoked, ...others] = consents.filter(({ kind }) => kind === 'revoked');
		expect(others).toEqual([]);
		expect(revoked).toMatchObject({ by: 'owner', ownerId: sam.actor.id, granted: [], clientId });
		expect(revoked?.vehicleIds.toSorted()).toEqual(given?.vehicleIds.toSorted());
	});

	it('is one consent for each account and request', async () => {
		const asking = { scope: 'read_vin', approval_prompt: 'force' };
		await connect(context, clientId, {}, { vehicles: [0] });
		await connect(context, clientId, asking, { vehicles: [1] });
		await connect(context, clientId, {}, { username: '1-vehicles@smartcar.com' });
		await link(sam);
		await link(sam, '1-vehicles@smartcar.com');
		expect(await revokeApplication(sam, clientId)).toBe(3);
		const consents = await allConsents(context);
		const heldBy = (wanted: string) =>
			consents
				.filter(({ kind }) => kind === wanted)
				.map(({ accountId, vehicleIds, asked }) => JSON.stringify([accountId, vehicleIds, asked]))
				.toSorted();
		expect(heldBy('revoked')).toHaveLength(3);
		expect(heldBy('revoked')).toEqual(heldBy('granted'));
	});

	it('again, or twice at once, ends nothing more', async () => {
		await connect(context, clientId);
		await link(sam);
		const ended = await Promise.all([
			revokeApplication(sam, clientId),
			revokeApplication(sam, clientId)
		]);
		expect(ended.toSorted()).toEqual([0, 2]);
		expect((await allConsents(context)).filter(({ kind }) => kind === 'revoked')).toHaveLength(1);
	});

	it('answers for another owner’s application as for none', async () => {
		await connect(context, clientId);
		await link(sam);
		for (const id of [clientId, randomUUID(), "' or 1=1 --"]) {
			expect(await revokeApplication(eve, id)).toBeNull();
			expect(await findApplication(eve, id)).toBeNull();
		}
		expect(await namesFor(sam)).toEqual(['Charge Planner']);
	});

	it('by one of two who share an account ends it for both', async () => {
		await connect(context, clientId);
		await link(sam);
		await link(eve);
		await revokeApplication(eve, clientId);
		expect(await namesFor(sam)).toEqual([]);
		expect(await revokeApplication(sam, clientId)).toBe(0);
	});

	it('leaves first granted where it was, when it is given again', async () => {
		await connect(context, clientId);
		await link(sam);
		await revokeApplication(sam, clientId);
		await connect(storage.at(LATER), clientId);
		const found = await findApplication(sam, clientId);
		expect(found).toMatchObject({ firstGrantedAt: REHEARSED_START });
		expect(found?.vehicles).toHaveLength(2);
		for (const vehicle of found?.vehicles ?? []) {
			expect(vehicle).toMatchObject({
				ending: null,
				firstGrantedAt: REHEARSED_START,
				updatedAt: LATER + AHEAD
			});
		}
		expect((await listApplications(sam, first)).applications).toMatchObject([
			{ firstGrantedAt: REHEARSED_START }
		]);
	});
});

describe('the history', () => {
	it('says what was given and who took it back, to each owner of the account', async () => {
		await connect(context, clientId, {}, { ticked: 'read_battery', vehicles: [0] });
		await link(sam);
		await link(eve);
		await revokeApplication(sam, clientId);
		const whole = { next: null, damaged: 0 };
		const app = { clientId, name: 'Charge Planner' };
		const vehicles = [expect.stringContaining('Chevrolet')];
		const at = REHEARSED_START;
		const given = { kind: 'granted', by: 'account', granted: ['read_battery'] };
		const id = expect.any(Number);
		const seenBy = (by: string) => [
			{ id, app, kind: 'revoked', by, granted: [], purposes: [], vehicles, version: null, at },
			{ id, app, ...given, purposes: [], vehicles, version: null, at }
		];
		expect(await listConsents(sam)).toEqual({ ...whole, consents: seenBy('you') });
		expect(await listConsents(eve, { clientId })).toEqual({
			...whole,
			consents: seenBy('another')
		});
		expect(await listConsents(sam, { clientId: randomUUID() })).toEqual({ ...whole, consents: [] });
	});

	it('says what the app said that each permission is for, where it was given', async () => {
		const told = { read_battery: 'We plan by it.', read_vin: 'We tell cars apart.' };
		await publishWith(context, clientId, told, 'tractionbattery-stateofcharge', 'vin');
		await connect(context, clientId, { scope: '' }, { ticked: 'read_battery', vehicles: [0] });
		await link(sam);
		await revokeApplication(sam, clientId);
		const { consents } = await listConsents(sam);
		expect(consents.map(({ kind, purposes }) => ({ kind, purposes }))).toEqual([
			{ kind: 'revoked', purposes: [] },
			{ kind: 'granted', purposes: [{ name: 'read_battery', text: 'We plan by it.' }] }
		]);
	});

	it('is no one else’s, and goes on page by page', async () => {
		await connect(context, clientId);
		await link(sam);
		const [row] = await allConsents(context);
		if (!row) throw new Error('There is no consent.');
		await context.write(({ db }) =>
			db
				.insert(consents)
				.values(
					Array.from({ length: CONSENTS_PER_PAGE }, (_, at) => ({ ...row, id: row.id + at + 1 }))
				)
		);
		const first = await listConsents(sam);
		expect(first.consents).toHaveLength(CONSENTS_PER_PAGE);
		const second = await listConsents(sam, { before: first.next ?? 0 });
		expect(second.consents.map(({ id }) => id)).toEqual([row.id]);
		expect(second.next).toBeNull();
		expect((await listConsents(eve)).consents).toEqual([]);
	});
});
