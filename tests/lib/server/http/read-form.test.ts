import { quote } from '#lib/access/characters.ts';
import { MAX_BODY_BYTES } from '#lib/server/http/limits.ts';
import { readForm, textOf } from '#lib/server/http/read-form.ts';
import { describe, expect, test } from 'vitest';

const LARGE = 'This is larger than 64 kB, the most that is read. Nothing was saved.';
const DAMAGED = 'The form arrived damaged. Nothing was saved; send it again.';

function post(body: BodyInit, headers: HeadersInit = {}): Request {
	return new Request('http://127.0.0.1/', { method: 'POST', body, headers });
}

describe('a form’s body', () => {
	test('is read when it is a form', async () => {
		const result = await readForm(post(new URLSearchParams({ name: 'Charge Planner' })), ['name']);
		expect(result.ok && textOf(result.form, 'name')).toBe('Charge Planner');
	});

	test.each([
		['a length beyond the limit', { 'content-length': String(MAX_BODY_BYTES + 1) }, 413, LARGE],
		['a boundary that is missing', { 'content-type': 'multipart/form-data' }, 400, DAMAGED],
		['another type', { 'content-type': 'text/plain' }, 400, DAMAGED]
	])('is refused in words for %s', async (_what, headers, status, message) => {
		expect(await readForm(post('x', headers), [])).toEqual({ ok: false, status, message });
	});

	test.each([
		['name=a&nmae=b', ['name', 'clientId'], '“nmae”; it takes name, clientId'],
		['secret=x', [], '“secret”; it takes none'],
		[`${'x'.repeat(500)}=1`, ['name'], `${quote('x'.repeat(500))}; it takes name`]
	])('is refused by name for a field that nothing reads: %s', async (body, fields, words) => {
		expect(await readForm(post(new URLSearchParams(body)), fields)).toEqual({
			ok: false,
			status: 400,
			message: `The form has a field that is not known here, ${words}. Nothing was saved.`
		});
	});

	test('is refused in words when the server ends it for its size', async () => {
		const body = new ReadableStream({
			start: (stream) => stream.error(Object.assign(new Error('too large'), { status: 413 }))
		});
		const init: RequestInit & { duplex: 'half' } = {
			method: 'POST',
			body,
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			duplex: 'half'
		};
		expect(await readForm(new Request('http://127.0.0.1/', init), [])).toEqual({
			ok: false,
			status: 413,
			message: LARGE
		});
	});
});

test('a field that is missing or a file reads as empty text', () => {
	const form = new FormData();
	form.set('file', new File(['x'], 'x.txt'));
	expect([textOf(form, 'file'), textOf(form, 'nothing')]).toEqual(['', '']);
});
