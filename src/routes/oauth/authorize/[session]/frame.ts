import type { OwnerWords } from '#lib/access/owner-words/en.ts';
import { wordsFor } from '#lib/access/owner-words/words-for.ts';
import { fill } from '#lib/access/owner-words/fill.ts';
import { stepNumber } from '#lib/connect/journey/step-number.ts';
import { formActionSource, shownPlace } from '#lib/connect/redirect-back.ts';
import { SCREENS } from '#lib/connect/session-data.ts';
import { getApplicationName } from '#lib/server/applications/applications.ts';
import { formToken } from '#lib/server/connect/browser-binding.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { oncePerRequest } from '#lib/server/http/once-per-request.ts';
import { sessionOf } from './screen.ts';
import { languageFor, lose } from './lost.ts';
import { travellerOf } from './traveller.ts';

/** What all screens of a session share. */
export interface Frame {
	readonly name: string;
	/** Where it leads back to; empty where the session ends on a page of our own. */
	readonly place: string;
	readonly step: NonNullable<App.PageData['step']>;
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
	const { params, locals, route } = event;
	const found = await sessionOf(event);
	// The last page of our own comes after the end.
	const atItsEnd = route.id?.endsWith('/finish') ?? false;
	if (found.kind === 'foreign' || (found.kind === 'over' && !atItsEnd)) return lose(event, found);
	const { session } = found;
	const name =
		(await getApplicationName(locals.context, session.clientId)) ?? refuseGoneApplication();
	const language = languageFor(event, session.language);
	const { redirectUri } = session.request;
	locals.language = language.code;
	if (redirectUri !== null)
		locals.formAction = formActionSource(redirectUri, !locals.context.settings.isPublic);
	const { browser = '' } = travellerOf(event);
	const words = wordsFor(language.code, name);
	const screen = SCREENS.find((one) => route.id?.endsWith(`/${one}`)) ?? 'preamble';
	const { step, of } = stepNumber(screen, session.request);
	return {
		name,
		place: redirectUri === null ? '' : shownPlace(redirectUri),
		step: { step, of, text: fill(words.step, { step: String(step), of: String(of) }) },
		language: language.code,
		words,
		token: formToken(browser, params.session),
		canExit: found.kind === 'open'
	};
});
