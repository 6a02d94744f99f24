import { verifies } from '#lib/connect/token/pkce.ts';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

describe('verifies', () => {
	it('holds for the pair of RFC 7636, appendix B', () => {
		expect(
			verifies(
				'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
				'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
			)
		).toBe(true);
	});

	it.each([
		[42, false],
		[43, true],
		[44, true],
		[128, true],
		[129, false]
	])('takes a verifier of %d characters: %s', (length, expected) => {
		const verifier = 'v'.repeat(length);
		expect(verifies(verifier, challengeOf(verifier))).toBe(expected);
	});

	it.each(['+', '/', '=', ' ', 'ä'])('takes no verifier with %j', (character) => {
		const verifier = 'v'.repeat(43) + character;
		expect(verifies(verifier, challengeOf(verifier))).toBe(false);
	});

	it('refuses the challenge itself, another verifier and a short challenge', () => {
		const challenge = challengeOf('v'.repeat(43));
		expect(verifies(challenge, challenge)).toBe(false);
		expect(verifies('w'.repeat(43), challenge)).toBe(false);
		expect(verifies('v'.repeat(43), challenge.slice(0, -3))).toBe(false);
	});
});
