import { isKnown } from '#lib/owners/known-browser.ts';
import { randomUUID } from 'node:crypto';
import { sameDigest } from '../digest.ts';
import type { SecretKey } from '../secret-key.ts';

/** What a browser shows to be known for one address; nothing of that address stands in it. */
const FORM = /^([\da-f-]{36})\.(\d{1,16})\.([\w-]{43})$/;

/**
 * Lets a browser be known for an address: what it asks and guesses there is counted for itself. It
 * signs nobody in, so that nothing of it is stored. Source: OWASP, device cookies.
 */
export function knownBrowser(key: SecretKey, addressKey: string, now: number): string {
	const id = randomUUID();
	return `${id}.${now}.${proofOf(key, addressKey, id, now).toString('base64url')}`;
}

/** Whether a text may be what a browser is known by; for which address is told by that alone. */
export function looksKnown(text: string): boolean {
	return FORM.test(text);
}

/** Which browser shows this; null for a stranger to the address. */
export function knownAs(
	key: SecretKey,
	addressKey: string,
	shown: string | undefined,
	now: number
): string | null {
	const [, id, at, proof] = FORM.exec(shown ?? '') ?? [];
	if (id === undefined || at === undefined || proof === undefined) return null;
	const ours = proofOf(key, addressKey, id, Number(at));
	if (!sameDigest(ours, Buffer.from(proof, 'base64url'))) return null;
	return isKnown(Number(at), now) ? id : null;
}

const proofOf = (key: SecretKey, addressKey: string, id: string, at: number) =>
	key.digest(`known browser ${addressKey} ${id} ${at}`);
