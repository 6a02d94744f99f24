import { checkPkce } from '#lib/access/connect-url/checks/pkce.ts';
import { describe, expect, it } from 'vitest';

const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

function codes(codeChallenge: string | null, codeChallengeMethod: string | null) {
	const extra = { codeChallenge, codeChallengeMethod, refuse: null, carrier: null };
	return checkPkce({ parameters: {}, problems: [], repeated: [], extra }).map(
		({ parameter, code }) => `${parameter} ${code}`
	);
}

const METHOD = ['code_challenge_method pkce-method'];
const FORM = ['code_challenge pkce-challenge'];

describe('checkPkce', () => {
	it.each([
		[null, null, []],
		[CHALLENGE, 'S256', []],
		[CHALLENGE, null, METHOD],
		[CHALLENGE, 'plain', METHOD],
		[CHALLENGE, 's256', METHOD],
		[null, 'S256', ['code_challenge_method pkce-without-challenge']]
	])('of the challenge %s by the method %s it finds %j', (challenge, method, expected) => {
		expect(codes(challenge, method)).toEqual(expected);
	});

	it.each([
		[42, FORM],
		[43, []],
		[44, FORM],
		[129, FORM]
	])('takes a challenge of 43 characters: %i', (length, expected) => {
		expect(codes('a'.repeat(length), 'S256')).toEqual(expected);
	});

	it.each(['+', '/', '=', '.', '~', ' ', '\n', 'ä'])('a challenge may not hold %j', (character) => {
		expect(codes('a'.repeat(42) + character, 'S256')).toEqual(FORM);
	});
});
