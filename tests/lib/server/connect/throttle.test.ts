import { clock } from '#lib/server/clock.ts';
import { RATE_LIMITS, tokenThrottle } from '#lib/server/connect/throttle.ts';
import { answerTokenRequest } from '#lib/server/connect/token/endpoints.ts';
import { describe, expect, it } from 'vitest';
import { createClient, tokenRequest, type TestClient } from '../../../support/connect-flow.ts';
import { START, useDatabase } from '../../../support/storage.ts';

useDatabase();

const throttle = tokenThrottle({ rateLimits: true }, '192.0.2.1');

const guess = (client: TestClient) =>
	answerTokenRequest(tokenRequest(client, { grant_type: 'refresh_token' }), {
		throttle,
		requestId: 'r'
	});

describe('RFC 6749 §2.3.1: whoever tries one secret after the other', () => {
	it('is told to wait, with the true secret too, while others go on', async () => {
		const [client, other] = [await createClient('strict'), await createClient('strict')];
		const wrong = { ...client, secret: 'wrong' };
		for (let count = 0; count < RATE_LIMITS.token; count++) {
			expect((await guess(wrong)).status).toBe(401);
		}
		const refused = await guess(wrong);
		expect(refused.status).toBe(429);
		expect(refused.headers.get('retry-after')).toBe('1');
		expect(await refused.json()).toMatchObject({ error: 'temporarily_unavailable' });
		expect((await guess(client)).status).toBe(429);
		expect((await guess(other)).status).toBe(400);
		const elsewhere = tokenThrottle({ rateLimits: true }, '192.0.2.2');
		expect(elsewhere(client.clientId)).toBeNull();
	});

	it('may go on after a second, at the pace of a minute’s requests', async () => {
		const client = { ...(await createClient('strict')), secret: 'wrong' };
		for (let count = 0; count < RATE_LIMITS.token; count++) await guess(client);
		expect((await guess(client)).status).toBe(429);
		clock.now = () => START + 1000;
		expect((await guess(client)).status).toBe(401);
		expect((await guess(client)).status).toBe(429);
	});

	it('is not counted where limits are switched off', async () => {
		const off = tokenThrottle({ rateLimits: false }, '192.0.2.1');
		for (let count = 0; count <= RATE_LIMITS.token; count++) expect(off('client')).toBeNull();
	});
});
