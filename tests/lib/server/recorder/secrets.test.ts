import { makeManagementToken } from '#lib/server/applications/management-token.ts';
import { flushRequests } from '#lib/server/recorder/request-log.ts';
import type { Context } from '#lib/server/context.ts';
import { RECORDING } from '#lib/server/programs/record/stage.ts';
import { takePart } from '#lib/server/programs/standing-stages.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { v2Client } from '../../../support/api-v2.ts';
import { useFolder, useSqlite } from '../../../support/storage.ts';
import { newV3Client } from '../../../support/v3.ts';

const folder = useFolder();
const storage = useSqlite(() => join(folder.path, 'valetkey.db'));
beforeEach(() => takePart(storage.context, RECORDING));

/** Answers any number of requests. */
function unlimited(): Context {
	const { context } = storage;
	return { ...context, settings: { ...context.settings, rateLimits: false } };
}

/** All that lies beside the database, and it itself. */
const written = () => readdirSync(folder.path).map((name) => readFileSync(join(folder.path, name)));
const isWritten = (secret: string) => written().some((bytes) => bytes.includes(secret));

const Described = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Every method of every address that an application may ask. */
async function everyEndpoint(): Promise<readonly (readonly [method: string, path: string])[]> {
	const found = [];
	for (const api of ['vehicle-v2', 'vehicle-v3', 'management']) {
		const answer = await askFromWithin(unlimited(), 'x', `/openapi/${api}.json`, {});
		const { servers, ...described } = z
			.object({ servers: z.array(z.object({ url: z.string() })) })
			.loose()
			.parse(await answer.json());
		const base = new URL(servers[0]?.url ?? '').pathname.replace(/\/$/, '');
		for (const [path, methods] of Object.entries(Described.parse(described).paths)) {
			for (const method of Object.keys(methods)) {
				if (/^(get|post|put|delete)$/.test(method)) found.push([method, base + path] as const);
			}
		}
	}
	const tokens = ['/oauth/token', '/oauth2/token', '/oauth/revoke'];
	return [...found, ...tokens.map((path) => ['post', path] as const), ['get', '/v3/nothing']];
}

const FIELDS = ['client_secret', 'code', 'refresh_token', 'access_token', 'password', 'token'];
const MORE = ['clientSecret', 'code_verifier', 'managementToken', 'client_assertion', 'pin'];
const HEADERS = ['authorization', 'cookie', 'x-api-key', 'proxy-authorization', 'sc-signature'];

/** What nobody may find again: long enough to be found in a file for no other reason. */
const Secret = fc.oneof(
	fc
		.string({ minLength: 10, maxLength: 60, unit: 'grapheme-ascii' })
		.filter((text) => !/^\s|\s$/.test(text) && !/^[\s.]*$/.test(text)),
	fc.uuid(),
	fc.stringMatching(/^[A-Za-z0-9+/]{20,60}={0,2}$/)
);

const Planted = fc.record({
	secret: Secret,
	field: fc.constantFrom(...FIELDS, ...MORE),
	header: fc.constantFrom(...HEADERS),
	scheme: fc.constantFrom('Bearer ', 'Basic ', 'basic', '', 'Digest '),
	how: fc.constantFrom('form', 'json', 'deep', 'list', 'text', 'wrong type'),
	place: fc.constantFrom('header', 'query', 'body', 'everywhere')
});

type Planted = typeof Planted extends fc.Arbitrary<infer T> ? T : never;

function bodyOf({ how, field, secret }: Planted): readonly [type: string, body: string] {
	const form = new URLSearchParams({ grant_type: 'authorization_code', [field]: secret });
	switch (how) {
		case 'form':
			return ['application/x-www-form-urlencoded', form.toString()];
		case 'json':
			return ['application/json', JSON.stringify({ [field]: secret, other: 1 })];
		case 'deep':
			return ['application/json', JSON.stringify({ data: { [field]: { value: secret } } })];
		case 'list':
			return ['application/json', JSON.stringify({ requests: [{ [field]: [secret] }] })];
		case 'text':
			return ['text/plain', `${field} is ${secret}`];
		case 'wrong type':
			return ['application/x-www-form-urlencoded', JSON.stringify({ [field]: secret })];
	}
}

function requestOf(planted: Planted, method: string, path: string) {
	const { header, scheme, secret, field, place } = planted;
	const everywhere = place === 'everywhere';
	const [type, body] = bodyOf(planted);
	const sends = method !== 'get' && (everywhere || place === 'body');
	const basic = `Basic ${Buffer.from(`somebody:${secret}`).toString('base64')}`;
	const value = scheme === 'Basic ' ? basic : `${scheme}${secret}`;
	const query = new URLSearchParams({ [field]: secret, page: '1' });
	return {
		path: everywhere || place === 'query' ? `${path}?${query}` : path,
		init: {
			method: method.toUpperCase(),
			headers: {
				...(sends && { 'content-type': type }),
				...((everywhere || place === 'header') && { [header]: value })
			},
			...(sends && { body })
		}
	};
}

it('keeps no secret that any request brought, to whatever address', async () => {
	const context = unlimited();
	const { vehicleId } = await v2Client(context, 'TESLA', ['read_odometer']);
	const endpoints = await everyEndpoint();
	expect(endpoints.length).toBeGreaterThan(60);
	let at = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(Planted, { minLength: 20, maxLength: 20 }), async (plants) => {
			for (const planted of plants) {
				const [method, template] = endpoints[at++ % endpoints.length] ?? ['get', '/'];
				const filled = template.replace(/\{[^}]+\}/g, vehicleId);
				const { path, init } = requestOf(planted, method, filled);
				await askFromWithin(context, '192.0.2.7', path, init);
			}
			expect(await flushRequests(context)).toBe(true);
			for (const { secret } of plants) {
				expect(isWritten(secret), secret).toBe(false);
				expect(isWritten(encodeURIComponent(secret)), secret).toBe(false);
				expect(isWritten(JSON.stringify(secret).slice(1, -1)), secret).toBe(false);
				expect(isWritten(Buffer.from(`somebody:${secret}`).toString('base64')), secret).toBe(false);
			}
		}),
		{ numRuns: 15 }
	);
	expect(isWritten('grant_type=authorization_code')).toBe(true);
});

it('keeps none that were given out', async () => {
	const context = unlimited();
	const client = await newV3Client(context);
	const { access, refresh, secret, clientId } = await v2Client(context, 'KIA', ['read_odometer']);
	const made = await makeManagementToken(context, clientId);
	const management = made.ok ? made.token : '';
	const authorization = `Basic ${btoa(`default:${management}`)}`;
	await askFromWithin(context, 'x', '/v2.0/management/connections', { headers: { authorization } });
	await flushRequests(context);
	for (const one of [client.user, client.machine, access, refresh, secret, management]) {
		expect(one.length).toBeGreaterThan(20);
		expect(isWritten(one)).toBe(false);
	}
	expect(isWritten(`${access.slice(0, 4)}····`)).toBe(true);
});
