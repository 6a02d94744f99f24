import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import type { Protocol } from '#lib/connect/protocol.ts';
import { updateProtocol } from '#lib/server/applications/sandbox-settings.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import type { Context } from '#lib/server/context.ts';
import { tokenPairs } from '#lib/server/db/connect-schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { CALLBACK, connect, newApplication, newSecret } from '../../../../support/connect.ts';
import { listConnections } from '../../../../support/list-connections.ts';
import { REHEARSED_START, START, useStorage } from '../../../../support/storage.ts';
import { ask, exchange, refreshBy, tokensOf, type Client } from '../../../../support/tokens.ts';

const storage = useStorage();
let context: Context;
beforeEach(() => {
	context = storage.context;
});

/** RFC 9562 section 5.4. */
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const PKCE = {
	code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
	code_challenge_method: 'S256'
};

const newClient = async (name: string): Promise<Client> => {
	const clientId = await newApplication(context, name);
	return { clientId, secret: await newSecret(context, clientId) };
};

let client: Client;
beforeEach(async () => {
	client = await newClient('Charge Planner');
});

const at = (time: number) => {
	context = storage.at(time);
};
const stored = () => context.read(({ db }) => db.select().from(tokenPairs));

/** What a code that cannot be exchanged is answered with. */
const invalidCode = (code: string, protocol: Protocol = 'platform') => ({
	status: 400,
	body:
		protocol === 'strict'
			? {
					error: 'invalid_grant',
					error_description: 'The code is unknown, was used before or is out of time.'
				}
			: { error: 'invalid_request', error_description: `Invalid code: ${code}.` }
});
const invalidGrant = (description: string) => ({
	status: 400,
	body: { error: 'invalid_grant', error_description: description }
});

describe.each(['platform', 'strict'] as const)('exchangeCode by the %s rules', (protocol) => {
	beforeEach(() => updateProtocol(context, client.clientId, protocol));

	it('gives tokens for what was granted, and stores only digests', async () => {
		const code = await connect(
			context,
			client.clientId,
			{ scope: 'required:read_vin read_battery read_odometer' },
			{ ticked: 'read_vin read_battery' }
		);
		const answer = await exchange(context, client, code);
		const { access, refresh } = tokensOf(answer);
		expect(answer.body).toEqual({
			access_token: access,
			token_type: 'Bearer',
			expires_in: 7200,
			refresh_token: refresh,
			// The platform answers these four; a client that compares scopes would take a fifth for a change.
			...(protocol === 'strict' ? { scope: 'read_battery read_vin' } : {})
		});
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(access).toMatch(protocol === 'strict' ? /^[\w-]{43}$/ : UUID_V4);
		expect(access).not.toBe(refresh);
		const [pair] = await stored();
		expect(pair).toMatchObject({
			scope: null,
			flags: null,
			issuedAt: REHEARSED_START,
			refreshedAt: null
		});
	});

	it.each([
		[LIFETIMES.code - 1, 200],
		[LIFETIMES.code, 400],
		[LIFETIMES.code + 1, 400]
	])('of a code %d ms old answers %d', async (milliseconds, status) => {
		const code = await connect(context, client.clientId);
		at(START + milliseconds);
		const answer = await exchange(context, client, code);
		expect(answer.status).toBe(status);
		if (status === 400) expect(answer).toMatchObject(invalidCode(code, protocol));
	});

	it('of a code that was out of time once is refused, should the clock go back', async () => {
		const code = await connect(context, client.clientId);
		at(START + LIFETIMES.code);
		await exchange(context, client, code);
		at(START);
		expect(await exchange(context, client, code)).toMatchObject(invalidCode(code, protocol));
		expect(await stored()).toEqual([]);
	});

	it('refuses what is no code', async () => {
		expect(await exchange(context, client, 'invented')).toMatchObject(
			invalidCode('invented', protocol)
		);
		expect(await ask(context, client, { grant_type: 'authorization_code' })).toMatchObject({
			status: 400,
			body: {
				error: 'invalid_request',
				error_description: 'code is missing; send the one of the redirect.'
			}
		});
	});

	it('refuses a second time, and ends what the first one issued', async () => {
		const code = await connect(context, client.clientId);
		const { access, refresh } = tokensOf(await exchange(context, client, code));
		const second = tokensOf(await refreshBy(context, client, refresh));
		expect(await exchange(context, client, code)).toMatchObject(invalidCode(code, protocol));
		for (const token of [access, second.access])
			expect(await findAccessGrant(context, token)).toBeNull();
		expect((await refreshBy(context, client, second.refresh)).status).toBe(400);
		expect(await stored()).toHaveLength(2);
	});

	it.each([30_000, LIFETIMES.code, LIFETIMES.accessToken - 1])(
		'ends what the first one issued %d ms later too (RFC 9700 section 4.2.4)',
		async (later) => {
			const code = await connect(context, client.clientId);
			const { access, refresh } = tokensOf(await exchange(context, client, code));
			at(START + later);
			expect(await findAccessGrant(context, access)).not.toBeNull();
			expect(await exchange(context, client, code)).toMatchObject(invalidCode(code, protocol));
			expect(await findAccessGrant(context, access)).toBeNull();
			expect((await refreshBy(context, client, refresh)).status).toBe(400);
		}
	);

	it('repeats no token that works for somebody else', async () => {
		const other = await newClient('Fleet');
		await updateProtocol(context, other.clientId, protocol);
		const { access, refresh } = tokensOf(
			await exchange(context, client, await connect(context, client.clientId))
		);
		for (const token of [access, refresh]) {
			const { body } = await exchange(context, other, token);
			expect(JSON.stringify(body)).not.toContain(token);
			if (protocol === 'platform') expect(body.error_description).toBe('Invalid code.');
		}
	});

	it('spends a code that another application tries', async () => {
		const code = await connect(context, client.clientId);
		const other = await newClient('Fleet');
		expect(await exchange(context, other, code)).toMatchObject(invalidCode(code));
		expect(await exchange(context, other, code)).toMatchObject(invalidCode(code));
		expect(await exchange(context, client, code)).toMatchObject(invalidCode(code, protocol));
		expect(await stored()).toEqual([]);
	});

	it('does not spend a code for a wrong secret', async () => {
		const code = await connect(context, client.clientId);
		expect((await exchange(context, { ...client, secret: 'wrong' }, code)).status).toBe(401);
		expect((await exchange(context, client, code)).status).toBe(200);
	});

	it('refuses once every vehicle is disconnected', async () => {
		const code = await connect(context, client.clientId);
		for (const { id } of await listConnections(context, client.clientId)) {
			await disconnect(context, client.clientId, id);
		}
		expect(await exchange(context, client, code)).toMatchObject(invalidCode(code, protocol));
	});
});

