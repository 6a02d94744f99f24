import { MAX_BODY_BYTES } from '#lib/server/http/limits.ts';
import { readSettings } from '#lib/server/settings.ts';
import type { Context } from '#lib/server/context.ts';
import { describe, expect, it } from 'vitest';
import { control } from '../../../../support/control.ts';
import { useStorage } from '../../../../support/storage.ts';
import { send } from '../../../../support/tokens.ts';

const storage = useStorage();
const PATHS = [
	...(['authorize', 'clock', 'seed', 'vehicles', 'vehicles/some/events'] as const),
	'wipe'
] as const;

const known = (env: Readonly<Record<string, string>>): Context => ({
	...storage.context,
	settings: readSettings(env)
});

describe.each(PATHS)('POST /sandbox/api/%s', (path) => {
	const ask = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
		control(storage.context, path, body, headers);

	it.each([
		['empty', '', 400, 'invalid_request', 'This is not JSON: it ends too early, at line 1'],
		['no JSON', '{"a":1,}', 400, 'invalid_request', 'This is not JSON: “}” does not belong at'],
		['unsafe', '{"__proto__":{}}', 400, 'invalid_request', '__proto__: The key “__proto__” is not'],
		['odd', '{"a":"\\u0000"}', 400, 'invalid_request', 'a: Holds a NUL character; remove it.'],
		['long', ' '.repeat(MAX_BODY_BYTES + 1), 413, 'too_large', 'The body is larger than 64 kB.']
	])('refuses a body that is %s', async (_, body, status, error, description) => {
		const answer = await ask(body);
		expect(answer.status).toBe(status);
		expect(answer.body).toMatchObject({ error, requestId: answer.headers.get('sc-request-id') });
		expect(answer.body.error_description).toContain(description);
	});

	it.each([
		[{ 'content-type': 'text/plain' }, 'Send the body as JSON, with the header content-type'],
		[{ 'content-type': 'application/x-www-form-urlencoded' }, 'Send the body as JSON'],
		[
			{ 'content-type': 'application/json; charset=UTF-16LE' },
			'The body is in UTF-16LE; send it as UTF-8, and name that or no charset in content-type.'
		],
		[{ 'content-encoding': 'gzip' }, 'The body has the content-encoding gzip; send it as it is.']
	])('takes JSON alone, not %j', async (headers, description) => {
		const { status, body } = await ask({}, headers);
		expect(status).toBe(415);
		expect(body.error).toBe('unsupported_media_type');
		expect(body.error_description).toContain(description);
	});

	it('refuses a page of another site, and takes one of its own', async () => {
		const foreign = await ask({}, { origin: 'https://evil.example' });
		expect(foreign.status).toBe(403);
		expect(foreign.body).toMatchObject({
			error: 'forbidden',
			error_description: expect.stringContaining('this request came from https://evil.example')
		});
		const env = { ORIGINS: 'http://localhost:4000,http://127.0.0.1:3000' };
		for (const origin of ['http://localhost:4000', 'http://127.0.0.1:3000']) {
			expect((await control(known(env), path, [], { origin })).status).toBe(400);
		}
	});

	it('is off where others reach the server', async () => {
		const env = { ORIGIN: 'https://keys.example.com', ALLOW_PUBLIC: '1' };
		const { status, body } = await control(known(env), path, {});
		expect(status).toBe(403);
		expect(body.error).toBe('forbidden');
		expect(body.error_description).toMatch(/^The control API is off, since others can reach/);
	});

	it.each([
		['x-forwarded-for', '203.0.113.9'],
		['x-forwarded-host', 'keys.example.com'],
		['x-real-ip', '203.0.113.9'],
		['forwarded', 'for=203.0.113.9'],
		['via', '1.1 proxy']
	])('is off for what came through a proxy that says so by %s', async (name, value) => {
		const { status, body } = await ask({}, { [name]: value });
		expect(status).toBe(403);
		expect(body.error_description).toMatch(
			/^The control API is off for what comes through a proxy/
		);
	});

	it('counts nobody', async () => {
		const asked = Array.from({ length: 700 }, () =>
			send(storage.context, { path: `/sandbox/api/${path}` }, '192.0.2.77')
		);
		expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([415]));
	});
});
