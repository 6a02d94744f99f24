import type { RequestCheck } from './link.ts';

/** 32 bytes in base64url (RFC 7636 section 4.2). */
const S256_CHALLENGE = /^[A-Za-z0-9\-_]{43}$/;

/** Source: RFC 7636 sections 4.2 and 4.3; the method `plain`, its default, is not accepted. */
export const checkPkce: RequestCheck = ({ extra: { codeChallenge, codeChallengeMethod } }) => {
	if (codeChallenge === null) {
		if (codeChallengeMethod === null) return [];
		return [{ parameter: 'code_challenge_method', code: 'pkce-without-challenge' }];
	}
	if (codeChallengeMethod !== 'S256') {
		return [{ parameter: 'code_challenge_method', code: 'pkce-method' }];
	}
	if (S256_CHALLENGE.test(codeChallenge)) return [];
	return [{ parameter: 'code_challenge', code: 'pkce-challenge' }];
};
