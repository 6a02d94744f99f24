import type { OwnerWords } from '#lib/access/owner-words/en.ts';
import { languageOf, preferredLanguage } from '#lib/access/owner-words/languages.ts';
import { wordsFor } from '#lib/access/owner-words/words-for.ts';
import { formActionSource } from '#lib/connect/redirect-back.ts';
import { getApplicationName } from '#lib/server/applications/applications.ts';
import { formToken } from '#lib/server/connect/browser-binding.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { oncePerRequest } from '#lib/server/http/once-per-request.ts';
import { sessionOf } from './screen.ts';
import { LOST, travellerOf } from './traveller.ts';

/** What all screens of a session share. */
export interface Frame {
	readonly name: string;
	/** Code of the owner's language. */
	readonly language: string;
	readonly words: OwnerWords;
	readonly token: string;
	readonly canExit: boolean;
}

export type ScreenEvent = Pick<
	RequestEvent<{ session: string }>,
	'params' | 'locals' | 'cookies' | 'url' | 'request' | 'route'
>;

/** Finds it, and has the answer speak the language, and lead where the session may end. */
export const frameOf = oncePerRequest(async (event: ScreenEvent): Promise<Frame> => {
	const { params, locals, request, route } = event;
	const found = await sessionOf(event);
	// The last page of our own comes after the end.
	const atItsEnd = route.id?.endsWith('/finish') ?? false;
	if (found.kind === 'foreign' || (found.kind === 'over' && !atItsEnd)) error(400, LOST);
	const { session } = found;
	const name =
		(await getApplicationName(locals.context, session.clientId)) ?? refuseGoneApplication();
	const language = session.language
		? languageOf(session.language)
		: preferredLanguage(request.headers.get('accept-language'));
	const { redirectUri } = session.request;
	locals.language = language.code;
	if (redirectUri !== null)
		locals.formAction = formActionSource(redirectUri, !locals.context.settings.isPublic);
	const { browser = '' } = travellerOf(event);
	return {
		name,
		language: language.code,
		words: wordsFor(language.code, name),
		token: formToken(browser, params.session),
		canExit: found.kind === 'open'
	};
});
