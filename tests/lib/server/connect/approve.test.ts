import { updateProtocol } from '#lib/server/applications/sandbox-settings.ts';
import { approve } from '#lib/server/connect/approve.ts';
import { findOffer } from '#lib/server/connect/journey/offer.ts';
import { endSession } from '#lib/server/connect/sessions.ts';
import type { Context } from '#lib/server/context.ts';
import { authorizations } from '#lib/server/db/connect-schema.ts';
import { connectSessions } from '#lib/server/db/session-schema.ts';
import { readJson } from '#lib/server/db/stored-json.ts';
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
import { listConnections } from '../../../support/list-connections.ts';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';

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
				firstGrantedAt: REHEARSED_START,
				updatedAt: REHEARSED_START,
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
			createdAt: REHEARSED_START,
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
			firstGrantedAt: REHEARSED_START,
			updatedAt: REHEARSED_START + 1000
		});
		expect(await byModel('Bolt')).toEqual(bolt);
	});

	it('grants nothing to a session that ended meanwhile', async () => {
		const { traveller } = await signInBy(context, clientId);
		const { accountId, ...session } = await sessionOf(context, traveller);
		if (accountId === null) throw new TypeError('Nobody signed in');
		const { vehicles } = await findOffer(context, { ...session, accountId });
		const approved = await context.write(async (transaction) => {
			await endSession(transaction, session.id, { outcome: 'access_denied' });
			const approval = {
				granted: ['read_battery'] as const,
				vehicleIds: vehicles.map(({ id }) => id)
			};
			return approve(transaction, { ...session, accountId }, approval, 'platform');
		});
		expect(approved).toBeNull();
		expect(await connections()).toEqual([]);
		expect(await context.read(({ db }) => db.$count(authorizations))).toBe(0);
	});

	it('tells the owner’s refusals to the session', async () => {
		const { traveller } = await signInBy(context, clientId, { scope: `${SCOPE} read_vin` });
		await allow(context, traveller, { ticked: 'read_vin' });
		const [session] = await context.read(({ db }) => db.select().from(connectSessions));
		expect(session).toMatchObject({ id: traveller.id, outcome: 'granted' });
		expect(readJson(session?.refused ?? null, '')).toEqual(['read_battery', 'read_odometer']);
	});
});
