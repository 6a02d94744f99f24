import { OAuthError } from '#lib/connect/oauth-error.ts';
import {
	answerMachineTokenRequest,
	answerRevocation,
	answerTokenRequest
} from '#lib/server/programs/oauth/endpoints.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication, newSecret } from '../../../../support/connect.ts';
import { useStorage } from '../../../../support/storage.ts';
import { formRequest, UNTHROTTLED } from '../../../../support/tokens.ts';

const storage = useStorage();
let context: Context;
beforeEach(() => {
	context = storage.context;
});

const BUSY = new OAuthError('temporarily_unavailable', 'Wait.', {
	headers: { 'retry-after': '9' }
});
const CLIENT = { client_id: 'someone', client_secret: 'x' };

describe.each([
	['answerTokenRequest', answerTokenRequest],
	['answerMachineTokenRequest', answerMachineTokenRequest],
	['answerRevocation', answerRevocation]
])('%s', (_name, answer) => {
	it('throttles by client, before its secret is looked at', async () => {
		const asked: string[] = [];
		const response = await answer(context, formRequest(CLIENT), {
			...UNTHROTTLED,
			throttle: (clientId) => {
				asked.push(clientId);
				return BUSY;
			}
		});
		expect(asked).toEqual(['someone']);
		expect(response.status).toBe(429);
		expect(response.headers.get('retry-after')).toBe('9');
		expect(await response.json()).toEqual({
			error: 'temporarily_unavailable',
			error_description: 'Wait.'
		});
	});

	it('refuses a malformed request before all else', async () => {
		const response = await answer(context, formRequest(CLIENT, {}, '?code=x'), {
			...UNTHROTTLED,
			throttle: () => BUSY
		});
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({ error: 'invalid_request' });
	});

	it('names the request on every answer', async () => {
		const client = { client_id: 'someone', client_secret: 'x' };
		for (const query of ['', '?code=x']) {
			const response = await answer(context, formRequest(client, {}, query), UNTHROTTLED);
			expect(response.headers.get('sc-request-id')).toBe(UNTHROTTLED.requestId);
		}
	});

	it.each(['gzip', 'br', 'Deflate'])('reads no body that is encoded as %s', async (encoding) => {
		const headers = {
			'content-type': 'application/x-www-form-urlencoded',
			'content-encoding': encoding
		};
		const response = await answer(context, formRequest(CLIENT, { headers }), UNTHROTTLED);
		expect(response.status).toBe(415);
		expect(await response.json()).toEqual({
			error: 'invalid_request',
			error_description: `The body has the content-encoding ${encoding}; send it as it is.`
		});
	});
});

describe('the endpoints of applications', () => {
	it.each([
		['answerTokenRequest', answerTokenRequest],
		['answerRevocation', answerRevocation]
	])('take no JSON: %s', async (_name, answer) => {
		const clientId = await newApplication(context);
		const body = JSON.stringify({
			client_id: clientId,
			client_secret: await newSecret(context, clientId)
		});
		const headers = { 'content-type': 'application/json' };
		const response = await answer(context, formRequest({}, { body, headers }), UNTHROTTLED);
		expect(response.status).toBe(400);
		expect(await response.json()).toEqual({
			error: 'invalid_request',
			error_description: 'Send the body as application/x-www-form-urlencoded.'
		});
	});
});
