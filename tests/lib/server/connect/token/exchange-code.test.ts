import { clock } from '#lib/server/clock.ts';
import { LIFETIMES } from '#lib/server/connect/lifetimes.ts';
import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import { describe, expect, it } from 'vitest';
import { createClient, exchange, freshCode, refresh } from '../../../../support/connect-flow.ts';
import { START, useDatabase } from '../../../../support/storage.ts';

useDatabase();

describe('RFC 6749 §4.1.2: the life of a code', () => {
	it.each([
		['strict', LIFETIMES.code - 1, 200, undefined],
		['strict', LIFETIMES.code, 400, 'invalid_grant'],
		['platform', LIFETIMES.code - 1, 200, undefined],
		['platform', LIFETIMES.code, 400, 'invalid_request']
	] as const)(
		'on %s, a code %i ms old is answered with %i',
		async (protocol, age, status, error) => {
			const client = await createClient(protocol);
			const code = await freshCode(client);
			clock.now = () => START + age;
			expect(await exchange(client, code)).toMatchObject({ status, error });
		}
	);

	it('is ten minutes at most, the longest that the RFC recommends', () => {
		expect(LIFETIMES.code).toBeLessThanOrEqual(10 * 60_000);
	});
});

describe('RFC 9700 §4.2.4: a code that comes again', () => {
	it.each([0, 30_000, LIFETIMES.code, LIFETIMES.accessToken - 1])(
		'ends its tokens %i ms after they were issued',
		async (later) => {
			const client = await createClient('strict');
			const code = await freshCode(client);
			const tokens = await exchange(client, code);
			clock.now = () => START + later;
			expect(await findAccessGrant(tokens.access)).not.toBeNull();

			expect(await exchange(client, code)).toMatchObject({ status: 400, error: 'invalid_grant' });
			expect(await findAccessGrant(tokens.access)).toBeNull();
			expect(await refresh(client, tokens.refresh)).toMatchObject({ error: 'invalid_grant' });
		}
	);

	it('leaves them dead', async () => {
		const client = await createClient('strict');
		const code = await freshCode(client);
		const tokens = await exchange(client, code);
		await exchange(client, code);
		clock.now = () => START + 30_000;
		expect(await findAccessGrant(tokens.access)).toBeNull();
		expect(await refresh(client, tokens.refresh)).toMatchObject({ error: 'invalid_grant' });
	});

	it('ends the tokens of a refresh as well', async () => {
		const client = await createClient('strict');
		const code = await freshCode(client);
		const first = await exchange(client, code);
		const second = await refresh(client, first.refresh);
		await exchange(client, code);
		expect(await findAccessGrant(second.access)).toBeNull();
		expect(await refresh(client, second.refresh)).toMatchObject({ error: 'invalid_grant' });
	});
});
