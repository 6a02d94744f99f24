import { hash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

/** Bytes of randomness in a secret and in a token of the longer form. */
const SECRET_BYTES = 32;

/**
 * SHA-256 of a secret that is itself random, so that it needs no salt. By way of a text, since a small
 * buffer that is cut out of a larger one costs a quarter of one that is made for itself.
 */
export function digestOf(secret: string): Buffer {
	return Buffer.from(hash('sha256', secret, 'hex'), 'hex');
}

/** The same as a text, by which what is secret is known in memory. */
export function digestText(secret: string): string {
	return hash('sha256', secret, 'base64');
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
 * A code or token: 256 random bits, or the platform's 36 characters: a UUID of version 4 (RFC 9562
 * section 5.4), of which 122 bits are random. RFC 6749 section 10.10 asks for 128 at least and
 * better 160, which this form cannot hold.
 */
export function randomToken(form: 'uuid' | 'base64url'): string {
	return form === 'base64url' ? randomSecret() : randomUUID();
}
