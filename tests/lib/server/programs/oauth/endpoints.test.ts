import type { Context } from '#lib/server/context.ts';
import { RATE_LIMITS } from '#lib/server/connect/throttle.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication, newSecret } from '../../../../support/connect.ts';
import { useStorage } from '../../../../support/storage.ts';
import { formOf, send } from '../../../../support/tokens.ts';

const storage = useStorage();
let context: Context;
beforeEach(() => {
	context = storage.context;
});

const CLIENT = { client_id: 'someone', client_secret: 'x' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe.each(['/oauth/token', '/oauth2/token', '/oauth/revoke'])('%s', (path) => {
	/** From an address of its own, so that no other test has counted for it. */
	const limited = (query = '') =>
		askFromWithin(context, `198.51.100.1 ${path}`, `${path}${query}`, {
			method: 'POST',
			headers: FORM,
			body: formOf(CLIENT)
		});

	it('throttles by client, before its secret is looked at', async () => {
		for (let count = 0; count < RATE_LIMITS.token; count += 1) {
			expect((await limited()).status).toBe(401);
		}
		const response = await limited();
		expect(response.status).toBe(429);
		expect(response.headers.get('retry-after')).toBe('1');
		expect(await response.json()).toEqual({
			error: 'temporarily_unavailable',
			error_description: 'More than 60 token requests in a minute; try again in 1 s.'
		});
		// A malformed request is refused before all else.
		const malformed = await limited('?code=x');
		expect(malformed.status).toBe(400);
		expect(await malformed.json()).toMatchObject({ error: 'invalid_request' });
	});

	it('names the request on every answer', async () => {
		for (const query of ['', '?code=x']) {
			const answer = await send(context, { path: `${path}${query}`, body: formOf(CLIENT) });
			expect(answer.headers.get('sc-request-id')).toHaveLength(36);
		}
	});

	it.each(['gzip', 'br', 'Deflate'])('reads no body that is encoded as %s', async (encoding) => {
		const headers = { 'content-encoding': encoding };
		expect(await send(context, { path, body: formOf(CLIENT), headers })).toMatchObject({
			status: 415,
			body: {
				error: 'invalid_request',
				error_description: `The body has the content-encoding ${encoding}; send it as it is.`
			}
		});
	});
});

describe('the endpoints of applications', () => {
	it.each(['/oauth/token', '/oauth/revoke'])('take no JSON: %s', async (path) => {
		const clientId = await newApplication(context);
		const body = JSON.stringify({
			client_id: clientId,
			client_secret: await newSecret(context, clientId)
		});
		const headers = { 'content-type': 'application/json' };
		expect(await send(context, { path, body, headers })).toMatchObject({
			status: 400,
			body: {
				error: 'invalid_request',
				error_description: 'Send the body as application/x-www-form-urlencoded.'
			}
		});
	});
});
