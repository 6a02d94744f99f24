import { tellShown } from '#lib/server/http/shown.ts';
import { oncePerRequest } from '#lib/server/http/once-per-request.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { languageFor, requireOwner, visitOf, type OwnersPage } from './visit.ts';

/** What is read of a request for a page. */
export type PageEvent = Pick<
	RequestEvent<Record<string, string>>,
	'locals' | 'cookies' | 'url' | 'request' | 'params'
>;

/** What all pages of the portal show around what is theirs. */
export async function frameOf(event: PageEvent) {
	const language = languageFor(event);
	event.locals.language = language;
	const { signedIn, clock } = await visitOf(event);
	const { now, offsetMs, frozen } = clock;
	const isMachines = Math.abs(offsetMs) < 1000 && !frozen;
	return {
		language,
		isSignedIn: signedIn !== null,
		/** The day of the rehearsal, as a time; null while that is the machine's. */
		sandboxDay: isMachines ? null : now - (now % DAY),
		frozen
	};
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * The load of a page of the portal. A page that shows the same as one before it is not rendered anew:
 * what it shows is its address, its frame and what its load returns, and it may depend on nothing else.
 *
 * @param routeId of the page
 */
export function portalPage<Data extends object>(
	routeId: string,
	read: (event: PageEvent) => Data | Promise<Data>
): (event: PageEvent) => Promise<Data> {
	const load = oncePerRequest(async (event: PageEvent) => read(event));
	tellShown(routeId, async ({ params, ...rest }) => {
		const event = { ...rest, params: { ...params } };
		const [page, frame] = [await load(event), await frameOf(event)];
		return { what: { path: event.url.pathname, frame, page }, changing: [] };
	});
	return load;
}

/** The same for a page of an owner's, read from one state; whoever is not signed in does so first. */
export function ownersPage<Data extends object>(
	routeId: string,
	read: (page: OwnersPage, event: PageEvent) => Data | Promise<Data>
): (event: PageEvent) => Promise<Data> {
	return portalPage(routeId, async (event) => {
		const page = await requireOwner(event);
		return page.context.read(async (context) => read({ ...page, context }, event));
	});
}
