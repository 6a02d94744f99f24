import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Hidden field of every form of a session: only the browser that holds the cookie knows it, so that
 * no other page can take a step, even one that knows the session's address.
 *
 * Source: RFC 6749 section 10.12.
 */
export function formToken(browser: string, sessionId: string): string {
	return createHmac('sha256', browser).update(sessionId).digest('base64url');
}

export function isFormToken(token: string, browser: string, sessionId: string): boolean {
	const [given, expected] = [Buffer.from(token), Buffer.from(formToken(browser, sessionId))];
	return given.length === expected.length && timingSafeEqual(given, expected);
}
