/** RFC 5321 section 4.5.3.1, with the path's brackets taken off (RFC 3696, erratum 1690). */
export const MAX_ADDRESS_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;

/** An e-mail address that one mail can be sent to. */
export interface Address {
	/** As it was typed. */
	readonly typed: string;
	/** By which one is told from another, and where mail goes: no provider tells letters by their case. */
	readonly key: string;
}

/** Why a text is no such address. */
export type AddressFault =
	| { readonly code: 'missing' }
	| { readonly code: 'long'; readonly most: number }
	/** Holds a character that no mail server has to take, or that ends a line of a mail's head. */
	| { readonly code: 'character'; readonly character: string }
	| { readonly code: 'several' }
	/** A person's name or quotation marks stand around it. */
	| { readonly code: 'not-alone' }
	| { readonly code: 'no-at' }
	| { readonly code: 'before-at' }
	| { readonly code: 'after-at' };

export type ParsedAddress =
	| { readonly ok: true; readonly address: Address }
	| { readonly ok: false; readonly fault: AddressFault };

/** Letters, digits and what RFC 5322 section 3.2.3 lets stand between dots. */
const ATOM = /^[\w!#$%&'*+/=?^`{|}~-]+$/;
/** RFC 1035 section 2.3.1, and digits in front (RFC 1123 section 2.1). */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
/** Of the last one: an address of four numbers is none. */
const TOP_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/i;

/** Reads one address as people have it; quoted forms, comments and literals are left to machines. */
export function parseAddress(text: string): ParsedAddress {
	const typed = text.replace(/^ +| +$/g, '');
	const fault = faultOf(typed);
	if (fault) return { ok: false, fault };
	return { ok: true, address: { typed, key: typed.toLowerCase() } };
}

function faultOf(text: string): AddressFault | null {
	if (text === '') return { code: 'missing' };
	if (text.length > MAX_ADDRESS_LENGTH) return { code: 'long', most: MAX_ADDRESS_LENGTH };
	const [character] = /[^\x20-\x7e]/u.exec(text) ?? [];
	if (character !== undefined) return { code: 'character', character };
	if (/[<>"()]/.test(text)) return { code: 'not-alone' };
	if (/[,;]|@.*@|@.* /.test(text)) return { code: 'several' };
	const [local = '', domain] = text.split('@');
	if (domain === undefined) return { code: 'no-at' };
	const isLocal =
		local.length <= MAX_LOCAL_LENGTH && local.split('.').every((atom) => ATOM.test(atom));
	if (!isLocal) return { code: 'before-at' };
	return isDomain(domain) ? null : { code: 'after-at' };
}

function isDomain(domain: string): boolean {
	const labels = domain.split('.');
	return (
		labels.length > 1 &&
		labels.every((label) => LABEL.test(label)) &&
		TOP_LABEL.test(labels.at(-1) ?? '')
	);
}
