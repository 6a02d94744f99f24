import { createMachineClient } from '#lib/server/applications/machine-clients.ts';
import type { Context } from '#lib/server/context.ts';
import { machineTokens } from '#lib/server/db/connect-schema.ts';
import { digestOf } from '#lib/server/digest.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication, newSecret } from '../../../../support/connect.ts';
import { REHEARSED_START, START, useStorage } from '../../../../support/storage.ts';
import { ask, askMachine, formOf } from '../../../../support/tokens.ts';

const storage = useStorage();
let context: Context;
beforeEach(() => {
	context = storage.context;
});

let clientId = '';
let secret = '';
let id = '';
beforeEach(async () => {
	clientId = await newApplication(context);
	const machine = await createMachineClient(context, clientId, 'Nightly sync');
	if (!machine.ok) throw new Error(machine.kind);
	({ id } = machine);
	secret = await newSecret(context, clientId, id);
});

const GRANT = { grant_type: 'client_credentials' };
const inBody = () => ({ ...GRANT, client_id: id, client_secret: secret });
const basic = () => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
const json = (body: object, headers: Record<string, string> = {}) => ({
	body: JSON.stringify(body),
	headers: { 'content-type': 'application/json', ...headers }
});

describe('a machine token', () => {
	it.each([
		['the form', () => ({ body: formOf(inBody()) })],
		['JSON', () => json(inBody())],
		['Basic and the form', () => ({ body: formOf(GRANT), headers: { authorization: basic() } })],
		['Basic and JSON', () => json(GRANT, { authorization: basic() })]
	])('is issued for an hour, without a refresh token, by %s', async (_way, request) => {
		const answer = await askMachine(context, request());
		expect(answer.status).toBe(200);
		const token = String(answer.body['access_token']);
		expect(answer.body).toEqual({ access_token: token, token_type: 'Bearer', expires_in: 3600 });
		expect(token).toMatch(/^[\w-]{43}$/);
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(await context.read(({ db }) => db.select().from(machineTokens))).toEqual([
			{ digest: digestOf(token), machineClientId: id, issuedAt: REHEARSED_START, insertedAt: START }
		]);
	});

	it.each([
		[{ grant_type: '' }, 'invalid_request', 'grant_type is missing; send client_credentials.'],
		[
			{ grant_type: 'authorization_code' },
			'unsupported_grant_type',
			'Send grant_type client_credentials.'
		],
		[{ grant_type: 'password' }, 'unsupported_grant_type', 'Send grant_type client_credentials.']
	])('is refused for %j', async (body, error, description) => {
		expect(await askMachine(context, { body: formOf({ ...inBody(), ...body }) })).toMatchObject({
			status: 400,
			body: { error, error_description: description }
		});
	});

	it('is refused for a wrong secret, and for the application’s own credentials', async () => {
		const own = await newSecret(context, clientId);
		for (const body of [{ client_secret: 'wrong' }, { client_id: clientId, client_secret: own }]) {
			expect(await askMachine(context, { body: formOf({ ...inBody(), ...body }) })).toMatchObject({
				status: 401,
				body: { error: 'invalid_client' }
			});
		}
		expect(await context.read(({ db }) => db.select().from(machineTokens))).toEqual([]);
	});
});

describe('the token endpoint of applications', () => {
	it.each([
		['', 'invalid_request', 'grant_type is missing; send authorization_code or refresh_token.'],
		['password', 'unsupported_grant_type', 'Send grant_type authorization_code or refresh_token.'],
		[
			'client_credentials',
			'unsupported_grant_type',
			'Send grant_type authorization_code or refresh_token.'
		]
	])('refuses the grant type %j', async (grant_type, error, description) => {
		const client = { clientId, secret: await newSecret(context, clientId) };
		expect(await ask(context, client, { grant_type })).toMatchObject({
			status: 400,
			body: { error, error_description: description }
		});
	});
});

it('a scope is refused, since it would have no effect', async () => {
	expect(
		await askMachine(context, { body: formOf({ ...inBody(), scope: 'read_vin' }) })
	).toMatchObject({
		status: 400,
		body: { error: 'invalid_scope' }
	});
});
