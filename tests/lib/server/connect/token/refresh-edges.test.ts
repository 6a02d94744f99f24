import { clock } from '#lib/server/clock.ts';
import { LIFETIMES } from '#lib/server/connect/lifetimes.ts';
import type { Protocol } from '#lib/server/connect/protocol.ts';
import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import { disconnect, listConnections } from '#lib/server/connections.ts';
import { updateProtocol } from '#lib/server/sandbox-settings.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, newApplication, newSecret } from '../../../../support/connect.ts';
import { START, useDatabase } from '../../../../support/storage.ts';
import { ask, exchange, refreshBy, tokensOf, type Client } from '../../../../support/tokens.ts';

useDatabase();

const SCOPE = 'read_battery read_odometer read_vin';
const GRACE = LIFETIMES.refreshGrace;
const LIFE = LIFETIMES.refreshToken;

let client: Client;
beforeEach(async () => {
	const clientId = await newApplication();
	client = { clientId, secret: await newSecret(clientId) };
});

const at = (time: number) => {
	clock.now = () => time;
};

async function start(protocol: Protocol = 'platform') {
	await updateProtocol(client.clientId, protocol);
	return tokensOf(await exchange(client, await connect(client.clientId, { scope: SCOPE })));
}

const invalid = (token: string, protocol: Protocol = 'platform') => ({
	status: 400,
	body:
		protocol === 'strict'
			? {
					error: 'invalid_grant',
					error_description: 'The refresh token is unknown, was used before or is out of time.'
				}
			: { error: 'invalid_request', error_description: `Invalid refresh_token: ${token}.` }
});

describe.each(['platform', 'strict'] as const)('refresh by the %s rules', (protocol) => {
	it('gives new tokens of the same scope; older access tokens live out their time', async () => {
		const first = await start(protocol);
		const answer = await refreshBy(client, first.refresh);
		const second = tokensOf(answer);
		expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 7200, scope: SCOPE });
		expect(new Set([first.access, first.refresh, second.access, second.refresh]).size).toBe(4);
		for (const { access } of [first, second]) expect(await findAccessGrant(access)).not.toBeNull();
	});

	it('refuses what is no refresh token', async () => {
		const { access } = await start(protocol);
		for (const token of ['invented', access]) {
			expect(await refreshBy(client, token)).toMatchObject(invalid(token, protocol));
		}
		expect(await ask(client, { grant_type: 'refresh_token' })).toMatchObject({
			status: 400,
			body: {
				error: 'invalid_request',
				error_description: 'refresh_token is missing; send the newest one.'
			}
		});
	});

	it('refuses another application and leaves the token to its own', async () => {
		const { refresh } = await start(protocol);
		const clientId = await newApplication('Fleet');
		const other = { clientId, secret: await newSecret(clientId) };
		expect(await refreshBy(other, refresh)).toMatchObject(invalid(refresh));
		expect((await refreshBy(client, refresh)).status).toBe(200);
	});

	it('narrows the access token alone', async () => {
		const { refresh } = await start(protocol);
		const answer = await refreshBy(client, refresh, { scope: 'read_vin  read_battery' });
		expect(answer.body).toMatchObject({ scope: 'read_battery read_vin' });
		const narrow = tokensOf(answer);
		const grant = await findAccessGrant(narrow.access);
		expect(grant?.vehicles.map(({ permissions }) => permissions.join(' '))).toEqual([
			'read_battery read_vin',
			'read_battery read_vin'
		]);
		expect((await refreshBy(client, narrow.refresh)).body).toMatchObject({ scope: SCOPE });
	});

	it.each([
		['read_battery read_fuel', 'Not granted: read_fuel.'],
		['read_fuel read_wings', 'Not granted: read_fuel read_wings.'],
		['required:read_battery', 'Not granted: required:read_battery.'],
		[' ', 'The scope is empty; name a permission, or leave it out for all that was granted.']
	])('refuses the scope %j and spends nothing', async (scope, description) => {
		const { refresh } = await start(protocol);
		expect(await refreshBy(client, refresh, { scope })).toMatchObject({
			status: 400,
			body: { error: 'invalid_scope', error_description: description }
		});
		expect((await refreshBy(client, refresh)).status).toBe(200);
	});

	it('reaches no more than the owner grants now', async () => {
		const { refresh } = await start(protocol);
		await connect(
			client.clientId,
			{ scope: SCOPE, approval_prompt: 'force' },
			{ ticked: 'read_vin' }
		);
		const answer = await refreshBy(client, refresh);
		expect(answer.body).toMatchObject({ scope: 'read_vin' });
		await connect(client.clientId, { scope: `${SCOPE} read_fuel`, approval_prompt: 'force' });
		expect((await refreshBy(client, tokensOf(answer).refresh)).body).toMatchObject({
			scope: SCOPE
		});
	});

	it('refuses once every vehicle is disconnected, and after they come back', async () => {
		const { refresh } = await start(protocol);
		for (const { id } of await listConnections(client.clientId)) {
			await disconnect(client.clientId, id);
		}
		expect(await refreshBy(client, refresh)).toMatchObject(invalid(refresh, protocol));
		at(START + 1000);
		await connect(client.clientId, { scope: SCOPE });
		expect(await refreshBy(client, refresh)).toMatchObject(invalid(refresh, protocol));
	});

	it.each([
		[LIFE - 1, 200],
		[LIFE, 400],
		[LIFE + 1, 400]
	])('answers a token %d ms old with %d', async (milliseconds, status) => {
		const { refresh } = await start(protocol);
		at(START + milliseconds);
		const answer = await refreshBy(client, refresh);
		expect(answer.status).toBe(status);
		if (status === 400) expect(answer).toMatchObject(invalid(refresh, protocol));
	});
});

