import { RATE_LIMITS, secondsToWait, tokenThrottle } from '#lib/server/connect/throttle.ts';
import type { Context } from '#lib/server/context.ts';
import { readSettings } from '#lib/server/settings.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication, newSecret } from '../../../support/connect.ts';
import { START, useStorage } from '../../../support/storage.ts';
import { ask, type Client } from '../../../support/tokens.ts';

const storage = useStorage();

let context: Context;
beforeEach(() => {
	context = storage.context;
});

const asking = (rateLimits: boolean, machineNow = START) => ({
	machineNow,
	settings: { ...readSettings({}), rateLimits }
});
const ON = asking(true);
const OFF = asking(false);

describe('secondsToWait', () => {
	it.each([
		['token', 60, 1],
		['authorize', 30, 2],
		['api', 120, 1],
		['tokenAddress', 300, 1],
		['apiAddress', 600, 1],
		['publish', 30, 2],
		['write', 300, 1]
	] as const)('of %s lets %d a minute through, then %d s', (kind, limit, seconds) => {
		expect(RATE_LIMITS[kind]).toBe(limit);
		for (let count = 0; count < limit; count += 1) {
			expect(secondsToWait(ON, kind, 'a caller')).toBe(0);
		}
		expect(secondsToWait(ON, kind, 'a caller')).toBe(seconds);
		expect(secondsToWait(ON, kind, 'another')).toBe(0);
		expect(secondsToWait(OFF, kind, 'a caller')).toBe(0);
	});
});

describe('an address of version 6', () => {
	it.each([
		['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
		['2001:db8:1:2::1', '2001:DB8:1:2::1', true],
		['2001:db8:1:2::1', '2001:db8:1:3::1', false],
		['2001:db8::1', '2001:db8::2', true],
		['2001:db8::1', '2001:db8:1::1', false],
		['::1', '::2', true],
		['192.0.2.1', '192.0.2.2', false]
	])('%s and %s count as one: %s', (one, other, together) => {
		const used = (caller: string) => {
			const key = `${caller} of ${one} and ${other}`;
			for (let count = 0; count < RATE_LIMITS.authorize; count += 1) {
				secondsToWait(ON, 'authorize', key);
			}
		};
		used(one);
		expect(secondsToWait(ON, 'authorize', `${other} of ${one} and ${other}`) > 0).toBe(together);
	});
});

describe('tokenThrottle', () => {
	it('counts an address in all, for whoever invents clients', () => {
		const throttle = tokenThrottle(ON, '198.51.100.4');
		for (let count = 0; count < RATE_LIMITS.tokenAddress; count += 1) {
			expect(throttle(`invented ${count}`)).toBeNull();
		}
		expect(throttle('one more')).toMatchObject({
			status: 429,
			description: 'More than 300 token requests in a minute; try again in 1 s.'
		});
		expect(tokenThrottle(ON, '198.51.100.5')('one more')).toBeNull();
	});

	it('refuses in the words of OAuth', () => {
		const throttle = tokenThrottle(ON, '192.0.2.1');
		for (let count = 0; count < RATE_LIMITS.token; count += 1) {
			expect(throttle('a busy client')).toBeNull();
		}
		expect(throttle('a busy client')).toMatchObject({
			error: 'temporarily_unavailable',
			status: 429,
			description: 'More than 60 token requests in a minute; try again in 1 s.',
			headers: { 'retry-after': '1' }
		});
		expect(tokenThrottle(OFF, '192.0.2.1')('a busy client')).toBeNull();
	});
});

const guess = (client: Client, at = context) =>
	ask(at, client, { grant_type: 'refresh_token' }, '192.0.2.1');

async function newClient(): Promise<Client> {
	const clientId = await newApplication(context);
	return { clientId, secret: await newSecret(context, clientId) };
}

describe('RFC 6749 §2.3.1: whoever tries one secret after the other', () => {
	it('is told to wait, with the true secret too, while others go on', async () => {
		const [client, other] = [await newClient(), await newClient()];
		const wrong = { ...client, secret: 'wrong' };
		for (let count = 0; count < RATE_LIMITS.token; count++) {
			expect((await guess(wrong)).status).toBe(401);
		}
		const refused = await guess(wrong);
		expect(refused.status).toBe(429);
		expect(refused.headers.get('retry-after')).toBe('1');
		expect(refused.body).toMatchObject({ error: 'temporarily_unavailable' });
		expect((await guess(client)).status).toBe(429);
		expect((await guess(other)).status).toBe(400);
		const elsewhere = tokenThrottle(ON, '192.0.2.2');
		expect(elsewhere(client.clientId)).toBeNull();
	});

	it('may go on after a second, at the pace of a minute’s requests', async () => {
		const client = { ...(await newClient()), secret: 'wrong' };
		for (let count = 0; count < RATE_LIMITS.token; count++) await guess(client);
		expect((await guess(client)).status).toBe(429);
		const later = storage.at(START + 1000);
		expect((await guess(client, later)).status).toBe(401);
		expect((await guess(client, later)).status).toBe(429);
	});
});
