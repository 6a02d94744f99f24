import { dialectOf, foldSlashes } from '#lib/access/program-address.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

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
	if (SAFE_METHODS.has(method.toUpperCase())) return false;
	if (origin !== null) return !selfOrigins.includes(origin);
	return fetchSite !== 'same-origin' && fetchSite !== 'none';
}

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The origins under which a request may know this server: the configured one, and on this machine
 * the loopback name that it was sent to. Empty when `Host` names another server: a page elsewhere
 * can point a name of its own at our address (DNS rebinding), but not choose the name sent here.
 *
 * @param port on which this server listens
 */
export function ownOrigins(
	host: string | null,
	configured: string,
	port: number
): readonly string[] {
	if (host === new URL(configured).host) return [configured];
	const named = URL.parse(`http://${host ?? ''}`);
	const isOwn =
		named !== null &&
		named.host === host &&
		LOOPBACK_NAMES.has(named.hostname) &&
		Number(named.port || 80) === port;
	return isOwn ? [configured, named.origin] : [];
}

interface Refusal {
	readonly status: 403 | 421;
	readonly message: string;
}

/** Why a request is not answered; null when it is. */
export function refusalOf(
	{
		method,
		headers,
		url
	}: Pick<Request, 'method' | 'url'> & { readonly headers: Pick<Headers, 'get'> },
	configured: string,
	port: number
): Refusal | null {
	const selfOrigins = ownOrigins(headers.get('host'), configured, port);
	if (selfOrigins.length === 0) {
		return { status: 421, message: `This server answers at ${configured} only.` };
	}
	const { pathname } = new URL(url);
	// Other programs state no origin; each asks for credentials of its own instead.
	if (dialectOf(pathname) !== null) return null;
	const stated = headers.get('origin');
	// Pages of Connect send no referrer; browsers then state `null` even to ourselves (Fetch, "append
	// a request Origin header"), and Sec-Fetch-Site has to decide.
	const origin = stated === 'null' && isConnectPage(pathname) ? null : stated;
	const fetchSite = headers.get('sec-fetch-site');
	if (isCrossSite({ method, origin, fetchSite, selfOrigins })) {
		return {
			status: 403,
			message: `Refused: this request did not come from a page of this server. Open ${configured} and try again.`
		};
	}
	return null;
}
