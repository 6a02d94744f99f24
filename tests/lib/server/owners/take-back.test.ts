import type { PermissionName } from '#lib/access/permission.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { resetRehearsal } from '#lib/server/fleet/clock.ts';
import { linkAccount } from '#lib/server/owners/accounts.ts';
import { revokeApplication } from '#lib/server/owners/reach/revoke-application.ts';
import { takeBack } from '#lib/server/owners/reach/take-back.ts';
import type { Context } from '#lib/server/context.ts';
import { asc } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { grantMore, ofVehicle, sendV2, v2Client, type V2Client } from '../../../support/api-v2.ts';
import { allow, answerOf, connect, OWNER, signInBy } from '../../../support/connect.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { listConsents } from '../../../support/list-consents.ts';
import { ownerContext } from '../../../support/owners.ts';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';
import { exchange, refreshBy, tokensOf } from '../../../support/tokens.ts';
import { askV3, machineTokenOf } from '../../../support/v3.ts';

const storage = useStorage();
const GIVEN = ['read_battery', 'read_charge', 'read_odometer'] as const;
const NOT_GRANTED = {
	status: 403,
	body: { type: 'PERMISSION', resolution: { type: 'REAUTHENTICATE' } }
};

let context: Context;
let sam: Context;
let eve: Context;
let app: V2Client;
beforeEach(async () => {
	context = storage.context;
	app = await v2Client(context, 'TESLA', GIVEN, OWNER);
	sam = await ownerContext(context);
	eve = await ownerContext(context, { address: 'eve@example.org', browser: 'another' });
	await link(sam);
});

const link = (owner: Context, username = OWNER) => linkAccount(owner, { make: 'TESLA', username });
const take = (permission: PermissionName, owner = sam) =>
	takeBack(owner, app.clientId, { permission });
const takeVehicle = (connectionId: string, owner = sam) =>
	takeBack(owner, app.clientId, { connectionId });
/** In the order in which their vehicles are told to the application. */
const standing = () =>
	context.read(async ({ db }) => db.select().from(connections).orderBy(asc(connections.vehicleId)));
const connectionOf = async (vehicleId: string) =>
	(await standing()).find((one) => one.vehicleId === vehicleId)?.id ?? '';
const granted = async () =>
	(await listConnections(context, app.clientId)).map((one) => one.granted);
const statusOf = async (client: V2Client, id: string, path: string) =>
	(await sendV2(client, `/v2.0/vehicles/${id}/${path}`)).status;
const AUTO = { make: 'TESLA', scope: GIVEN.join(' '), approval_prompt: 'auto' };
const askedAgain = () => signInBy(context, app.clientId, AUTO, OWNER);
const SCREEN = { kind: 'screen', screen: 'grant' };
const OK = { ok: true };
const NOT_GIVEN = { ok: false, kind: 'refused', code: 'not-given' };
const disconnects = (because: string) => ({
	...NOT_GIVEN,
	code: 'disconnects',
	data: { because }
});

