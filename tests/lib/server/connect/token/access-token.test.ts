import { clock } from '#lib/server/clock.ts';
import { LIFETIMES } from '#lib/server/connect/lifetimes.ts';
import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import { describe, expect, it } from 'vitest';
import { createClient, exchange, freshCode, refresh } from '../../../../support/connect-flow.ts';
import { START, useDatabase } from '../../../../support/storage.ts';

useDatabase();

describe('RFC 6750 §3.1: an access token', () => {
	it.each([
		[LIFETIMES.accessToken - 1, true],
		[LIFETIMES.accessToken, false]
	])('%i ms old reaches something: %s', async (age, alive) => {
		const client = await createClient('strict');
		const { access } = await exchange(client, await freshCode(client));
		clock.now = () => START + age;
		expect((await findAccessGrant(access)) !== null).toBe(alive);
	});

	it('lives out its time after a refresh', async () => {
		const client = await createClient('strict');
		const first = await exchange(client, await freshCode(client));
		await refresh(client, first.refresh);
		expect(await findAccessGrant(first.access)).toMatchObject({ clientId: client.clientId });
	});

	it('lives two hours', () => {
		expect(LIFETIMES.accessToken).toBe(2 * 60 * 60 * 1000);
	});
});
