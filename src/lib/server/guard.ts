const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

interface RequestFacts {
	readonly method: string;
	/** Headers `Origin` and `Sec-Fetch-Site`; null when absent. */
	readonly origin: string | null;
	readonly fetchSite: string | null;
	readonly selfOrigin: string;
}

/**
 * Whether a request that changes something came from elsewhere than our own pages. A browser
 * states the origin with every such request; where it does not, `Sec-Fetch-Site` decides, and a
 * request with neither is refused, whatever its content type.
 *
 * Source: OWASP ASVS 5.0, 3.5.1.
 */
export function isCrossSite({ method, origin, fetchSite, selfOrigin }: RequestFacts): boolean {
	if (SAFE_METHODS.has(method.toUpperCase())) return false;
	if (origin !== null) return origin !== selfOrigin;
	return fetchSite !== 'same-origin' && fetchSite !== 'none';
}

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a `Host` header names this server. A page elsewhere can point a name of its own at the
 * loopback address (DNS rebinding); it cannot choose what the browser sends here.
 */
export function isOwnHost(host: string | null, selfOrigin: string): boolean {
	const self = new URL(selfOrigin);
	if (host === self.host) return true;
	if (!LOOPBACK_NAMES.has(self.hostname)) return false;
	const [, name, port = ''] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host ?? '') ?? [];
	return name !== undefined && LOOPBACK_NAMES.has(name) && port === self.port;
}