describe('a permission that an owner took back', () => {
	beforeEach(async () => {
		expect(await take('read_odometer')).toEqual(OK);
	});

	it('is refused at the next call of every vehicle, and the others go on', async () => {
		for (const id of app.vehicleIds) {
			expect(await sendV2(app, `/v2.0/vehicles/${id}/odometer`)).toMatchObject(NOT_GRANTED);
			expect(await statusOf(app, id, 'battery')).toBe(200);
		}
		expect(await ofVehicle(app, 'permissions')).toMatchObject({
			body: { permissions: ['read_battery', 'read_charge'] }
		});
		expect(await sendV2(app, '/v2.0/vehicles')).toMatchObject({ body: { paging: { count: 2 } } });
	});

	it('is refused to a machine client, too', async () => {
		const token = await machineTokenOf(context, app.clientId);
		const { body } = await sendV2(app, '/v2.0/user');
		const userId = typeof body === 'object' && body && 'id' in body ? String(body.id) : '';
		const ask = (signal: string) =>
			askV3(context, `/vehicles/${app.vehicleId}/signals/${signal}`, { token, userId });
		expect(await ask('odometer-traveleddistance')).toMatchObject({
			status: 403,
			body: { errors: [{ type: 'PERMISSION' }] }
		});
		expect(await ask('tractionbattery-stateofcharge')).toMatchObject({ status: 200 });
	});

	it('comes back by no refresh', async () => {
		const renewed = { ...app, ...tokensOf(await refreshBy(context, app, app.refresh)) };
		expect(await ofVehicle(renewed, 'odometer')).toMatchObject(NOT_GRANTED);
		expect(await ofVehicle(renewed, 'battery')).toMatchObject({ status: 200 });
		const more = await refreshBy(context, app, renewed.refresh, { scope: 'read_odometer' });
		expect(more.status).toBe(400);
	});

	it('is written down with what is left, by whom and when', async () => {
		const [given, narrowed, ...others] = await listConsents(context);
		expect(others).toEqual([]);
		expect(narrowed).toMatchObject({
			kind: 'narrowed',
			by: 'owner',
			ownerId: sam.actor.id,
			granted: ['read_battery', 'read_charge'],
			asked: given?.asked,
			version: null,
			language: null,
			at: REHEARSED_START
		});
		expect(narrowed?.vehicleIds.toSorted()).toEqual(given?.vehicleIds.toSorted());
		for (const one of await listConnections(context, app.clientId)) {
			expect(one).toMatchObject({ narrowedAt: REHEARSED_START, updatedAt: REHEARSED_START });
		}
	});

	it('was taken back as long ago after the clock is reset as before', async () => {
		await resetRehearsal(context);
		for (const one of await listConnections(context, app.clientId)) {
			expect(one).toMatchObject({ narrowedAt: START, updatedAt: START });
		}
	});

	it('is asked for again, although everything was agreed to before', async () => {
		expect((await askedAgain()).next).toMatchObject(SCREEN);
		expect(await granted()).toEqual([
			['read_battery', 'read_charge'],
			['read_battery', 'read_charge']
		]);
	});

	it('can be given again, and is not taken back any more', async () => {
		const again = await grantMore(app, 'TESLA', GIVEN, OWNER);
		expect(await ofVehicle(again, 'odometer')).toMatchObject({ status: 200 });
		for (const one of await listConnections(context, app.clientId)) {
			expect(one).toMatchObject({ narrowedAt: null, granted: GIVEN });
		}
	});

	it('is not given when it is taken back once more, nor after all was revoked', async () => {
		expect(await take('read_odometer')).toEqual(NOT_GIVEN);
		expect(await take('read_location')).toEqual(NOT_GIVEN);
		await revokeApplication(sam, app.clientId);
		const before = await listConsents(context);
		expect(await take('read_battery')).toEqual(NOT_GIVEN);
		expect(await listConsents(context)).toEqual(before);
	});
});

it('a code that was given out before reaches what is left', async () => {
	const parameters = { make: 'TESLA', scope: GIVEN.join(' ') };
	const code = await connect(context, app.clientId, parameters, { username: OWNER });
	await take('read_battery');
	const late = { ...app, ...tokensOf(await exchange(context, app, code)) };
	expect(await ofVehicle(late, 'battery')).toMatchObject(NOT_GRANTED);
	expect(await ofVehicle(late, 'odometer')).toMatchObject({ status: 200 });
});

describe('what cannot be taken back alone', () => {
	it('is the last permission, and the last vehicle', async () => {
		await take('read_odometer');
		await take('read_charge');
		expect(await take('read_battery')).toEqual(disconnects('last-permission'));
		const [first, second] = await standing();
		await takeVehicle(first?.id ?? '');
		expect(await takeVehicle(second?.id ?? '')).toEqual(disconnects('last-vehicle'));
		expect(await granted()).toEqual([['read_battery']]);
	});

	it('is what the application requires', async () => {
		const scope = 'required:read_battery read_charge';
		await connect(context, app.clientId, { make: 'TESLA', scope }, { username: OWNER });
		expect(await take('read_battery')).toEqual(disconnects('required'));
		expect(await take('read_charge')).toEqual(OK);
	});
});

