/** Headers of every answer. The Content Security Policy, which needs a nonce a page, is Kit's. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	// Also where owners sign in: with `no-referrer` their forms would state the origin `null`, and only
	// Sec-Fetch-Site could tell them from forged ones, which no browser sends over http to another machine.
	// Neither policy lets another site know anything.
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
};

/** One year, in seconds. */
const HSTS_MAX_AGE = 31_536_000;

/**
 * Pages of Connect: nothing of their address leaves them, and the window that opened them as a
 * pop-up stays within reach, since the browser SDK waits for its message.
 */
const CONNECT_HEADERS: Readonly<Record<string, string>> = {
	'referrer-policy': 'no-referrer',
	'cross-origin-opener-policy': 'unsafe-none'
};

/**
 * @param common whether those of every answer are still to be set, which the door does
 * @param formAction where forms of this page may lead besides ourselves, as a source of the policy
 */
export function setSecurityHeaders(
	headers: Headers,
	{
		common = true,
		secure,
		connect = false,
		formAction
	}: {
		readonly common?: boolean;
		readonly secure: boolean;
		readonly connect?: boolean;
		readonly formAction?: string | undefined;
	}
): void {
	if (common) setAll(headers, SECURITY_HEADERS);
	if (connect) setAll(headers, CONNECT_HEADERS);
	const policy = headers.get('content-security-policy');
	if (policy && formAction) {
		headers.set(
			'content-security-policy',
			policy.replace("form-action 'self'", (own) => `${own} ${formAction}`)
		);
	}
	if (secure) headers.set('strict-transport-security', `max-age=${HSTS_MAX_AGE}`);
	if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
}

function setAll(headers: Headers, all: Readonly<Record<string, string>>): void {
	for (const [name, value] of Object.entries(all)) headers.set(name, value);
}
