import type { Cookies } from '@sveltejs/kit';

const COOKIE = 'deleted-application';
/** Seconds; only the next page is to say it. */
const KEPT = 60;

/** Leaves word for the list of applications, which is shown next. */
export function leaveDeletedName(cookies: Cookies, name: string, secure: boolean): void {
	cookies.set(COOKIE, name, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: KEPT });
}

/** The name of the application that was just deleted; null the second time. */
export function takeDeletedName(cookies: Cookies): string | null {
	const name = cookies.get(COOKIE) ?? null;
	if (name !== null) cookies.delete(COOKIE, { path: '/' });
	return name;
}
