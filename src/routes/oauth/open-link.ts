import { openConnect } from '#lib/server/connect/authorize/open-connect.ts';
import { RATE_LIMITS, secondsToWait } from '#lib/server/connect/throttle.ts';
import { preferredLanguage } from '#lib/access/owner-words/languages.ts';
import { placeOf, shownPlace } from '#lib/connect/redirect-back.ts';
import type { ConnectPath } from '#lib/access/connect-url/parameters.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { ensureBrowser } from './connect-browser.ts';
import { locationOf } from '#lib/server/programs/oauth/connect-words.ts';
import { wordPage } from '#lib/server/programs/oauth/page-words.ts';
import * as words from './words.en.ts';

/** Opens a Connect link: to the first screen, back to the application, or to a page that refuses. */
export async function openLink(
	event: Pick<RequestEvent, 'request' | 'cookies' | 'url' | 'locals' | 'setHeaders'>,
	path: ConnectPath
): Promise<void> {
	const { context, address } = event.locals;
	const { settings } = context;
	const seconds = secondsToWait(context, 'authorize', address);
	if (seconds > 0) {
		event.setHeaders({ 'retry-after': String(seconds) });
		error(429, words.tooManyLinks(RATE_LIMITS.authorize, seconds));
	}
	const opened = await openConnect(context, path, event.url.search, {
		browser: event.request.method === 'HEAD' ? null : ensureBrowser(event),
		issuer: settings.origin,
		developer: !settings.isPublic
	});
	switch (opened.kind) {
		case 'head':
			return;
		case 'session':
			return redirect(302, `/oauth/authorize/${opened.id}`);
		case 'error':
			return redirect(302, locationOf(opened));
		case 'page': {
			const { requestId } = event.locals;
			const { code: language } = preferredLanguage(event.request.headers.get('accept-language'));
			event.locals.language = language;
			const { client, back } = opened;
			const redirectUri = back?.to.redirectUri;
			const place = redirectUri ? shownPlace(redirectUri) : '';
			const connect = {
				language,
				asks: client ? { name: client.name, place } : null,
				back: back && redirectUri ? { href: locationOf(back), place: placeOf(redirectUri) } : null,
				clientId: client?.clientId ?? null
			};
			const { message, advice } = wordPage(opened.refusal);
			const uris = opened.refusal.code === 'redirect-uri' ? opened.refusal.uris : null;
			error(400, { message, requestId, connect, refusal: { advice, uris } });
		}
	}
}
