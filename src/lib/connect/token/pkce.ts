import { createHash, timingSafeEqual } from 'node:crypto';

const VERIFIER = /^[A-Za-z0-9\-._~]{43,128}$/;

/** Whether a verifier is well formed (RFC 7636 section 4.1) and the one behind the challenge. */
export function verifies(verifier: string, challenge: string): boolean {
	if (!VERIFIER.test(verifier)) return false;
	const expected = Buffer.from(challenge, 'base64url');
	const actual = createHash('sha256').update(verifier).digest();
	return expected.length === actual.length && timingSafeEqual(expected, actual);
}
