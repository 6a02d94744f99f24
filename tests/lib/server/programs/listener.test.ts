import { MAX_BODY_BYTES } from '#lib/server/http/limits.ts';
import { createProgramsListener } from '#lib/server/programs/listener.ts';
import type { Context } from '#lib/server/context.ts';
import type { Engine } from '#lib/server/engine.ts';
import { tokenPairs } from '#lib/server/db/connect-schema.ts';
import { log } from '#lib/server/log.ts';
import { openSqlite } from '#lib/server/db/sqlite/sqlite.ts';
import { requestContext } from '#lib/server/http/request-context.ts';
import { readSettings } from '#lib/server/settings.ts';
import Database from 'better-sqlite3';
import { renameSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConnectedClient, giveCodes } from '../../../support/codes.ts';
import { TEST_KEY, useFolder } from '../../../support/storage.ts';
import { exchange } from '../../../support/tokens.ts';

const folder = useFolder();
const file = () => join(folder.path, 'valetkey.db');

let engine: Engine;
let context: Context;
let server: Server;
let port: number;
const faults = vi.spyOn(log, 'error');

/** The second is that of the same server behind a proxy. */
const namesAt = (port: number) => `http://127.0.0.1:${port},https://keys.example.com`;

beforeEach(async () => {
	faults.mockClear();
	server = createServer((message, response) => {
		if (!listener(message, response)) response.writeHead(418).end();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	port = typeof address === 'object' && address !== null ? address.port : 0;
	const settings = readSettings({
		PORT: String(port),
		ORIGINS: namesAt(port),
		RATE_LIMITS: 'off',
		ALLOW_PUBLIC: '1'
	});
	engine = openSqlite(file());
	context = requestContext(engine, settings, TEST_KEY);
	const listener = createProgramsListener(() => requestContext(engine, settings, TEST_KEY));
});

afterEach(async () => {
	server.close();
	await engine.close();
});

interface Asked {
	readonly method?: string;
	readonly path?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
}

async function ask({ method = 'POST', path = '/oauth/token', headers = {}, body = '' }: Asked) {
	const type = { 'content-type': 'application/x-www-form-urlencoded' };
	const sent = request({ port, method, path, agent: false, headers: { ...type, ...headers } });
	sent.end(body);
	const [answer]: IncomingMessage[] = await once(sent, 'response');
	let text = '';
	for await (const chunk of answer ?? []) text += String(chunk);
	return { status: answer?.statusCode, headers: answer?.headers, text };
}

describe('the door for programs', () => {
	it('answers from the connection as from within, with the headers of every answer', async () => {
		const client = await createConnectedClient(context);
		const [code = '', other = ''] = await giveCodes(context, client.clientId, 2);
		const credentials = btoa(`${client.clientId}:${client.secret}`);
		const answer = await ask({
			headers: { authorization: `Basic ${credentials}` },
			body: `grant_type=authorization_code&code=${code}`
		});
		const within = await exchange(context, client, other);
		expect(answer.status).toBe(200);
		const { 'sc-request-id': id = '', ...common } = Object.fromEntries(within.headers);
		expect(id).not.toBe('');
		expect(answer.headers).toMatchObject(common);
		expect(answer.headers?.['sc-request-id']).toHaveLength(36);
		expect(answer.headers).toMatchObject({
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer'
		});
		expect(Object.keys(JSON.parse(answer.text))).toEqual(Object.keys(within.body));
		expect(await context.read(({ db }) => db.select().from(tokenPairs))).toHaveLength(2);
	});

	it.each([
		'/oauth/token/',
		'//oauth/token',
		'//oauth//token//?flags=a:b',
		'/oauth/%74oken',
		'/x/../oauth/token'
	])('answers at %s', async (path) => {
		const answer = await ask({ path });
		expect(answer.status).toBe(401);
		expect(JSON.parse(answer.text)).toMatchObject({ error: 'invalid_client' });
	});

	it.each(['/', '/apps/token', '/oauth/authorize', '/oauth/', '/%6Fauth/token'])(
		'leaves %s to the framework',
		async (path) => {
			expect((await ask({ path })).status).toBe(418);
		}
	);

	it.each([
		['GET', '/oauth/token', 'POST'],
		['OPTIONS', '/oauth/token', 'POST'],
		['PROPFIND', '/oauth/revoke/', 'POST'],
		['POST', '/.well-known/oauth-authorization-server', 'GET, HEAD'],
		['DELETE', '/v2.0/user', 'GET, HEAD']
	])('tells %s at %s that %s is answered', async (method, path, allow) => {
		const answer = await ask({ method, path });
		expect(answer.status).toBe(405);
		expect(answer.headers).toMatchObject({ allow });
		expect(answer.text).toContain(`${method} is not answered here`);
	});

	it.each(['/oauth/tokens', '/v3/vehicles', '/v2.0/user/x', '/v2.0/vehicles/x//permissions/y'])(
		'has nothing at %s',
		async (path) => {
			const answer = await ask({ path });
			expect(answer.status).toBe(404);
			expect(answer.text).toMatch(/There is nothing at .\/(oauth|v2\.0|v3)\//);
		}
	);

	it('answers HEAD as GET, without the body', async () => {
		const path = '/.well-known/oauth-authorization-server';
		const [head, get] = [await ask({ method: 'HEAD', path }), await ask({ method: 'GET', path })];
		expect(head.status).toBe(200);
		expect(head.text).toBe('');
		expect(JSON.parse(get.text)).toMatchObject({
			token_endpoint: `http://127.0.0.1:${port}/oauth/token`
		});
		expect(head.headers?.['content-length']).toBe(String(get.text.length));
		expect(get.headers).toMatchObject({ 'content-type': 'application/json' });
	});

	it('refuses a name of another server', async () => {
		const answer = await ask({ headers: { host: 'evil.example' } });
		expect(answer.status).toBe(421);
		expect(JSON.parse(answer.text)).toEqual({
			error: 'invalid_request',
			error_description: `This server answers at http://127.0.0.1:${port} and https://keys.example.com only. If you know it by another address, start it with that address in ORIGINS.`
		});
		expect(answer.headers?.['sc-request-id']).toHaveLength(36);
		expect(answer.headers).toMatchObject({ 'x-frame-options': 'DENY' });
	});

	it('binds the browser to https where that is the name it was asked under', async () => {
		const secure = await ask({ headers: { host: 'keys.example.com' } });
		expect(secure.headers).toHaveProperty('strict-transport-security');
		expect((await ask({})).headers).not.toHaveProperty('strict-transport-security');
	});

	it.each([
		['a length that is stated', {}],
		['a length that is not', { 'transfer-encoding': 'chunked' }]
	])('refuses a body that is too large, of %s', async (_title, headers) => {
		const answer = await ask({ headers, body: 'x'.repeat(MAX_BODY_BYTES + 1) });
		expect(answer.status).toBe(413);
		expect(JSON.parse(answer.text)).toEqual({
			error: 'invalid_request',
			error_description: `The body is larger than ${MAX_BODY_BYTES} bytes.`
		});
	});

	it('says that the storage failed, and reports every other fault', async () => {
		const { clientId, secret } = await createConnectedClient(context);
		const asked = { headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` } };
		renameSync(file(), `${file()}.away`);
		const waiting = await ask(asked);
		expect(waiting.status).toBe(503);
		expect(JSON.parse(waiting.text)).toMatchObject({ error: 'temporarily_unavailable' });
		expect(faults.mock.calls).toEqual([
			[
				{ id: waiting.headers?.['sc-request-id'], code: 'gone' },
				expect.stringContaining('was removed or replaced')
			]
		]);
		renameSync(`${file()}.away`, file());
		new Database(file()).exec('drop table client_secrets').close();
		const answer = await ask(asked);
		expect(answer.status).toBe(500);
		expect(JSON.parse(answer.text)).toEqual({
			error: 'server_error',
			error_description: 'The server failed to answer; its log knows this request by its id.'
		});
		expect(faults.mock.calls.slice(1)).toEqual([
			[{ id: answer.headers?.['sc-request-id'], err: expect.any(Error) }, 'a request failed']
		]);
	});
});
