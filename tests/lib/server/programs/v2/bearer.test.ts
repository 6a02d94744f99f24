import { toResponse } from '#lib/server/programs/answer.ts';
import { Refused } from '#lib/server/programs/endpoint.ts';
import { limitBearer, readBearer } from '#lib/server/programs/v2/bearer.ts';
import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { RATE_LIMITS } from '#lib/server/connect/throttle.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, newApplication, newSecret } from '../../../../support/connect.ts';
import { START, useStorage } from '../../../../support/storage.ts';
import { exchange, tokensOf } from '../../../../support/tokens.ts';

const storage = useStorage();
let context: Context;
beforeEach(() => {
	context = storage.context;
});

const OFF = { rateLimits: false };
let clientId = '';
let access = '';
beforeEach(async () => {
	clientId = await newApplication(context);
	const client = { clientId, secret: await newSecret(context, clientId) };
	({ access } = tokensOf(await exchange(context, client, await connect(context, clientId))));
});

async function read(authorization: string | null, limits = OFF, query = '') {
	const headers = new Headers(authorization === null ? [] : [['authorization', authorization]]);
	const call = {
		context: { ...context, settings: { ...context.settings, ...limits } },
		envelope: { id: 'request-1', address: '192.0.2.1', origin: null },
		request: new Request(`http://localhost:5173/v2.0/user${query}`, { headers })
	};
	const bearer = await readBearer(call);
	return bearer instanceof Refused ? bearer : (limitBearer(call, bearer) ?? bearer);
}

async function refusalOf(answer: Awaited<ReturnType<typeof read>>) {
	if (!(answer instanceof Refused)) throw new Error('No refusal');
	const response = toResponse(answer.answer);
	if (!response) throw new Error('No answer');
	const body: unknown = await response.json();
	return { status: response.status, headers: response.headers, body };
}

describe('readBearer', () => {
	it.each(['Bearer', 'bearer', 'BEARER', 'Bearer  '])(
		'takes the token behind %j',
		async (scheme) => {
			expect(await read(`${scheme} ${access}`)).toMatchObject({ clientId });
		}
	);

	it('asks for a token where there is none, in the header alone', async () => {
		const refusal = await refusalOf(await read(null, OFF, `?access_token=${access}`));
		expect(refusal.status).toBe(401);
		expect(refusal.headers.get('www-authenticate')).toBe('Bearer realm="Valetkey"');
		expect(refusal.body).toMatchObject({
			type: 'AUTHENTICATION',
			code: null,
			statusCode: 401,
			resolution: { type: null },
			requestId: 'request-1'
		});
		expect(refusal.headers.get('sc-request-id')).toBe('request-1');
		expect(refusal.body).not.toHaveProperty('detail');
	});

	it.each(['', 'Basic aWQ6eA==', 'Bearers x'])('asks for a token behind %j too', async (header) => {
		const refusal = await refusalOf(await read(header));
		expect(refusal.status).toBe(401);
		expect(refusal.headers.get('www-authenticate')).toBe('Bearer realm="Valetkey"');
	});

	it.each(['Bearer', 'Bearer ', 'Bearer invented', 'Bearer two words', 'Bearer =', 'Bearer ä'])(
		'refuses %j as an invalid token',
		async (authorization) => {
			const refusal = await refusalOf(await read(authorization));
			expect(refusal.status).toBe(401);
			expect(refusal.headers.get('www-authenticate')).toBe(
				'Bearer realm="Valetkey", error="invalid_token"'
			);
			expect(refusal.body).toMatchObject({ type: 'AUTHENTICATION' });
		}
	);

	it('refuses a token that is out of time', async () => {
		context = storage.at(START + LIFETIMES.accessToken);
		expect((await refusalOf(await read(`Bearer ${access}`))).status).toBe(401);
	});

	it('limits how often a token may ask', async () => {
		const on = { rateLimits: true };
		for (let count = 0; count < RATE_LIMITS.api; count += 1) {
			expect(await read(`Bearer ${access}`, on)).not.toBeInstanceOf(Refused);
		}
		const refusal = await refusalOf(await read(`Bearer ${access}`, on));
		expect(refusal.status).toBe(429);
		expect(refusal.headers.get('retry-after')).toBe('1');
		expect(refusal.body).toMatchObject({
			type: 'RATE_LIMIT',
			code: 'SMARTCAR_API',
			detail: [{ field: 'authorization', message: 'At most 120 requests a minute.' }]
		});
	});
});
