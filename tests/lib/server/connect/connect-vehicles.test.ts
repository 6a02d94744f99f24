import { disconnect } from '#lib/server/connect/disconnect.ts';
import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	allow,
	answerOf,
	connect,
	newApplication,
	newSecret,
	queryOf,
	requestIn,
	signInBy,
	type Choice,
	type Parameters
} from '../../../support/connect.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { useStorage } from '../../../support/storage.ts';
import { exchange, tokensOf } from '../../../support/tokens.ts';

const storage = useStorage();

let context: Context;
beforeEach(() => {
	context = storage.context;
});

const SCOPE = 'read_battery read_odometer';
let clientId = '';
beforeEach(async () => {
	clientId = await newApplication(context);
});

const connections = () => listConnections(context, clientId);
const again = (parameters: Parameters = {}, choice: Choice = {}) =>
	connect(context, clientId, { approval_prompt: 'force', ...parameters }, choice);

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

describe('the mode', () => {
	const both = async () => {
		const simulated = await connect(context, clientId, { external_id: 'c-1' }, { vehicles: [0] });
		const live = await connect(context, clientId, { mode: 'live', scope: 'read_vin' });
		return { simulated, live };
	};

	it('tells connections of one account apart, not the account and its vehicles', async () => {
		await both();
		const found = await connections();
		expect(found.map(({ mode }) => mode).toSorted()).toEqual(['live', 'live', 'simulated']);
		expect(new Set(found.map(({ account }) => account.id)).size).toBe(1);
		expect(new Set(found.map(({ vehicle }) => vehicle.id)).size).toBe(2);
	});

	it('keeps what the other one granted, and the owner’s id in it', async () => {
		await both();
		const facts = (await connections()).map(
			({ mode, granted, externalId }) => `${mode} ${granted.join(' ')} ${externalId}`
		);
		expect(facts.toSorted()).toEqual([
			'live read_vin null',
			'live read_vin null',
			'simulated read_battery read_odometer c-1'
		]);
	});

	it('is what tokens are bound to', async () => {
		const { simulated, live } = await both();
		const client = { clientId, secret: await newSecret(context, clientId) };
		const reached = async (code: string) => {
			const { access } = tokensOf(await exchange(context, client, code));
			const grant = await findAccessGrant(context, access);
			return grant?.vehicles.map(({ permissions }) => permissions.join(' '));
		};
		expect(await reached(simulated)).toEqual(['read_battery read_odometer']);
		expect(await reached(live)).toEqual(['read_vin', 'read_vin']);
	});

	it.each(['simulated', 'live'])(
		'of a link for a new sign-in, %s, is the one meant',
		async (mode) => {
			await both();
			const [first] = (await connections()).filter((one) => one.mode === 'simulated');
			const link = { response_type: first?.vehicle.id, scope: '', make: '', mode };
			expect(await requestIn(context, queryOf(clientId, link))).toMatchObject({ mode });
			const { next } = await signInBy(context, clientId, link);
			expect(answerOf(next).get('vehicle_id')).toBe(first?.vehicle.id);
		}
	);
});