describe('the redirect URI of an exchange', () => {
	const MISSING = invalidGrant('redirect_uri is missing; repeat the one of the Connect link.');

	it.each([
		['sent', CALLBACK, { status: 200 }],
		['sent', '', MISSING],
		['sent', `${CALLBACK}/`, invalidGrant(`Unauthorized redirect_uri: ${CALLBACK}/`)],
		['sent', 'undefined', invalidGrant('Unauthorized redirect_uri: undefined')],
		['left out', '', { status: 200 }],
		['left out', CALLBACK, { status: 200 }],
		[
			'left out',
			'https://evil.example/',
			invalidGrant('Unauthorized redirect_uri: https://evil.example/')
		]
	])('where the link had it %s, with %j', async (link, redirectUri, expected) => {
		const code = await connect(
			context,
			client.clientId,
			link === 'sent' ? { redirect_uri: CALLBACK } : {}
		);
		expect(await exchange(context, client, code, { redirect_uri: redirectUri })).toMatchObject(
			expected
		);
	});

	it('may be corrected: the code is not spent by a wrong one', async () => {
		const code = await connect(context, client.clientId, { redirect_uri: CALLBACK });
		await exchange(context, client, code);
		expect((await exchange(context, client, code, { redirect_uri: CALLBACK })).status).toBe(200);
	});
});

describe('PKCE of an exchange', () => {
	it.each([
		[PKCE, VERIFIER, { status: 200 }],
		[PKCE, '', invalidGrant('code_verifier is missing; the Connect link had a code_challenge.')],
		[PKCE, `${VERIFIER.slice(1)}x`, invalidGrant('code_verifier does not fit the code_challenge.')],
		[PKCE, PKCE.code_challenge, invalidGrant('code_verifier does not fit the code_challenge.')],
		[{}, '', { status: 200 }],
		[
			{},
			VERIFIER,
			invalidGrant('code_verifier was sent, but the Connect link had no code_challenge.')
		]
	])('of the link %j, with the verifier %j', async (link, verifier, expected) => {
		const code = await connect(context, client.clientId, link);
		const answer = await exchange(context, client, code, { code_verifier: verifier });
		expect(answer).toMatchObject(expected);
		expect(await stored()).toHaveLength(answer.status === 200 ? 1 : 0);
	});
});

it('a code lives ten minutes at most, the longest that RFC 6749 section 4.1.2 recommends', () => {
	expect(LIFETIMES.code).toBeLessThanOrEqual(10 * 60_000);
});
