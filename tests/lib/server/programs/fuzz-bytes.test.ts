import { expect, it } from 'vitest';
import { faultOfBytes } from '../../../support/fuzz-bytes.ts';

const OK = 'HTTP/1.1 200 OK\r\n\r\n{}';

it.each([
	['', true, null],
	[OK, true, null],
	[`${OK}HTTP/1.1 400 Bad Request\r\n\r\n`, true, null],
	[`HTTP/1.1 100 Continue\r\n\r\n${OK}`, true, null],
	[OK + OK, false, null],
	[OK + OK, true, /^Two answers/],
	['HTTP/1.1 500 Internal Server Error\r\n\r\n', true, /^A fault/],
	['HTTP/1.1 404 Not Found\r\n\r\n<!doctype html>', true, /^HTML/],
	['HTTP/1.1 400 Bad Request\r\n\r\n{"x":"Error\\n    at run (x.ts:1:1)"}', true, /^A stack/],
	['nonsense', true, /^No answer of HTTP/]
])('what comes back to odd bytes is judged: %j', (received, isOne, fault) => {
	const odd = { name: 'odd', bytes: Buffer.from('GET /v2.0/user HTTP/1.1'), isOne };
	const found = faultOfBytes(odd, received);
	if (fault === null) expect(found).toBeNull();
	else expect(found).toMatch(fault);
});
