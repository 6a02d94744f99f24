import { isRandomSecret } from '#lib/server/digest.ts';
import { inSeconds } from '#lib/connect/lifetimes.ts';
import type { Cookies } from '@sveltejs/kit';

/** `__Host-` would ask for the path of the whole site, and each session has a cookie of its own. */
const nameFor = ({ protocol }: URL) =>
	protocol === 'https:' ? '__Secure-connect_sign_in' : 'connect_sign_in';

/** What the sign-in of this session gave to the browser; undefined when it has none. */
export function signInOf(cookies: Pick<Cookies, 'get'>, url: URL): string | undefined {
	const value = cookies.get(nameFor(url));
	return value !== undefined && isRandomSecret(value) ? value : undefined;
}

/**
 * Gives it to the browser. It outlives the end of the session, since a second press on Allow has to
 * show it too, and goes by itself.
 *
 * @param path of the session
 */
export function giveSignIn(
	cookies: Pick<Cookies, 'set'>,
	url: URL,
	path: string,
	secret: string
): void {
	cookies.set(nameFor(url), secret, {
		path,
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: inSeconds('signInCookie')
	});
}
