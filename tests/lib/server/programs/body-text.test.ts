import { MAX_BODY_BYTES } from '#lib/server/http/limits.ts';
import { readBodyText } from '#lib/server/programs/body-text.ts';
import { expect, it } from 'vitest';

const read = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
	readBodyText(new Request('http://127.0.0.1/', { method: 'POST', headers, body }));

it.each(['', '{"name":"Ü 漢 🚗"}', 'x'.repeat(MAX_BODY_BYTES)])(
	'reads %.20j as it was sent',
	async (body) => {
		expect(await read(body)).toEqual({ ok: true, text: body });
	}
);

it.each([
	['is larger than allowed', 'x'.repeat(MAX_BODY_BYTES + 1), {}, 413],
	['says so', 'x', { 'content-length': String(MAX_BODY_BYTES + 1) }, 413],
	['is compressed', 'x', { 'content-encoding': 'gzip' }, 415],
	['names another charset', 'x', { 'content-type': 'application/json; charset=utf-16' }, 415],
	['is no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), {}, 400],
	['ends within a character', Uint8Array.of(0x22, 0xc3), {}, 400],
	['is UTF-16', new Uint8Array(Buffer.from('{"a":"Ü"}', 'utf16le')), {}, 400]
])('refuses one that %s', async (_, body, headers, status) => {
	expect(await read(body, headers)).toMatchObject({ ok: false, status });
});
