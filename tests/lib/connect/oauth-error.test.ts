import { answerJson, identified, OAuthError, printable } from '#lib/connect/oauth-error.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../support/any-text.ts';

describe('printable', () => {
	it.each([
		['plain text, as it is: {x} [y] ~', 'plain text, as it is: {x} [y] ~'],
		['“quoted” and it’s…', "'quoted' and it's..."],
		['a "b" \\ c', "a 'b' ? c"],
		['line\r\nbreak\ttab', 'line??break?tab'],
		['ä漢', '??'],
		['', ''],
		['x'.repeat(300), 'x'.repeat(300)],
		['x'.repeat(301), 'x'.repeat(300)]
	])('makes %j read %j', (text, expected) => {
		expect(printable(text)).toBe(expected);
	});

	it('leaves only what RFC 6749 allows in a description', () => {
		fc.assert(
			fc.property(anyText({ maxLength: 400 }), (text) => {
				expect(printable(text)).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]{0,300}$/);
			})
		);
	});
});

describe('OAuthError', () => {
	it.each([
		['invalid_request', 400],
		['invalid_client', 401],
		['invalid_grant', 400],
		['unauthorized_client', 400],
		['unsupported_grant_type', 400],
		['invalid_scope', 400],
		['temporarily_unavailable', 429],
		['server_error', 500]
	] as const)('answers %s with %d, kept by no cache', (error, status) => {
		const answer = new OAuthError(error, 'Über', { headers: { 'retry-after': '7' } }).toAnswer();
		expect(answer.status).toBe(status);
		expect(JSON.parse(answer.body)).toEqual({ error, error_description: '?ber' });
		expect(answer.headers).toEqual({
			'cache-control': 'no-store',
			pragma: 'no-cache',
			'content-type': 'application/json;charset=UTF-8',
			'retry-after': '7'
		});
	});
});

describe('answerJson', () => {
	it('is a success unless said otherwise', () => {
		const answer = answerJson({ a: 1 });
		expect(answer.status).toBe(200);
		expect(answer.body).toBe('{"a":1}');
		expect(answer.headers['cache-control']).toBe('no-store');
	});

	it('keeps what it says when it is given the id of its request', () => {
		const answer = answerJson({ a: 1 }, 201);
		expect(identified(answer, 'request-1')).toEqual({
			...answer,
			headers: { ...answer.headers, 'sc-request-id': 'request-1' }
		});
	});
});
