import { isTooLarge, parseJson, readJson } from '#lib/server/http/body.ts';
import { MAX_BODY_BYTES } from '#lib/server/http/limits.ts';
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

const TOO_LARGE = { ok: false, status: 413, message: 'The body is larger than 64 kB.' };

function stream(source: UnderlyingDefaultSource<Uint8Array>): Request {
	const init: RequestInit & { duplex: 'half' } = {
		method: 'PUT',
		body: new ReadableStream(source),
		headers: { 'content-type': 'application/json' },
		duplex: 'half'
	};
	return new Request('http://127.0.0.1/', init);
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
		['{"name":"x"}', 'application/json; charset=utf-16', 415, /is in utf-16; send it as UTF-8/],
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

	it('says where the fault is', async () => {
		const Items = z.strictObject({ items: z.array(z.strictObject({ code: z.string() })) });
		expect(await readJson(send('{"items":[{"code":"a"},{"code":1}]}'), Items)).toEqual({
			ok: false,
			status: 400,
			message: 'The body cannot be used.',
			problems: [
				{
					path: 'items[1].code',
					message: 'Invalid input: expected string, received number.'
				}
			]
		});
		expect(await readJson(send('{"items":\n\t[,]}'), Items)).toMatchObject({
			problems: [
				{ path: '', message: 'This is not JSON: “,” does not belong at line 2, column 3.' }
			]
		});
	});

	it('refuses bytes that are no text', async () => {
		const request = new Request('http://127.0.0.1/', {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body: Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)
		});
		expect(await readJson(request, z.unknown())).toMatchObject({
			status: 400,
			problems: [{ path: '', message: 'This is not UTF-8 text.' }]
		});
	});

	it('answers when the server ends the body for its size', async () => {
		const request = stream({
			start: (body) => body.error(Object.assign(new Error('too large'), { status: 413 }))
		});
		expect(await readJson(request, Schema)).toMatchObject(TOO_LARGE);
	});

	it('refuses a body of unstated length without closing the connection on it', async () => {
		let chunks = 0;
		let cancelled = false;
		const request = stream({
			pull: (body) => (chunks++ < 40 ? body.enqueue(new Uint8Array(4096)) : body.close()),
			cancel: () => {
				cancelled = true;
			}
		});
		expect(await readJson(request, Schema)).toMatchObject(TOO_LARGE);
		expect(cancelled).toBe(false);
	});

	it('refuses a body that states too large a length without reading it', async () => {
		const request = send('{"name":"x"}');
		request.headers.set('content-length', String(MAX_BODY_BYTES + 1));
		expect(await readJson(request, Schema)).toMatchObject(TOO_LARGE);
		expect(request.bodyUsed).toBe(false);
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
		['{"a":', '', 'This is not JSON: it ends too early, at line 1, column 6.'],
		['{"a":\n x}', '', 'This is not JSON: “x” does not belong at line 2, column 2.'],
		['['.repeat(100) + ']'.repeat(100), /^(\[0\])+$/, /Nested too deeply/]
	])('refuses %.40s with the place of the fault', (text, path, message) => {
		const result = parseJson(text);
		expect(result.ok).toBe(false);
		if (result.ok) return;
		expect(result.problems[0]?.path).toMatch(path);
		expect(result.problems[0]?.message).toMatch(message);
	});

	it.each([
		'{"version":1,"items":[{"code":"make"}]}',
		'{"a":null,"b":[null,true,1.5,"x"],"c":{}}',
		'null',
		'0',
		'"text"'
	])('keeps %s as it is', (text) => {
		expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
	});
});

describe('isTooLarge', () => {
	it.each([
		[Object.assign(new Error('large'), { status: 413 }), true],
		[Object.assign(new Error('other'), { status: 400 }), false],
		[new Error('none'), false],
		[{ status: 413 }, false],
		['413', false],
		[null, false]
	])('of %o is %s', (error, expected) => {
		expect(isTooLarge(error)).toBe(expected);
	});
});
