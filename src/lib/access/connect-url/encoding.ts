/**
 * Encodes a value for the query of our own links: a space as `%20`, while `:` and `/`, which a
 * query may hold (RFC 3986 section 3.4), stay readable as in the platform's example.
 * Half of a surrogate pair, which no URL can hold, becomes U+FFFD.
 */
export function encodeValue(value: string): string {
	return encodeURIComponent(value.replace(/\p{Cs}/gu, '\uFFFD'))
		.replace(/%3A/g, ':')
		.replace(/%2F/g, '/')
		.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A value taken from a query. */
export interface DecodedValue {
	readonly text: string;
	/** False for a `%` without two hexadecimal digits, or bytes that are not UTF-8. */
	readonly valid: boolean;
}

/**
 * Decodes a value of a query. Never throws: what cannot be decoded stays as it was written, and
 * bytes that are no text become U+FFFD.
 *
 * @param plus what a raw `+` stands for: a space wherever values are form-encoded, itself in base64
 * that was not encoded.
 */
export function decodeValue(raw: string, plus: 'space' | 'literal' = 'space'): DecodedValue {
	const spaced = plus === 'space' ? raw.replace(/\+/g, ' ') : raw;
	try {
		return { text: decodeURIComponent(spaced), valid: true };
	} catch {
		const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
		const text = spaced.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
			utf8.decode(Uint8Array.from(run.slice(1).split('%'), (byte) => parseInt(byte, 16)))
		);
		return { text, valid: false };
	}
}
