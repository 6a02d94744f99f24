import type { SignatureCause } from '#lib/webhooks/signature-causes.ts';

/** A signature that comes out of a likely mistake. */
export interface WrongSignature {
	readonly cause: SignatureCause;
	readonly signature: string;
}

export type SignatureJudgement =
	| { readonly kind: 'nothing' }
	| { readonly kind: 'match' }
	/** The right one, written so that a comparison letter by letter fails. */
	| { readonly kind: 'spelled'; readonly how: 'upper-case' | 'prefixed' | 'base64' }
	| { readonly kind: 'cause'; readonly cause: SignatureCause }
	/** As long as what another way of hashing gives. */
	| { readonly kind: 'algorithm'; readonly name: 'MD5' | 'SHA-1' | 'SHA-384' | 'SHA-512' }
	/** No signature at all, by its form: how long it is. */
	| { readonly kind: 'form'; readonly length: number }
	| { readonly kind: 'unknown' };

const HEADER = /^sc-signature\s*:\s*/i;
const PREFIX = /^(hmac-)?(sha-?256|v1)[=:]\s*/i;
const HEX = /^[0-9a-f]+$/i;

/** Hex digits of a signature, and of what other ways of hashing give. */
const LENGTH = 64;
const ALGORITHMS = { 32: 'MD5', 40: 'SHA-1', 96: 'SHA-384', 128: 'SHA-512' } as const;

/**
 * What a signature that somebody computed tells beside the one that was sent.
 *
 * @param received as it was pasted; the whole line of the header counts as its value
 * @param wrong the likeliest first
 */
export function judgeSignature(
	received: string,
	expected: string,
	wrong: readonly WrongSignature[]
): SignatureJudgement {
	const value = received
		.trim()
		.replace(HEADER, '')
		.replaceAll(/^["'`]+|["'`]+$/g, '')
		.trim();
	if (value === '') return { kind: 'nothing' };
	if (value === expected) return { kind: 'match' };
	const bare = value.replace(PREFIX, '');
	const hex = bare.toLowerCase();
	if (hex === expected) return { kind: 'spelled', how: bare === value ? 'upper-case' : 'prefixed' };
	if (isBase64Of(bare, expected)) return { kind: 'spelled', how: 'base64' };
	const found = wrong.find(({ signature }) => signature === hex || isBase64Of(bare, signature));
	if (found) return { kind: 'cause', cause: found.cause };
	if (!HEX.test(hex)) return { kind: 'form', length: value.length };
	const algorithm = Object.entries(ALGORITHMS).find(([length]) => Number(length) === hex.length);
	if (algorithm) return { kind: 'algorithm', name: algorithm[1] };
	return hex.length === LENGTH ? { kind: 'unknown' } : { kind: 'form', length: value.length };
}

/** Either alphabet of it counts, with what fills it up or without. */
function isBase64Of(text: string, hex: string): boolean {
	const bytes = (hex.match(/../g) ?? []).map((pair) =>
		String.fromCharCode(Number.parseInt(pair, 16))
	);
	const plain = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
	return plain !== '' && plain === btoa(bytes.join('')).replace(/=+$/, '');
}
