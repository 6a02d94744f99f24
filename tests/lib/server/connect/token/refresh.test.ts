import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import type { Protocol } from '#lib/connect/protocol.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, newApplication, newSecret } from '../../../../support/connect.ts';
import { listConnections } from '../../../../support/list-connections.ts';
import { firstTokens, SCOPE } from '../../../../support/refreshing.ts';
import { START, useStorage } from '../../../../support/storage.ts';
import {
	ask,
	exchange,
	refreshBy,
	refusedRefresh,
	tokensOf,
	type Client
} from '../../../../support/tokens.ts';

const storage = useStorage();
let context: Context;
beforeEach(() => {
	context = storage.context;
});

const LIFE = LIFETIMES.refreshToken;

let client: Client;
beforeEach(async () => {
	const clientId = await newApplication(context);
	client = { clientId, secret: await newSecret(context, clientId) };
});

const at = (time: number) => {
	context = storage.at(time);
};

const start = (protocol?: Protocol) => firstTokens(context, client, protocol);

describe.each(['platform', 'strict'] as const)('refresh by the %s rules', (protocol) => {
	/** The platform's answer names no scope. */
	const named = (scope: string) => (protocol === 'strict' ? scope : undefined);

	it('gives new tokens of the same scope; older access tokens live out their time', async () => {
		const first = await start(protocol);
		const answer = await refreshBy(context, client, first.refresh);
		const second = tokensOf(answer);
		expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 7200 });
		expect(answer.body.scope).toBe(named(SCOPE));
		expect(new Set([first.access, first.refresh, second.access, second.refresh]).size).toBe(4);
		for (const { access } of [first, second])
			expect(await findAccessGrant(context, access)).not.toBeNull();
	});

	it('refuses what is no refresh token', async () => {
		const { access } = await start(protocol);
		for (const token of ['invented', access]) {
			expect(await refreshBy(context, client, token)).toMatchObject(
				refusedRefresh(token, protocol)
			);
		}
		expect(await ask(context, client, { grant_type: 'refresh_token' })).toMatchObject({
			status: 400,
			body: {
				error: 'invalid_request',
				error_description: 'refresh_token is missing; send the newest one.'
			}
		});
	});

	it('refuses another application and leaves the token to its own', async () => {
		const { refresh } = await start(protocol);
		const clientId = await newApplication(context, 'Fleet');
		const other = { clientId, secret: await newSecret(context, clientId) };
		// What an answer says ends up in logs: a token that works is not repeated to somebody else.
		expect((await refreshBy(context, other, refresh)).body).toEqual({
			error: 'invalid_request',
			error_description: 'Invalid refresh_token.'
		});
		expect((await refreshBy(context, client, refresh)).status).toBe(200);
	});

	it('repeats to nobody else what still works in another place', async () => {
		const { access } = await start(protocol);
		const code = await connect(context, client.clientId, {
			scope: SCOPE,
			approval_prompt: 'force'
		});
		const clientId = await newApplication(context, 'Fleet');
		const other = { clientId, secret: await newSecret(context, clientId) };
		for (const token of [access, code]) {
			expect((await refreshBy(context, other, token)).body.error_description).toBe(
				'Invalid refresh_token.'
			);
		}
		expect((await exchange(context, client, code)).status).toBe(200);
		at(START + LIFE);
		for (const token of [access, code]) {
			expect(await refreshBy(context, other, token)).toMatchObject(refusedRefresh(token));
		}
	});

	it.each([
		['required:read_battery', 'read_battery'],
		['read_vin required:read_odometer', 'read_odometer read_vin']
	])('takes the scope %j as a link would write it', async (scope, granted) => {
		const { refresh } = await start(protocol);
		const answer = await refreshBy(context, client, refresh, { scope });
		expect(answer.body.scope).toBe(named(granted));
		const grant = await findAccessGrant(context, tokensOf(answer).access);
		expect(grant?.vehicles[0]?.permissions.join(' ')).toBe(granted);
	});

	it('once answered as out of time, a token is over, should the clock go back', async () => {
		const { refresh } = await start(protocol);
		at(START + LIFE);
		await refreshBy(context, client, refresh);
		at(START);
		expect(await refreshBy(context, client, refresh)).toMatchObject(
			refusedRefresh(refresh, protocol)
		);
	});

	it('narrows the access token alone', async () => {
		const { refresh } = await start(protocol);
		const answer = await refreshBy(context, client, refresh, { scope: 'read_vin  read_battery' });
		expect(answer.body.scope).toBe(named('read_battery read_vin'));
		const narrow = tokensOf(answer);
		const grant = await findAccessGrant(context, narrow.access);
		expect(grant?.vehicles.map(({ permissions }) => permissions.join(' '))).toEqual([
			'read_battery read_vin',
			'read_battery read_vin'
		]);
		expect((await refreshBy(context, client, narrow.refresh)).body.scope).toBe(named(SCOPE));
	});

	it.each([
		['read_battery read_fuel', 'Not granted: read_fuel.'],
		['read_fuel required:read_climate', 'Not granted: required:read_climate read_fuel.'],
		[
			'read_fuel read_wings',
			"'read_wings' is not a permission; look its name up in the list of permissions. Not granted: read_fuel."
		],
		[
			'required:',
			"'required:' stands alone; write a permission right behind it, e.g. 'required:read_odometer'."
		],
		[' ', 'The scope is empty; name a permission, or leave it out for all that was granted.']
	])('refuses the scope %j and spends nothing', async (scope, description) => {
		const { refresh } = await start(protocol);
		expect(await refreshBy(context, client, refresh, { scope })).toMatchObject({
			status: 400,
			body: { error: 'invalid_scope', error_description: description }
		});
		expect((await refreshBy(context, client, refresh)).status).toBe(200);
	});

	it('reaches no more than the owner grants now', async () => {
		const { refresh } = await start(protocol);
		await connect(
			context,
			client.clientId,
			{ scope: SCOPE, approval_prompt: 'force' },
			{ ticked: 'read_vin' }
		);
		const answer = await refreshBy(context, client, refresh);
		expect(answer.body.scope).toBe(named('read_vin'));
		await connect(context, client.clientId, {
			scope: `${SCOPE} read_fuel`,
			approval_prompt: 'force'
		});
		const wider = await refreshBy(context, client, tokensOf(answer).refresh);
		expect(wider.body.scope).toBe(named(SCOPE));
		const grant = await findAccessGrant(context, tokensOf(wider).access);
		expect(grant?.vehicles[0]?.permissions.join(' ')).toBe(SCOPE);
	});

	it('refuses once every vehicle is disconnected, and after they come back', async () => {
		const { refresh } = await start(protocol);
		for (const { id } of await listConnections(context, client.clientId)) {
			await disconnect(context, client.clientId, id);
		}
		expect(await refreshBy(context, client, refresh)).toMatchObject(
			refusedRefresh(refresh, protocol)
		);
		at(START + 1000);
		await connect(context, client.clientId, { scope: SCOPE });
		expect(await refreshBy(context, client, refresh)).toMatchObject(
			refusedRefresh(refresh, protocol)
		);
	});

	it.each([
		[LIFE - 1, 200],
		[LIFE, 400],
		[LIFE + 1, 400]
	])('answers a token %d ms old with %d', async (milliseconds, status) => {
		const { refresh } = await start(protocol);
		at(START + milliseconds);
		const answer = await refreshBy(context, client, refresh);
		expect(answer.status).toBe(status);
		if (status === 400) expect(answer).toMatchObject(refusedRefresh(refresh, protocol));
	});
});
