import { isUtf8 } from 'node:buffer';
import { beginningOf } from './beginning.ts';
import type { Exchange } from './exchange.ts';
import type { Veil } from './veil.ts';

/** Bytes of a body that are kept. */
const MOST_OF_BODY = 16 * 1024;

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
	{ answer, answerBytes, dialect }: Pick<Exchange, 'answer' | 'answerBytes' | 'dialect'>
): ShownBody {
	if (answer === null || answer === '') return { body: null, cut: answerBytes };
	const json = dialect === 'oauth' ? parsed(answer) : undefined;
	if (json === undefined) return cutOff(veil, answer, answerBytes);
	return cutOff(veil, JSON.stringify(veil.json(json)));
}

/** @param bytes of the whole of it, of which the text may be the beginning */
function cutOff(veil: Veil, text: string, bytes = Buffer.byteLength(text)): ShownBody {
	const begun = Buffer.byteLength(text) <= MOST_OF_BODY ? text : beginningOf(text, MOST_OF_BODY);
	const cut = bytes - Buffer.byteLength(begun);
	return { body: cut === 0 ? veil.over(begun) : veil.overCut(begun), cut };
}

/** How JSON begins; that a form is none would be told by an error, which takes longer than all else. */
const JSON_BEGINS = /^\s*(?:[[{"\d-]|true|false|null)/;

/** What is no JSON is undefined. */
export function parsed(text: string): unknown {
	if (!JSON_BEGINS.test(text)) return undefined;
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined;
	}
}
