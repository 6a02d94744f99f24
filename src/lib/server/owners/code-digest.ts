import { LONG_LENGTH, LONG_LETTERS, DIGITS, type CodeForm } from '#lib/owners/sign-in-code.ts';
import { randomBytes, randomInt } from 'node:crypto';
import type { SecretKey } from '../secret-key.ts';

/** A code from the system's random source, every one as likely as another. */
export function randomCode(form: CodeForm): string {
	if (form === 'digits') return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
	// 32 letters: each takes five bits of a byte, and none is likelier.
	return [...randomBytes(LONG_LENGTH)].map((byte) => LONG_LETTERS[byte % 32]).join('');
}

/** Of a code that one browser may use for one address: it fits no other row. */
export function codeDigest(
	key: SecretKey,
	{ addressKey, browserDigest }: { readonly addressKey: string; readonly browserDigest: Buffer },
	code: string
): Buffer {
	return key.digest(`sign-in ${addressKey} ${browserDigest.toString('hex')} ${code}`);
}
