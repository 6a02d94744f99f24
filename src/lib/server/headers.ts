/** Headers of every answer. The Content Security Policy, which needs a nonce a page, is Kit's. */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
};

/** One year, in seconds. */
const HSTS_MAX_AGE = 31_536_000;

export function setSecurityHeaders(headers: Headers, secure: boolean): void {
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
	if (secure) headers.set('strict-transport-security', `max-age=${HSTS_MAX_AGE}`);
	if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
}