describe('a vehicle that an owner took back', () => {
	let [gone, kept] = ['', ''];
	beforeEach(async () => {
		[gone = '', kept = ''] = app.vehicleIds;
		expect(await takeVehicle(await connectionOf(gone))).toEqual(OK);
	});

	it('is refused as after a revocation and listed no more; the other goes on', async () => {
		expect(await sendV2(app, `/v2.0/vehicles/${gone}/battery`)).toMatchObject(NOT_GRANTED);
		expect(await statusOf(app, kept, 'battery')).toBe(200);
		expect(await sendV2(app, '/v2.0/vehicles')).toMatchObject({ body: { vehicles: [kept] } });
		expect(await askV3(context, `/vehicles/${gone}`, { token: app.access })).toMatchObject({
			status: 403,
			body: { errors: [{ type: 'PERMISSION', resolution: { type: 'REAUTHENTICATE' } }] }
		});
		const { access } = tokensOf(await refreshBy(context, app, app.refresh));
		expect(await statusOf({ ...app, access }, gone, 'battery')).toBe(403);
		expect(await statusOf({ ...app, access }, kept, 'battery')).toBe(200);
	});

	it('is written down as what the application has less of', async () => {
		expect((await listConsents(context)).at(-1)).toMatchObject({
			kind: 'narrowed',
			by: 'owner',
			ownerId: sam.actor.id,
			vehicleIds: [gone],
			granted: [],
			at: REHEARSED_START
		});
		expect((await standing()).filter(({ endedAt }) => endedAt !== null)).toMatchObject([
			{ vehicleId: gone, endedBy: 'owner' }
		]);
	});

	it('is asked for again, although all was agreed to before, and does not come back by itself', async () => {
		const { traveller, next } = await askedAgain();
		expect(next).toMatchObject(SCREEN);
		expect(await sendV2(app, '/v2.0/vehicles')).toMatchObject({ body: { vehicles: [kept] } });
		const code = answerOf(await allow(context, traveller)).get('code') ?? '';
		const again = { ...app, ...tokensOf(await exchange(context, app, code)) };
		expect(await statusOf(again, gone, 'battery')).toBe(200);
		expect(await statusOf(app, gone, 'battery')).toBe(403);
	});

	it('is not given when it is taken back once more, also after it was connected anew', async () => {
		const former = await connectionOf(gone);
		expect(await takeVehicle(former)).toEqual(NOT_GIVEN);
		const again = await grantMore(app, 'TESLA', GIVEN, OWNER);
		expect(await takeVehicle(former)).toEqual(NOT_GIVEN);
		expect(await statusOf(again, gone, 'battery')).toBe(200);
	});
});

it('what another vehicle once agreed to as a whole is asked for again as well', async () => {
	await grantMore(app, 'TESLA', ['read_battery', 'read_charge'], OWNER, [0]);
	expect(await take('read_odometer')).toEqual(OK);
	expect((await askedAgain()).next).toMatchObject(SCREEN);
});

it('a vehicle of which nothing else was given is no longer connected', async () => {
	const [id = ''] = (await grantMore(app, 'TESLA', ['read_odometer'], OWNER, [0])).vehicleIds;
	expect(await take('read_odometer')).toEqual(OK);
	expect(await statusOf(app, id, 'odometer')).toBe(403);
	const ended = (await standing()).filter(({ endedAt }) => endedAt !== null);
	expect(ended).toMatchObject([{ vehicleId: id, endedBy: 'owner' }]);
	const written = (await listConsents(context)).filter(({ kind }) => kind === 'narrowed');
	expect(written.map((one) => [one.vehicleIds.length, one.granted])).toEqual([
		[1, ['read_battery', 'read_charge']],
		[1, []]
	]);
});

it('nobody takes back what is another owner’s, or what there is not', async () => {
	const [first] = await standing();
	const id = first?.id ?? '';
	expect(await take('read_odometer', eve)).toBeNull();
	expect(await takeVehicle(id, eve)).toBeNull();
	for (const none of [randomUUID(), "' or 1=1 --"]) {
		expect(await takeBack(sam, none, { permission: 'read_odometer' })).toBeNull();
		expect(await takeVehicle(none)).toBeNull();
	}
	// One who has the application, too, but with another account.
	await connect(context, app.clientId, { make: 'TESLA' }, { username: 'eve@example.org' });
	await link(eve, 'eve@example.org');
	expect(await takeVehicle(id, eve)).toBeNull();
	expect(await take('read_odometer', eve)).toEqual(OK);
	expect(await ofVehicle(app, 'odometer')).toMatchObject({ status: 200 });
});

describe('at once', () => {
	beforeEach(() => link(eve));

	it('two owners take back two permissions, and neither comes back', async () => {
		expect(await Promise.all([take('read_odometer'), take('read_charge', eve)])).toEqual([OK, OK]);
		expect(await granted()).toEqual([['read_battery'], ['read_battery']]);
	});

	it('two presses take it back once, and write it down once', async () => {
		const both = await Promise.all([take('read_odometer'), take('read_odometer')]);
		expect(both).toEqual(expect.arrayContaining([OK, NOT_GIVEN]));
		const kinds = (await listConsents(context)).map(({ kind }) => kind);
		expect(kinds).toEqual(['granted', 'narrowed']);
	});

	it('of three permissions, three presses leave the last one', async () => {
		const answers = await Promise.all(GIVEN.map((name) => take(name)));
		expect(answers.filter((answer) => answer?.ok)).toHaveLength(2);
		expect(answers).toContainEqual(disconnects('last-permission'));
	});

	it('what was revoked meanwhile is taken back by nobody', async () => {
		const [answer] = await Promise.all([
			take('read_odometer'),
			revokeApplication(eve, app.clientId)
		]);
		expect([OK, NOT_GIVEN]).toContainEqual(answer);
		expect((await listConsents(context)).at(-1)).toMatchObject({ kind: 'revoked', granted: [] });
		expect(await listConnections(storage.at(START + 1), app.clientId)).toEqual([]);
	});
});
