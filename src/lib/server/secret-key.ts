import {
	createCipheriv,
	createDecipheriv,
	createHmac,
	createSecretKey,
	hash,
	hkdfSync,
	randomBytes
} from 'node:crypto';

/** The key of the house: for what has to be read back, and for digests that a thief cannot guess at. */
export interface SecretKey {
	/** Tells one key from another and nothing of either. */
	readonly id: string;
	/** HMAC-SHA-256 of a secret: whoever took the database alone cannot try what it may have been. */
	digest(secret: string): Buffer;
	/**
	 * Four bytes for a text, as a number: the same each time, and to who lacks the key as good as
	 * random. What they are added to by `xor` is hidden in them.
	 */
	mask(text: string): number;
	/**
	 * Encrypts a text, to be read back with the same key for the same purpose.
	 *
	 * @param purpose what it is and where it belongs; it opens as nothing else
	 */
	seal(text: string, purpose: string): string;
	/** @returns null for what another key sealed, or for another purpose, or what was changed since */
	open(sealed: string, purpose: string): string | null;
}

/** Source: NIST SP 800-38D, sections 5.2.1.1 and 8.2.2. */
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** 32 bytes or more in base64, with either alphabet, or in hex. */
const FORM = /^[\w+/-]{43,}={0,2}$/;
/** 64 random digits of hex show fewer than that once in a billion times. */
const LEAST_VARIETY = 9;

/** Whether a text may be a key; one that somebody typed is none. */
export function isKeyText(text: string): boolean {
	return FORM.test(text) && new Set(text).size >= LEAST_VARIETY;
}

export function randomKeyText(): string {
	return randomBytes(32).toString('base64');
}

/** The key that a text stands for. Each use has one of its own, derived from it (RFC 5869). */
export function keyOf(text: string): SecretKey {
	const derive = (use: string) => Buffer.from(hkdfSync('sha256', text, 'valetkey', use, 32));
	const id = derive('id').toString('hex').slice(0, 16);
	// Made into a key once: out of plain bytes that takes longer than the digest itself.
	const digestKey = createSecretKey(derive('digest'));
	const sealKey = derive('seal');
	const maskKey = derive('mask').toString('hex');
	return {
		id,
		digest: (secret) => createHmac('sha256', digestKey).update(secret).digest(),
		// Not HMAC, which takes nine times as long: nobody extends a digest of which so little is shown.
		mask: (text) => parseInt(hash('sha256', maskKey + text, 'hex').slice(0, 8), 16),
		seal(text, purpose) {
			const nonce = randomBytes(NONCE_BYTES);
			const cipher = createCipheriv(CIPHER, sealKey, nonce).setAAD(Buffer.from(purpose));
			const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
			const sealed = Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
			return `${id}.${sealed.toString('base64url')}`;
		},
		open(sealed, purpose) {
			const [by, content = ''] = sealed.split('.');
			const bytes = Buffer.from(content, 'base64url');
			if (by !== id || bytes.length < NONCE_BYTES + TAG_BYTES) return null;
			const nonce = bytes.subarray(0, NONCE_BYTES);
			const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
			const decipher = createDecipheriv(CIPHER, sealKey, nonce, { authTagLength: TAG_BYTES })
				.setAAD(Buffer.from(purpose))
				.setAuthTag(tag);
			try {
				const encrypted = bytes.subarray(NONCE_BYTES + TAG_BYTES);
				return Buffer.concat([decipher.update(encrypted), decipher.final()]).toString('utf8');
			} catch {
				return null;
			}
		}
	};
}
