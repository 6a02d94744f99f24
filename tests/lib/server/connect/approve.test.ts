import { approve } from '#lib/server/connect/approve.ts';
import { findOffer } from '#lib/server/connect/journey/offer.ts';
import { endSession } from '#lib/server/connect/sessions.ts';
import type { Context } from '#lib/server/context.ts';
import { disconnect } from '#lib/server/connections.ts';
import { authorizations } from '#lib/server/db/connect-schema.ts';
import { updateProtocol } from '#lib/server/applications/sandbox-settings.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	allow,
	answerOf,
	CALLBACK,
	connect,
	newApplication,
	publishItems,
	sessionOf,
	signInBy,
	type Choice,
	type Parameters
} from '../../../support/connect.ts';
import { START, useStorage } from '../../../support/storage.ts';
import { listConnections } from '../../../support/list-connections.ts';

const storage = useStorage();

let context: Context;
beforeEach(() => {
	context = storage.context;
});

const SCOPE = 'read_battery read_odometer';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
let clientId = '';
beforeEach(async () => {
	clientId = await newApplication(context);
});

const at = (time: number) => {
	context = storage.at(time);
};
const connections = () => listConnections(context, clientId);
const again = (parameters: Parameters = {}, choice: Choice = {}) =>
	connect(context, clientId, { approval_prompt: 'force', ...parameters }, choice);

describe('approve', () => {
	it('connects the vehicles, keeps what was asked, and gives out a code', async () => {
		await publishItems(
			context,
			clientId,
			'tractionbattery-stateofcharge!',
			'odometer-traveleddistance'
		);
		const code = await connect(
			context,
			clientId,
			{ scope: '', user: 'u-1', external_id: 'c-1' },
			{ ticked: 'read_battery', vehicles: [1] }
		);
		expect(code).toMatch(UUID);
		expect(await connections()).toMatchObject([
			{
				granted: ['read_battery'],
				asked: [
					{ name: 'read_battery', required: true },
					{ name: 'read_odometer', required: false }
				],
				version: 1,
				user: 'u-1',
				externalId: 'c-1',
				createdAt: START,
				updatedAt: START,
				vehicle: { make: 'Chevrolet', model: 'Bolt' }
			}
		]);
	});

	it('stores the code as a digest alone, longer under the strict protocol', async () => {
		await updateProtocol(context, clientId, 'strict');
		const code = await connect(context, clientId, { redirect_uri: CALLBACK });
		expect(code).toMatch(/^[\w-]{43}$/);
		const [row] = await context.read(async ({ db }) => db.select().from(authorizations));
		expect(row).toMatchObject({
			scope: SCOPE,
			redirectUri: CALLBACK,
			redirectUriSent: true,
			createdAt: START,
			codeUsedAt: null,
			revokedAt: null
		});
		expect(row?.codeDigest).toHaveLength(32);
		expect(JSON.stringify(row)).not.toContain(code);
	});

	it('gives out no code where none was asked for', async () => {
		const { traveller } = await signInBy(context, clientId, {
			response_type: 'none',
			redirect_uri: CALLBACK
		});
		const answer = answerOf(await allow(context, traveller));
		expect(answer.has('code')).toBe(false);
		expect(answer.get('user_id')).toMatch(UUID);
		const [row] = await context.read(async ({ db }) => db.select().from(authorizations));
		expect(row?.codeDigest).toBeNull();
	});

	it('replaces what a connection grants, keeping since when it is there', async () => {
		await connect(context, clientId, { scope: `${SCOPE} read_vin`, user: 'u-1' });
		const byModel = async (model: string) =>
			(await connections()).find(({ vehicle }) => vehicle.model === model);
		const [volt, bolt] = [await byModel('Volt'), await byModel('Bolt')];
		at(START + 1000);
		await again({ scope: SCOPE, user: '' }, { ticked: 'read_odometer', vehicles: [0] });
		expect(await byModel('Volt')).toMatchObject({
			id: volt?.id,
			granted: ['read_odometer'],
			user: null,
			createdAt: START,
			updatedAt: START + 1000
		});
		expect(await byModel('Bolt')).toEqual(bolt);
	});

	it('grants nothing to a session that ended meanwhile', async () => {
		const { traveller } = await signInBy(context, clientId);
		const { ownerId, ...session } = await sessionOf(context, traveller);
		if (ownerId === null) throw new TypeError('Nobody signed in');
		const { vehicles } = await findOffer(context, { ...session, ownerId });
		const approved = await context.write(async (transaction) => {
			await endSession(transaction, session.id, { outcome: 'access_denied' });
			const approval = {
				granted: ['read_battery'] as const,
				vehicleIds: vehicles.map(({ id }) => id)
			};
			return approve(transaction, { ...session, ownerId }, approval, 'platform');
		});
		expect(approved).toBeNull();
		expect(await connections()).toEqual([]);
		expect(await context.read(({ db }) => db.$count(authorizations))).toBe(0);
	});

	it('tells the owner’s refusals to the session', async () => {
		const { traveller } = await signInBy(context, clientId, { scope: `${SCOPE} read_vin` });
		await allow(context, traveller, { ticked: 'read_vin' });
		expect(await sessionOf(context, traveller)).toMatchObject({
			outcome: 'granted',
			refused: ['read_battery', 'read_odometer']
		});
	});
});

