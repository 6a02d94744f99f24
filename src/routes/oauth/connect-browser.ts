import { isRandomSecret, randomSecret } from '#lib/server/digest.ts';
import type { RequestEvent } from '@sveltejs/kit';

/** `__Host-` binds a cookie to this very host, which browsers only allow over https. */
const nameFor = ({ protocol }: URL) => (protocol === 'https:' ? '__Host-connect' : 'connect');

type Event = Pick<RequestEvent, 'cookies' | 'url'>;

/** What names this browser to its Connect sessions; undefined when it has none. */
export function browserOf({ cookies, url }: Event): string | undefined {
	const value = cookies.get(nameFor(url));
	return value !== undefined && isRandomSecret(value) ? value : undefined;
}

/** The same, given to the browser when it has none. */
export function ensureBrowser(event: Event): string {
	const known = browserOf(event);
	if (known) return known;
	const browser = randomSecret();
	event.cookies.set(nameFor(event.url), browser, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: event.url.protocol === 'https:'
	});
	return browser;
}
