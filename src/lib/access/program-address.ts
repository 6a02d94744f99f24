/**
 * How an address for programs words its faults: as OAuth 2.0, as one of the two APIs, or as the API
 * of our own that scripts control the sandbox by.
 */
export type Dialect = 'oauth' | 'v2' | 'v3' | 'control';

/** The version that a number nobody knows is served as. */
const NEWEST_V2 = 'v2.0';

const OAUTH = /^\/(?:oauth2|\.well-known|token|revoke)(?:\/|$)/i;
/** Under `/oauth/`, owners see the two pages of Connect; everything else there is for programs. */
const BESIDE_CONNECT = /^\/oauth\/(?!(?:authorize|reauthenticate)(?:\/|$))./i;
/** Beside pages of the sandbox; and where APIs of our own are described. */
const CONTROL = /^\/(?:sandbox\/api|openapi)(?:\/|$)/i;
const V3 = /^\/v3(?:\.\d+)*(?:\/|$)/i;
const NUMBERED = /^\/v\d+(?:\.\d+)*(?=\/|$)/;
/** Any first word that begins as a version does, as long as something follows. */
const VERSIONED = /^\/v[^/]*\/./i;

/** Nothing is there, but whoever takes our origin for it with `/api` behind is a program. */
const BENEATH_API = /^\/api(?=\/|$)/i;

/** Whether an address is one for programs, and in whose words it speaks; null for pages. */
export function dialectOf(pathname: string): Dialect | null {
	// As nearly all of them begin.
	if (pathname.startsWith('/v3/')) return 'v3';
	if (pathname.startsWith(`/${NEWEST_V2}/`)) return 'v2';
	const path = foldSlashes(pathname);
	if (BENEATH_API.test(path)) return dialectOf(path.replace(BENEATH_API, '')) ?? 'v2';
	if (OAUTH.test(path) || BESIDE_CONNECT.test(path)) return 'oauth';
	if (CONTROL.test(path)) return 'control';
	if (V3.test(path)) return 'v3';
	return NUMBERED.test(path) || VERSIONED.test(path) ? 'v2' : null;
}

/** The word in the place of the API's version, where that is no number; else null. */
export function unknownVersion(pathname: string): string | null {
	const path = foldSlashes(pathname);
	return NUMBERED.test(path) ? null : (/^\/(v[^/]*)\//i.exec(path)?.[1] ?? null);
}

/**
 * The path whose route answers an address. An SDK whose origin ends in a slash writes two, and one
 * of a later version asks for a number that is not known yet.
 */
export function routedPath(pathname: string): string {
	const path = foldSlashes(pathname);
	const dialect = dialectOf(path);
	if (dialect === null) return path.startsWith('/oauth/') ? path : pathname;
	const versioned = dialect === 'v2' ? path.replace(NUMBERED, `/${NEWEST_V2}`) : path;
	// The framework would answer a broken escape before it asks anybody.
	return isDecodable(versioned) ? versioned : versioned.replaceAll('%', '%25');
}

/** One slash for several. */
export function foldSlashes(pathname: string): string {
	return pathname.includes('//') ? pathname.replace(/\/{2,}/g, '/') : pathname;
}

function isDecodable(path: string): boolean {
	if (!path.includes('%')) return true;
	try {
		// Looked at, since a bundler leaves out a call whose result is not.
		return decodeURI(path).length > 0;
	} catch {
		return false;
	}
}
