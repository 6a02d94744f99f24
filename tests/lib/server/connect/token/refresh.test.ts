import { clock } from '#lib/server/clock.ts';
import { LIFETIMES } from '#lib/server/connect/lifetimes.ts';
import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import { describe, expect, it } from 'vitest';
import { createClient, exchange, freshCode, refresh } from '../../../../support/connect-flow.ts';
import { START, useDatabase } from '../../../../support/storage.ts';

useDatabase();

const DAY = 24 * 60 * 60 * 1000;

describe('a used refresh token on the platform', () => {
	it.each([
		[0, 200],
		[LIFETIMES.refreshGrace - 1, 200],
		[LIFETIMES.refreshGrace, 400]
	])('%i ms after its use is answered with %i', async (later, status) => {
		const client = await createClient('platform');
		const first = await exchange(client, await freshCode(client));
		const second = await refresh(client, first.refresh);
		clock.now = () => START + later;
		expect((await refresh(client, first.refresh)).status).toBe(status);
		expect(await findAccessGrant(second.access), 'its family lives on').not.toBeNull();
	});
});

describe('RFC 9700 §4.14.2: a used refresh token on strict', () => {
	it.each([0, LIFETIMES.refreshGrace])('ends its family %i ms after its use', async (later) => {
		const client = await createClient('strict');
		const first = await exchange(client, await freshCode(client));
		const second = await refresh(client, first.refresh);
		clock.now = () => START + later;
		expect(await refresh(client, first.refresh)).toMatchObject({ error: 'invalid_grant' });
		expect(await findAccessGrant(second.access)).toBeNull();
		expect(await refresh(client, second.refresh)).toMatchObject({ error: 'invalid_grant' });
	});
});

describe('the 60 days of a refresh token', () => {
	it('are those of the platform', () => {
		expect(LIFETIMES.refreshToken).toBe(60 * DAY);
	});

	it.each([
		['strict', LIFETIMES.refreshToken - 1, undefined],
		['strict', LIFETIMES.refreshToken, 'invalid_grant'],
		['platform', LIFETIMES.refreshToken - 1, undefined],
		['platform', LIFETIMES.refreshToken, 'invalid_request']
	] as const)('on %s, the first one %i ms old has the error %s', async (protocol, age, error) => {
		const client = await createClient(protocol);
		const { refresh: token } = await exchange(client, await freshCode(client));
		clock.now = () => START + age;
		expect((await refresh(client, token)).error).toBe(error);
	});

	it.each([
		['strict', 'the consent', 'invalid_grant'],
		['platform', 'the newest token', undefined]
	] as const)('count on %s from %s, however often it is rotated', async (protocol, _, error) => {
		const client = await createClient(protocol);
		let { refresh: token } = await exchange(client, await freshCode(client));
		for (const day of [20, 40, 59]) {
			clock.now = () => START + day * DAY;
			const rotated = await refresh(client, token);
			expect(rotated.error).toBeUndefined();
			token = rotated.refresh;
		}
		clock.now = () => START + 61 * DAY;
		expect((await refresh(client, token)).error).toBe(error);
	});
});
