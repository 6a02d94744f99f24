import { isRandomSecret, randomSecret } from '#lib/server/digest.ts';
import type { RequestEvent } from '@sveltejs/kit';

const NAME = 'sample_client';

type Event = Pick<RequestEvent, 'cookies' | 'url'>;

/** What names this browser to the sample client; undefined when it has none. */
export function sampleBrowserOf({ cookies }: Pick<Event, 'cookies'>): string | undefined {
	const value = cookies.get(NAME);
	return value !== undefined && isRandomSecret(value) ? value : undefined;
}

/** The same, given to the browser when it has none. It says nothing of what is under way. */
export function ensureSampleBrowser(event: Event): string {
	const known = sampleBrowserOf(event);
	if (known) return known;
	const browser = randomSecret();
	event.cookies.set(NAME, browser, {
		path: '/sandbox',
		httpOnly: true,
		sameSite: 'lax',
		secure: event.url.protocol === 'https:'
	});
	return browser;
}
