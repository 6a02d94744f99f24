import { languageOf, preferredLanguage } from '#lib/access/owner-words/languages.ts';
import { placeOf, shownPlace } from '#lib/connect/redirect-back.ts';
import type { EndedSession } from '#lib/connect/journey/session.ts';
import { getApplicationName } from '#lib/server/applications/applications.ts';
import type { FoundSession } from '#lib/server/connect/sessions.ts';
import { wayBackOf } from '#lib/server/connect/way-back.ts';
import { locationOf } from '#lib/server/programs/oauth/connect-words.ts';
import { error, type RequestEvent } from '@sveltejs/kit';

type Event = Pick<RequestEvent, 'locals' | 'request'>;

/** The language of an owner: the one that they chose, or that their browser asks for. */
export function languageFor({ request }: Pick<Event, 'request'>, chosen: string | null) {
	return chosen === null
		? preferredLanguage(request.headers.get('accept-language'))
		: languageOf(chosen);
}

/** Says that a session cannot go on, and how its owner does. */
export async function lose(
	event: Event,
	found: FoundSession | null,
	status: 400 | 403 = 400
): Promise<never> {
	const { locals } = event;
	const session = found && found.kind !== 'foreign' ? found.session : null;
	const { code, words } = languageFor(event, session?.language ?? null);
	locals.language = code;
	const ended = found?.kind === 'over' ? found.session : null;
	error(status, {
		message: words.lost,
		requestId: locals.requestId,
		connect: {
			language: code,
			...(ended ? await aboutEnded(locals, ended) : { asks: null, back: null }),
			clientId: ended?.clientId ?? null
		}
	});
}

async function aboutEnded({ context }: App.Locals, session: EndedSession) {
	const { redirectUri } = session.request;
	const name = await getApplicationName(context, session.clientId);
	const asks = name === null ? null : { name, place: redirectUri ? shownPlace(redirectUri) : '' };
	const way = await wayBackOf(context, session, context.settings.origin);
	if (way === null || redirectUri === null) return { asks, back: null };
	const href = way.kind === 'error' ? locationOf(way) : way.location;
	return { asks, back: { href, place: placeOf(redirectUri) } };
}
