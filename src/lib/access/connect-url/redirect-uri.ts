import { UNPRINTABLE } from '../characters.ts';
import { EXAMPLE_CLIENT_ID } from '../client-id.ts';
import { isLoopbackName } from '../loopback.ts';
import { ANSWER_NAMES } from './answer-names.ts';

const MAX_REDIRECT_URI_LENGTH = 512;

/** Where the browser SDK's own redirect page stands. */
const BROWSER_SDK_HOST = 'javascript-sdk.smartcar.com';

/** The browser SDK's own redirect page, which hands the answer of Connect over to the app. */
export const BROWSER_SDK_PAGE = `https://${BROWSER_SDK_HOST}/v2/redirect`;

/** Schemes with which a browser runs or reads something instead of going somewhere. */
const DANGEROUS_SCHEMES = new Set([
	'about',
	'blob',
	'data',
	'file',
	'filesystem',
	'ftp',
	'javascript',
	'vbscript',
	'view-source',
	'ws',
	'wss'
]);

/** Which rule a redirect URI breaks, with what to write instead. */
const WORDS = {
	empty: 'Write the address that owners come back to, e.g. https://example.com/callback.',
	long: `A redirect URI has at most ${MAX_REDIRECT_URI_LENGTH} characters.`,
	'white-space': 'A redirect URI holds no white space; write a space inside it as %20.',
	'control-character': 'A redirect URI holds no invisible characters; type it anew.',
	'not-ascii':
		'A redirect URI is plain ASCII; write the host as xn--… and other letters encoded, e.g. %C3%A9.',
	wildcard: 'A redirect URI holds no wildcard: it is compared as a whole. Register each address.',
	backslash: 'A redirect URI holds no backslash; write a slash.',
	markup:
		'A redirect URI holds none of < > " ` { } | ^ as they are; write them encoded, e.g. < as %3C.',
	percent: 'Two hexadecimal digits follow each “%” of a redirect URI; write “%” itself as %25.',
	relative: 'Write the whole address with its scheme, e.g. https://example.com/callback.',
	fragment: 'A redirect URI has no part behind #; leave it out.',
	credentials: 'A redirect URI holds no user name or password; leave them out.',
	scheme:
		'This scheme runs or reads something instead of going back to an app; use https or sc<client id>://.',
	http: 'Plain http is for localhost only; use https on every other host.',
	'custom-scheme': 'An app’s own scheme is sc<client id>://, e.g. OWN_SCHEME://callback.',
	'other-application':
		'The scheme carries the client id of another application; write sc<client id>:// with its own, e.g. OWN_SCHEME://callback.',
	'answer-name':
		'Connect adds code, state, error, iss, the ids of vehicle and user and the facts of a vehicle to the query itself; give yours another name.',
	host: 'The address names no usable host; write one, e.g. https://example.com/callback.',
	port: 'The port of the address is a number from 1 to 65535; write one, or leave it out with its colon.',
	'app-origin': `“app_origin”, which the page on ${BROWSER_SDK_HOST} needs, is the origin of your app: https or localhost, no path and no slash at its end, e.g. https://app.example.com.`
} as const;

export type RedirectUriRule = keyof typeof WORDS;

/** Which of the accepted patterns a redirect URI follows. */
type RedirectUriKind = 'https' | 'localhost' | 'loopback-address' | 'browser-sdk' | 'custom-scheme';

export type RedirectUriResult =
	| { readonly ok: true; readonly uri: string; readonly kind: RedirectUriKind }
	| { readonly ok: false; readonly rule: RedirectUriRule };

interface RedirectUriOptions {
	/** Application that the URI belongs to; a custom scheme must then carry this id. */
	readonly clientId?: string | undefined;
}

/**
 * Checks a redirect URI: https anywhere, http on localhost, the browser SDK's page with its
 * `app_origin`, or an app's own scheme. Nothing is trimmed or rewritten, since the text is later
 * compared as a whole.
 *
 * The platform documents plain http for `localhost` only. The loopback addresses `127.0.0.1` and
 * `[::1]` (RFC 8252 section 7.3) are accepted besides, and told apart by their kind.
 *
 * Source: the platform's Dashboard page; RFC 6749 section 3.1.2; RFC 9700 section 2.1.
 */
export function checkRedirectUri(
	text: string,
	{ clientId }: RedirectUriOptions = {}
): RedirectUriResult {
	const rule = brokenTextRule(text);
	if (rule) return refuse(rule);
	const [, scheme = '', authority = ''] =
		/^([a-z][a-z0-9+.-]*):(?:\/\/([^/?]*))?/.exec(lowerCaseStart(text)) ?? [];
	if (scheme === '') return refuse('relative');
	if (DANGEROUS_SCHEMES.has(scheme)) return refuse('scheme');
	if (authority.includes('@')) return refuse('credentials');
	if (holdsAnswerName(text)) return refuse('answer-name');
	if (scheme === 'http' || scheme === 'https') return checkWebAddress(text, scheme, authority);
	return checkCustomScheme(text, scheme, authority, clientId);
}

