import { isUtf8 } from 'node:buffer';
import type { Veil } from './veil.ts';

/** Bytes of a body that are kept; of one of very many, less. */
const MOST_OF_BODY = 16 * 1024;
const MOST_OF_MANY = 1024;

/** A body as far as it is shown, and how many bytes of it are not. */
export interface ShownBody {
	readonly body: string | null;
	readonly cut: number;
}

const NOTHING: ShownBody = { body: null, cut: 0 };

/** Names are short and plain, so that nothing hides in them. */
const FORM = /^[\w.~%+[\]-]{1,100}=[^&]*(?:&[\w.~%+[\]-]{1,100}=[^&]*)*&?$/;

/**
 * The body of a request without its secrets. What is neither JSON nor a form is not shown at all:
 * what is secret in it could not be told.
 *
 * @param announced bytes that the request says it has
 */
export function shownRequest(veil: Veil, body: Uint8Array | null, announced: number): ShownBody {
	if (body === null) return { body: null, cut: announced };
	if (body.byteLength === 0) return NOTHING;
	const text = isUtf8(body) ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : null;
	const shown = text && withoutSecrets(veil, text.toString('utf8'));
	return shown === null ? { body: null, cut: body.byteLength } : cutOff(veil, shown);
}

function withoutSecrets(veil: Veil, text: string): string | null {
	const json = parsed(text);
	if (json !== undefined) return JSON.stringify(veil.json(json));
	return FORM.test(text) ? veil.form(text) : null;
}

/** The body of an answer of ours, which tells secrets only where it gives tokens out. */
export function shownAnswer(
	veil: Veil,
	body: string | null,
	{ givesTokens, isOfMany }: { readonly givesTokens: boolean; readonly isOfMany: boolean }
): ShownBody {
	if (body === null || body === '') return NOTHING;
	const json = givesTokens ? parsed(body) : undefined;
	const most = isOfMany ? MOST_OF_MANY : MOST_OF_BODY;
	return cutOff(veil, json === undefined ? body : JSON.stringify(veil.json(json)), most);
}

function cutOff(veil: Veil, text: string, most = MOST_OF_BODY): ShownBody {
	const length = Buffer.byteLength(text);
	if (length <= most) return { body: veil.over(text), cut: 0 };
	// No character has less than a byte. Where the end is in the middle of one, the rest goes as well.
	const begun = Buffer.from(text.slice(0, most)).subarray(0, most).toString('utf8');
	const kept = begun.replace(/\uFFFD$/, '');
	return { body: veil.overCut(kept), cut: length - Buffer.byteLength(kept) };
}

/** What is no JSON is undefined. */
export function parsed(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined;
	}
}