describe('a refresh token that comes again', () => {
	it.each([
		[0, 200],
		[GRACE - 1, 200],
		[GRACE, 400],
		[GRACE + 1, 400]
	])('%d ms after its first use gets %d by the platform’s rules', async (milliseconds, status) => {
		const { access, refresh } = await start();
		const second = tokensOf(await refreshBy(client, refresh));
		at(START + milliseconds);
		const answer = await refreshBy(client, refresh);
		expect(answer.status).toBe(status);
		if (status === 400) expect(answer).toMatchObject(invalid(refresh));
		expect((await refreshBy(client, second.refresh)).status).toBe(200);
		expect(await findAccessGrant(access)).not.toBeNull();
	});

	it('does not prolong its grace by being used in it', async () => {
		const { refresh } = await start();
		await refreshBy(client, refresh);
		at(START + GRACE - 1);
		await refreshBy(client, refresh);
		at(START + GRACE);
		expect((await refreshBy(client, refresh)).status).toBe(400);
	});

	it('ends the whole family at once by the strict rules', async () => {
		const first = await start('strict');
		const second = tokensOf(await refreshBy(client, first.refresh));
		expect(await refreshBy(client, first.refresh)).toMatchObject(invalid(first.refresh, 'strict'));
		expect(await refreshBy(client, second.refresh)).toMatchObject(
			invalid(second.refresh, 'strict')
		);
		for (const { access } of [first, second]) expect(await findAccessGrant(access)).toBeNull();
	});
});

describe('the sixty days of a refresh token', () => {
	it.each([
		['platform', 200],
		['strict', 400]
	] as const)('count by the %s rules so that a younger one gets %d', async (protocol, status) => {
		const first = await start(protocol);
		at(START + LIFE - 1);
		const second = tokensOf(await refreshBy(client, first.refresh));
		at(START + LIFE);
		const answer = await refreshBy(client, second.refresh);
		expect(answer.status).toBe(status);
		if (status === 400) expect(answer).toMatchObject(invalid(second.refresh, protocol));
	});
});

it('strict: a used refresh token stays used when the clock is set back', async () => {
	const first = await start('strict');
	tokensOf(await refreshBy(client, first.refresh));
	at(START - 30_000);
	expect(await refreshBy(client, first.refresh)).toMatchObject(invalid(first.refresh, 'strict'));
	expect(await findAccessGrant(first.access)).toBeNull();
});
