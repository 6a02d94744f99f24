import { RATE_LIMITS } from '#lib/server/connect/throttle.ts';
import { throttleTokens } from '#lib/server/programs/oauth/throttle.ts';
import { readSettings } from '#lib/server/settings.ts';
import { describe, expect, it } from 'vitest';
import { newApplication, newSecret } from '../../../../support/connect.ts';
import { START, useStorage } from '../../../../support/storage.ts';
import { ask, type Client } from '../../../../support/tokens.ts';

const storage = useStorage();

const asking = (rateLimits: boolean) => ({
	machineNow: START,
	settings: { ...readSettings({}), rateLimits }
});
const ON = asking(true);
const OFF = asking(false);

describe('throttleTokens', () => {
	it('counts an address in all, for whoever invents clients', () => {
		const throttle = (clientId: string, address = '198.51.100.4') =>
			throttleTokens(ON, address, clientId);
		for (let count = 0; count < RATE_LIMITS.tokenAddress; count += 1) {
			expect(throttle(`invented ${count}`)).toBeNull();
		}
		expect(throttle('one more')).toMatchObject({
			status: 429,
			description: 'More than 300 token requests in a minute; try again in 1 s.'
		});
		expect(throttle('one more', '198.51.100.5')).toBeNull();
	});

	it('refuses in the words of OAuth', () => {
		const throttle = (asking = ON) => throttleTokens(asking, '192.0.2.1', 'a busy client');
		for (let count = 0; count < RATE_LIMITS.token; count += 1) {
			expect(throttle()).toBeNull();
		}
		expect(throttle()).toMatchObject({
			error: 'temporarily_unavailable',
			status: 429,
			description: 'More than 60 token requests in a minute; try again in 1 s.',
			headers: { 'retry-after': '1' }
		});
		expect(throttle(OFF)).toBeNull();
	});
});

const guess = (client: Client, at = storage.context) =>
	ask(at, client, { grant_type: 'refresh_token' }, '192.0.2.1');

async function newClient(): Promise<Client> {
	const clientId = await newApplication(storage.context);
	return { clientId, secret: await newSecret(storage.context, clientId) };
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
		expect(throttleTokens(ON, '192.0.2.2', client.clientId)).toBeNull();
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
