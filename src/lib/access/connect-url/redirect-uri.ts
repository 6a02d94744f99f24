import { nearest } from '../nearest.ts';

export const MAX_REDIRECT_URI_LENGTH = 512;

/** Host names on which plain http is allowed. The platform names localhost only. */
const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Schemes with which a browser runs or reads something instead of going somewhere. */
const DANGEROUS_SCHEMES = new Set([
	'about:',
	'blob:',
	'data:',
	'file:',
	'filesystem:',
	'ftp:',
	'javascript:',
	'vbscript:',
	'view-source:',
	'ws:',
	'wss:'
]);

/** Which rule a redirect URI breaks, with what to write instead. */
const RULES = {
	empty: 'Write the address that owners come back to, e.g. https://example.com/callback.',
	long: `A redirect URI has at most ${MAX_REDIRECT_URI_LENGTH} characters.`,
	characters: 'A redirect URI holds no spaces and no invisible characters; encode them, e.g. %20.',
	wildcard: 'A redirect URI holds no wildcard: it is compared as a whole. Register each address.',
	relative: 'Write the whole address with its scheme, e.g. https://example.com/callback.',
	fragment: 'A redirect URI has no part behind #; leave it out.',
	credentials: 'A redirect URI holds no user name or password; leave them out.',
	scheme: 'This scheme runs or reads something instead of going back to an app; use https or sc<client id>://.',
	http: 'Plain http is for localhost only; use https on every other host.',
	'custom-scheme': 'An app’s own scheme is sc<client id>://, e.g. sc8229df9f-91a0-4ff0-a1ae-a1f38ee24d07://callback.',
	host: 'The address names no host; write one, e.g. https://example.com/callback.'
} as const;

export type RedirectUriRule = keyof typeof RULES;

export type RedirectUriResult =
	| { readonly ok: true; readonly uri: string }
	| { readonly ok: false; readonly rule: RedirectUriRule; readonly message: string };

/**
 * Checks a redirect URI before it is registered: https anywhere, http on localhost, or an app's
 * own scheme. The text is kept as it is, since it is later compared as a whole.
 *
 * Source: the platform's Dashboard page; RFC 6749 §3.1.2; RFC 9700 §2.1.
 */
export function checkRedirectUri(text: string): RedirectUriResult {
	const uri = text.trim();
	const rule = brokenRule(uri);
	return rule ? { ok: false, rule, message: RULES[rule] } : { ok: true, uri };
}

function brokenRule(uri: string): RedirectUriRule | null {
	if (uri === '') return 'empty';
	if (uri.length > MAX_REDIRECT_URI_LENGTH) return 'long';
	if (/[\s\\]|[\p{Cc}\p{Cf}\p{Cs}]/u.test(uri)) return 'characters';
	if (uri.includes('*')) return 'wildcard';
	const url = URL.parse(uri);
	if (!url) return uri.startsWith('http') ? 'host' : 'relative';
	if (DANGEROUS_SCHEMES.has(url.protocol)) return 'scheme';
	if (uri.includes('#')) return 'fragment';
	if (url.username !== '' || url.password !== '') return 'credentials';
	if (url.protocol === 'https:') return url.hostname === '' ? 'host' : null;
	if (url.protocol === 'http:') return LOOPBACK_HOSTS.has(url.hostname) ? null : 'http';
	return /^sc[0-9a-f][0-9a-f-]*:\/\/[^/?]/i.test(uri) ? null : 'custom-scheme';
}

/** Where two addresses part ways; position counts from one. */
export interface Difference {
	readonly position: number;
	/** The characters there; empty where one address has ended. */
	readonly given: string;
	readonly registered: string;
}

export function firstDifference(given: string, registered: string): Difference | null {
	const [a, b] = [[...given], [...registered]];
	const index = a.findIndex((character, at) => character !== b[at]);
	if (index < 0 && a.length === b.length) return null;
	const at = index < 0 ? a.length : index;
	return { position: at + 1, given: a[at] ?? '', registered: b[at] ?? '' };
}

/** Explains why a redirect URI matches none of the registered ones. */
export function explainUnregistered(given: string, registered: readonly string[]): string {
	if (registered.length === 0) {
		return 'No redirect URI is registered yet; register this one on the Credentials page.';
	}
	const near = nearest(given, registered) ?? longestCommonStart(given, registered);
	const difference = firstDifference(given, near);
	if (!difference) return '';
	const name = (character: string) => (character === '' ? 'the end' : `“${character}”`);
	return `It is not registered. The nearest one is ${near}: at character ${difference.position} it has ${name(difference.registered)}, yours has ${name(difference.given)}.`;
}

function longestCommonStart(given: string, registered: readonly string[]): string {
	const shared = (uri: string) => firstDifference(given, uri)?.position ?? Infinity;
	return registered.reduce((best, uri) => (shared(uri) > shared(best) ? uri : best));
}
