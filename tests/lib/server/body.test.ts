import { MAX_BODY_BYTES, parseJson, readJson } from '#lib/server/body.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const Schema = z.strictObject({ name: z.string() });

function send(body: string, type = 'application/json'): Request {
	return new Request('http://127.0.0.1/', {
		method: 'PUT',
		headers: { 'content-type': type },
		body
	});
}

describe('readJson', () => {
	it('gives the data when it fits the schema', async () => {
		expect(await readJson(send('{"name":"x"}', 'application/json; charset=utf-8'), Schema)).toEqual(
			{
				ok: true,
				data: { name: 'x' }
			}
		);
	});

	it.each([
		['{"name":"x"}', 'text/plain', 415, /content-type: application\/json/],
		['', 'application/json', 400, /cannot be used/],
		['{', 'application/json', 400, /cannot be used/],
		['{"name":1}', 'application/json', 400, /cannot be used/],
		['{"name":"x","more":1}', 'application/json', 400, /cannot be used/],
		[`"${'x'.repeat(MAX_BODY_BYTES)}"`, 'application/json', 413, /larger than 64 kB/]
	])('refuses %.20s as %s with %d', async (body, type, status, message) => {
		const result = await readJson(send(body, type), Schema);
		expect(result).toMatchObject({ ok: false, status });
		if (!result.ok) expect(result.message).toMatch(message);
	});

	it('takes a body of exactly the limit', async () => {
		const body = JSON.stringify({ name: 'x'.repeat(MAX_BODY_BYTES - '{"name":""}'.length) });
		expect(await readJson(send(body), Schema)).toMatchObject({ ok: true });
	});
});

describe('parseJson', () => {
	it.each([
		['{"items":[{"code":"a","__proto__":{"x":1}}]}', 'items[0].__proto__', /not allowed/],
		['{"constructor":1}', 'constructor', /not allowed/],
		['{"a":{"b":["x\\u0000"]}}', 'a.b[0]', /NUL/],
		['{"a":"\\ud800"}', 'a', /lone surrogate/],
		['{"a":', '', /not JSON/],
		['['.repeat(100) + ']'.repeat(100), /^(\[0\])+$/, /Nested too deeply/]
	])('refuses %.40s with the place of the fault', (text, path, message) => {
		const result = parseJson(text);
		expect(result.ok).toBe(false);
		if (result.ok) return;
		expect(result.problems[0]?.path).toMatch(path);
		expect(result.problems[0]?.message).toMatch(message);
	});

	it('keeps an honest file as it is', () => {
		const text = '{"version":1,"items":[{"code":"make"}]}';
		expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
	});
});