describe('external_id', () => {
	const stored = async () => new Set((await connections()).map(({ externalId }) => externalId));

	it.each([
		['stays where a link names none', '', 'c-1'],
		['is replaced by another', 'c-2', 'c-2'],
		['is cleared by the word null', 'null', null]
	])('%s', async (_rule, externalId, expected) => {
		await connect(context, clientId, { external_id: 'c-1' });
		expect(await stored()).toEqual(new Set(['c-1']));
		await again({ external_id: externalId });
		expect(await stored()).toEqual(new Set([expected]));
	});

	it('belongs to the owner: all connections of the owner have it, no others', async () => {
		await connect(context, clientId, {}, { vehicles: [0] });
		await connect(context, clientId, {}, { username: '3-vehicles@smartcar.com' });
		await again({ external_id: 'c-1' }, { vehicles: [1] });
		expect((await connections()).map(({ externalId }) => externalId).toSorted()).toEqual([
			'c-1',
			'c-1',
			null,
			null,
			null
		]);
	});

	it('comes back on the redirect, but not the word that clears it', async () => {
		const { traveller } = await signInBy(context, clientId, { external_id: 'c-1' });
		expect(answerOf(await allow(context, traveller)).get('external_id')).toBe('c-1');
		const { next } = await signInBy(context, clientId, { external_id: 'null' });
		expect(answerOf(next).has('external_id')).toBe(false);
	});
});

describe('approvedBefore', () => {
	const asksAgain = async (parameters: Parameters = {}, username?: string) => {
		const { next } = await signInBy(context, clientId, parameters, username);
		return next.kind === 'screen' ? next.screen : answerOf(next).has('code') ? 'code' : next.kind;
	};

	it('skips the consent screen for exactly the access that was approved', async () => {
		await connect(context, clientId);
		expect(await asksAgain()).toBe('code');
		expect(await asksAgain({ scope: 'read_odometer read_battery' })).toBe('code');
		expect(await asksAgain({ approval_prompt: 'auto' })).toBe('code');
	});

	it.each([
		{ approval_prompt: 'force' },
		{ scope: `${SCOPE} read_vin` },
		{ scope: 'read_battery' },
		{ scope: `required:${SCOPE}` },
		{ mode: 'live' },
		{ make: 'TESLA' }
	])('asks again with %j', async (parameters) => {
		await connect(context, clientId);
		expect(await asksAgain(parameters)).toBe('grant');
	});

	it('asks another owner, and for another application', async () => {
		await connect(context, clientId);
		expect(await asksAgain({}, 'other@example.com')).toBe('grant');
		clientId = await newApplication(context, 'Fleet');
		expect(await asksAgain()).toBe('grant');
	});

	it('asks again where something was refused', async () => {
		await connect(context, clientId, {}, { ticked: 'read_battery' });
		expect(await asksAgain()).toBe('grant');
		expect(await asksAgain({ scope: 'read_battery' })).toBe('grant');
	});

	it('remembers every access that was approved, not the last one alone', async () => {
		await connect(context, clientId);
		await connect(context, clientId, { scope: `${SCOPE} read_vin` });
		expect(await asksAgain()).toBe('code');
		expect(await asksAgain({ scope: `${SCOPE} read_vin` })).toBe('code');
		expect((await connections())[0]?.granted).toContain('read_vin');
		expect(await asksAgain({ scope: 'read_battery' })).toBe('grant');
	});

	it('forgets an approval with a permission that was refused since', async () => {
		await connect(context, clientId);
		await connect(context, clientId, { scope: 'required:read_vin' });
		await again({ scope: `${SCOPE} read_vin` }, { ticked: 'read_odometer read_vin' });
		expect(await asksAgain()).toBe('grant');
		expect(await asksAgain({ scope: 'required:read_vin' })).toBe('code');
	});

	it('forgets them all with the connection', async () => {
		await connect(context, clientId);
		for (const { id } of await connections()) await disconnect(context, clientId, id);
		await connect(context, clientId, { scope: 'read_vin' });
		expect(await asksAgain()).toBe('grant');
	});

	it('reaches the vehicles that were connected, and asks once none is left', async () => {
		await connect(context, clientId, {}, { vehicles: [1] });
		expect(await asksAgain()).toBe('code');
		const [only, ...rest] = await connections();
		expect(rest).toEqual([]);
		await disconnect(context, clientId, only?.id ?? '');
		expect(await asksAgain()).toBe('grant');
		expect(await connections()).toEqual([]);
	});

	it.each([
		[[0], 'code'],
		[[0, 1], 'grant']
	])('for one vehicle, with %j connected, leads to %s', async (vehicles, expected) => {
		await connect(context, clientId, {}, { vehicles });
		expect(await asksAgain({ single_select: 'true' })).toBe(expected);
	});
});
