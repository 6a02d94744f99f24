import { clientSecrets } from '../db/client-schema.ts';
import { digestOf, sameDigest } from '../digest.ts';
import type { SecretKey } from '../secret-key.ts';

/** What is stored of a secret to know it again. */
export interface SecretProof {
	readonly digest: Buffer;
	/** Null where it was stored before there was a key: its digest is SHA-256 alone. */
	readonly keyId: string | null;
}

/** The columns that hold it. */
export const PROOF_COLUMNS = { digest: clientSecrets.digest, keyId: clientSecrets.keyId };

export function proofOf(key: SecretKey, secret: string): SecretProof {
	return { digest: key.digest(secret), keyId: key.id };
}

/** A comparison with what is stored; it takes as long whichever way that was made. */
export function comparedWith(key: SecretKey, secret: string): (stored: SecretProof) => boolean {
	const [keyed, alone] = [key.digest(secret), digestOf(secret)];
	return ({ digest, keyId }) => sameDigest(digest, keyId === null ? alone : keyed);
}
