import { digestOf, randomSecret, randomToken, sameDigest } from '#lib/server/digest.ts';
import { describe, expect, it } from 'vitest';

describe('digestOf', () => {
	it('is SHA-256', () => {
		expect(digestOf('abc').toString('hex')).toBe(
			'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
		);
	});

	it.each([
		['abc', 'abc', true],
		['abc', 'abd', false],
		['', '', true]
	])('of %j and %j is the same: %s', (a, b, same) => {
		expect(sameDigest(digestOf(a), digestOf(b))).toBe(same);
	});

	it('is not the same as one of another length', () => {
		expect(sameDigest(digestOf('abc'), Buffer.alloc(31))).toBe(false);
	});
});

describe('random values', () => {
	it.each([
		['a secret', () => randomSecret(), /^[\w-]{43}$/],
		['a token', () => randomToken('base64url'), /^[\w-]{43}$/],
		[
			'a token like a UUID',
			() => randomToken('uuid'),
			// Strict readers refuse another version (RFC 9562 section 5.4).
			/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
		]
	])('of %s have their form and do not come twice', (_what, make, form) => {
		const made = Array.from({ length: 200 }, make);
		expect(new Set(made).size).toBe(200);
		for (const value of made) expect(value).toMatch(form);
	});
});
