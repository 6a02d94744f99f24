import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Bytes of randomness in a secret and in a token of the longer form. */
const SECRET_BYTES = 32;
/** All that the form of a UUID can hold. */
const UUID_BYTES = 16;

/** SHA-256 of a secret that is itself random, so that it needs no salt. */
export function digestOf(secret: string): Buffer {
	return createHash('sha256').update(secret).digest();
}

export function sameDigest(a: Buffer, b: Buffer): boolean {
	return a.length === b.length && timingSafeEqual(a, b);
}

/** 256 random bits as 43 characters of base64url. */
export function randomSecret(): string {
	return randomBytes(SECRET_BYTES).toString('base64url');
}

/** Whether a text has the form of {@link randomSecret}; another was not given out by us. */
export function isRandomSecret(text: string): boolean {
	return /^[\w-]{43}$/.test(text);
}

/**
 * A code or token: 256 random bits, or the platform's 36 characters in the form of a UUID. Those
 * hold 128 bits, all of them random, the least that RFC 6749 section 10.10 asks for.
 */
export function randomToken(form: 'uuid' | 'base64url'): string {
	if (form === 'base64url') return randomSecret();
	const hex = randomBytes(UUID_BYTES).toString('hex');
	const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
	return [...parts, hex.slice(20)].join('-');
}
