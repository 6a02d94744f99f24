import { isLoopbackName } from '#lib/access/loopback.ts';
import { dialectOf, foldSlashes } from '#lib/access/program-address.ts';
import * as words from './words.en.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

export function isSafeMethod(method: string): boolean {
	return SAFE_METHODS.has(method.toUpperCase());
}

/** Whether a path is a page that owners see, perhaps in a pop-up of another site, or one that follows. */
export function isConnectPage(pathname: string): boolean {
	return /^\/(oauth|sandbox)\//.test(foldSlashes(pathname));
}

interface RequestFacts {
	readonly method: string;
	/** Headers `Origin` and `Sec-Fetch-Site`; null when absent. */
	readonly origin: string | null;
	readonly fetchSite: string | null;
	/** Origins of our own pages. */
	readonly selfOrigins: readonly string[];
}

/**
 * Whether a request that changes something came from elsewhere than our own pages. A browser
 * states the origin with every such request; where it does not, `Sec-Fetch-Site` decides, and a
 * request with neither is refused, whatever its content type.
 *
 * Source: OWASP ASVS 5.0, 3.5.1.
 */
export function isCrossSite({ method, origin, fetchSite, selfOrigins }: RequestFacts): boolean {
	if (isSafeMethod(method)) return false;
	if (origin !== null) return !selfOrigins.includes(origin);
	return fetchSite !== 'same-origin' && fetchSite !== 'none';
}

/** What this server answers to. */
export interface Names {
	/** The configured addresses, the first of them canonical. */
	readonly origins: readonly string[];
	/** On which this server listens. */
	readonly port: number;
}

/**
 * The origin under which a request knows this server: one of the configured, or on this machine
 * the loopback name that it was sent to. Null when `Host` names another server: a page elsewhere
 * can point a name of its own at our address (DNS rebinding), but not choose the name sent here.
 *
 * @param protocol which the browser used, as far as a proxy in front states it
 */
export function ownOrigin(
	host: string | null,
	{ origins, port }: Names,
	protocol: string | null = null
): string | null {
	const name = host?.toLowerCase();
	const configured = origins.filter((origin) => hostIn(origin) === name);
	const first = configured[0];
	if (first !== undefined) {
		return configured.find((origin) => origin.startsWith(`${protocol}:`)) ?? first;
	}
	const named = URL.parse(`http://${host ?? ''}`);
	const isOwn =
		named !== null &&
		named.host === host &&
		isLoopbackName(named.hostname) &&
		Number(named.port || 80) === port;
	return isOwn ? named.origin : null;
}

/** All behind the scheme: an origin has no more than that. */
function hostIn(origin: string): string {
	return origin.slice(origin.indexOf('//') + 2);
}

/** Asked by machines that know an address of this server and none of its names. */
const FOR_EVERY_HOST = '/healthz';

interface GuardedRequest {
	readonly method: string;
	readonly pathname: string;
	readonly headers: Pick<Headers, 'get'>;
	/** What {@link ownOrigin} says of it. */
	readonly own: string | null;
}

export interface Refusal {
	readonly status: 403 | 421;
	readonly message: string;
}

/** Why a request is not answered; null when it is. */
export function refusalOf(
	{ method, pathname, headers, own }: GuardedRequest,
	origins: readonly string[]
): Refusal | null {
	const canonical = origins[0] ?? '';
	const configured = origins.join(' and ');
	if (own === null) {
		if (pathname === FOR_EVERY_HOST && isSafeMethod(method)) return null;
		return {
			status: 421,
			message: words.otherName(configured)
		};
	}
	const dialect = dialectOf(pathname);
	// These ask for credentials, which no browser adds by itself.
	if (dialect !== null && dialect !== 'control') return null;
	const stated = headers.get('origin');
	const fetchSite = headers.get('sec-fetch-site');
	// Programs that are no browser say neither.
	if (dialect === 'control' && stated === null && fetchSite === null) return null;
	// Pages of Connect send no referrer; browsers then state `null` even to ourselves (Fetch, "append
	// a request Origin header"), and Sec-Fetch-Site has to decide.
	const isFromConnect = stated === 'null' && dialect === null && isConnectPage(pathname);
	const origin = isFromConnect ? null : stated;
	const selfOrigins = [...origins, own];
	if (!isCrossSite({ method, origin, fetchSite, selfOrigins })) return null;
	const from = URL.parse(origin ?? '')?.origin ?? 'null';
	return {
		status: 403,
		message:
			from !== 'null'
				? words.otherSite(from, configured, [...origins, from].join(','))
				: words.noPage(canonical)
	};
}