function brokenTextRule(text: string): RedirectUriRule | null {
	if (text === '') return 'empty';
	if (text.length > MAX_REDIRECT_URI_LENGTH) return 'long';
	if (/\s/.test(text)) return 'white-space';
	if (UNPRINTABLE.test(text)) return 'control-character';
	if (/[^!-~]/.test(text)) return 'not-ascii';
	if (text.includes('*')) return 'wildcard';
	if (text.includes('\\')) return 'backslash';
	if (/[<>"`{}|^]/.test(text)) return 'markup';
	if (/%(?![0-9a-f]{2})/i.test(text)) return 'percent';
	return DANGEROUS_SCHEMES.has(schemeOf(text)) || !text.includes('#') ? null : 'fragment';
}

function checkWebAddress(text: string, scheme: string, authority: string): RedirectUriResult {
	const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority) ?? [];
	if (!isHost(host)) return refuse('host');
	if (port !== undefined && !isPort(port)) return refuse('port');
	if (!URL.canParse(text)) return refuse('host');
	if (scheme === 'http' && !isLoopbackName(host)) return refuse('http');
	// `1.2.3` and `0x7f.1` are read as other addresses than they say.
	if (!host.startsWith('[') && new URL(text).hostname !== host) return refuse('host');
	const isSdkPage = host === BROWSER_SDK_HOST;
	// A page of one's own in place of the SDK's is told the same way where to post.
	const posted = new URL(text).searchParams.getAll('app_origin');
	if (!posted.every(isAppOrigin) || (isSdkPage && posted.length !== 1)) return refuse('app-origin');
	if (isSdkPage) return accept(text, 'browser-sdk');
	if (scheme === 'https') return accept(text, 'https');
	return accept(text, host === 'localhost' ? 'localhost' : 'loopback-address');
}

/** Longest name of a host, and longest part of one (RFC 1035 section 2.3.4). */
const MAX_HOST_LENGTH = 253;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

function isHost(host: string): boolean {
	if (/^\[[0-9a-f:.]+\]$/.test(host)) return true;
	return host.length <= MAX_HOST_LENGTH && host.split('.').every((label) => LABEL.test(label));
}

function isPort(port: string): boolean {
	return /^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65535;
}

/** An app would read the first of two, which is not ours. */
function holdsAnswerName(uri: string): boolean {
	const query = new URLSearchParams(uri.replace(/^[^?]*/, ''));
	return ANSWER_NAMES.some((name) => query.has(name));
}

/** Whether a text is an origin of an app: https anywhere, or on this machine. */
export function isAppOrigin(text: string): boolean {
	const url = URL.parse(text);
	if (!url || url.origin !== text) return false;
	return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackName(url.hostname));
}

/** The scheme of an application's mobile app. */
function customScheme(clientId: string): string {
	return `sc${clientId.toLowerCase()}`;
}

/**
 * The same redirect URI with the scheme of an application, where its scheme carries another client
 * id.
 *
 * @returns null for one that fits
 */
export function rewriteCustomScheme(uri: string, clientId: string): string | null {
	const checked = checkRedirectUri(uri, { clientId });
	if (checked.ok || checked.rule !== 'other-application') return null;
	return customScheme(clientId) + uri.slice(uri.indexOf(':'));
}

function checkCustomScheme(
	text: string,
	scheme: string,
	authority: string,
	clientId: string | undefined
): RedirectUriResult {
	if (!/^sc[a-z0-9-]+$/.test(scheme) || authority === '') return refuse('custom-scheme');
	if (clientId !== undefined && scheme !== customScheme(clientId)) {
		return refuse('other-application');
	}
	return accept(text, 'custom-scheme');
}

function schemeOf(text: string): string {
	return text.replace(/:.*$/s, '').toLowerCase();
}

/** Scheme and host compare without regard to case (RFC 3986 section 6.2.2.1). */
function lowerCaseStart(text: string): string {
	return text.replace(/^[^?]*/, (start) => start.toLowerCase());
}

function accept(uri: string, kind: RedirectUriKind): RedirectUriResult {
	return { ok: true, uri, kind };
}

function refuse(rule: RedirectUriRule): RedirectUriResult {
	return { ok: false, rule };
}

/**
 * What to write instead of a redirect URI that breaks a rule.
 *
 * @param clientId of the application at hand, whose own scheme then stands in the example
 */
export function describeRedirectUri(rule: RedirectUriRule, clientId = EXAMPLE_CLIENT_ID): string {
	return WORDS[rule].replace('OWN_SCHEME', customScheme(clientId));
}
