import { readCharset } from '#lib/server/http/charset.ts';
import { expect, it } from 'vitest';

it.each([
	[null, null],
	['', null],
	['application/json', null],
	['application/json; charset=utf-8', null],
	['application/json;charset="UTF-8"', null],
	['application/json; charset=utf8', null],
	['application/json; charset=US-ASCII', null],
	['application/json; charset=utf-16', 'utf-16'],
	['application/json; profile=x; Charset = latin1', 'latin1'],
	['application/json; charset=', '']
])('of the content type %j, %j is not read', (contentType, charset) => {
	expect(readCharset(contentType)).toBe(charset);
});
