import { languageOf, preferredLanguage } from '#lib/access/owner-words/languages.ts';
import { wordsFor } from '#lib/access/owner-words/words-for.ts';
import { getApplicationName } from '#lib/server/applications/applications.ts';
import { formToken } from '#lib/server/connect/browser-binding.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import { formActionSource } from '#lib/connect/redirect-back.ts';
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types.js';
import { sessionOf } from './screen.ts';
import { LOST, travellerOf } from './traveller.ts';

export const load: LayoutServerLoad = async (event) => {
	const { params, locals, request } = event;
	const { browser = '' } = travellerOf(event);
	const found = await sessionOf(event);
	// The last page of our own comes after the end.
	const atItsEnd = event.route.id.endsWith('/finish');
	if (found.kind === 'foreign' || (found.kind === 'over' && !atItsEnd)) error(400, LOST);
	const { session } = found;
	const name =
		(await getApplicationName(event.locals.context, session.clientId)) ?? refuseGoneApplication();
	const language = session.language
		? languageOf(session.language)
		: preferredLanguage(request.headers.get('accept-language'));
	const { redirectUri } = session.request;
	locals.language = language.code;
	if (redirectUri !== null)
		locals.formAction = formActionSource(redirectUri, !event.locals.context.settings.isPublic);
	const { sandbox, sandboxText, sandboxTime, exit } = wordsFor(language.code, name);
	return {
		application: { name },
		language: language.code,
		/**
		 * Each page hands on the words that it shows and no others: the framework writes out all that a
		 * load returns, also where no script reads it.
		 */
		frame: { sandbox, sandboxText, sandboxTime, exit },
		token: formToken(browser, params.session),
		canExit: found.kind === 'open'
	};
};
