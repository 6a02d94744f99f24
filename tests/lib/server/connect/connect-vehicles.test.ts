import { disconnect } from '#lib/server/connect/connections.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	allow,
	answerOf,
	connect,
	newApplication,
	signInBy,
	type Choice,
	type Parameters
} from '../../../support/connect.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { useStorage } from '../../../support/storage.ts';

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
