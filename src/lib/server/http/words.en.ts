import { quote } from '#lib/access/characters.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import type { JsonFault } from './json-fault.ts';

const MOST = `${MAX_BODY_BYTES / 1024} kB`;

export const sendJson = 'Send the body as JSON, with the header content-type: application/json.';
export const bodyTooLarge = `The body is larger than ${MOST}.`;
export const bodyEncoded = (encoding: string) =>
	`The body has the content-encoding ${encoding}; send it as it is.`;
export const otherCharset = (charset: string) =>
	`The body is in ${charset}; send it as UTF-8, and name that or no charset in content-type.`;
export const bodyNotUtf8 = 'The body is not UTF-8 text; send it as UTF-8.';
export const bodyUnusable = 'The body cannot be used.';

export const notUtf8 = 'This is not UTF-8 text.';
export const tooDeep = 'Nested too deeply.';
export const holdsNul = 'Holds a NUL character; remove it.';
export const holdsHalf = 'Holds half a character (a lone surrogate).';
export const keyNotAllowed = (key: string) => `The key “${key}” is not allowed; remove it.`;

/** @param fault null where the place cannot be told */
export function notJson(fault: JsonFault | null): string {
	if (!fault) return 'This is not JSON.';
	const place = `line ${fault.line}, column ${fault.column}`;
	return fault.character === null
		? `This is not JSON: it ends too early, at ${place}.`
		: `This is not JSON: ${quote(fault.character)} does not belong at ${place}.`;
}

export const noConfiguration = 'Paste the file’s text or choose the file.';

export const formTooLarge = `This is larger than ${MOST}, the most that is read. Nothing was saved.`;
export const formDamaged = 'The form arrived damaged. Nothing was saved; send it again.';
export const formUnusable = 'The form cannot be used. Nothing was saved.';

/** @param fields names of those that the form has */
export function unknownField(name: string, fields: readonly string[]): string {
	const takes = fields.length > 0 ? `it takes ${fields.join(', ')}` : 'it takes none';
	return `The form has a field that is not known here, ${quote(name)}; ${takes}. Nothing was saved.`;
}

export const goneApplication =
	'This application does not exist. It may have been deleted in another window.';

/** @param configured the addresses that this server answers at */
export const otherName = (configured: string) =>
	`This server answers at ${configured} only. If you know it by another address, start it with that address in ORIGINS.`;

/** @param all what ORIGINS would have to be for requests from there */
export const otherSite = (from: string, configured: string, all: string) =>
	`Refused: this request came from ${from}, and this server knows itself as ${configured} only. If ${from} is the address that you use, start the server with ORIGINS=${all}; otherwise another site sent it.`;

export const noPage = (canonical: string) =>
	`Refused: this request did not come from a page of this server. Open ${canonical} and try again.`;

/** Whoever reaches a server without sign-in, as their changes name them. */
export const localActor = 'You';
