import { isFormToken } from '#lib/server/connect/browser-binding.ts';
import type { Next, Traveller } from '#lib/server/connect/journey/step.ts';
import type { Screen } from '#lib/connect/session-data.ts';
import { locationOf } from '#lib/server/programs/oauth/connect-words.ts';
import { readForm } from '#lib/server/http/read-form.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { browserOf } from '../../connect-browser.ts';
import { oncePerRequest } from '#lib/server/http/once-per-request.ts';
import { giveSignIn, signInOf } from './sign-in-cookie.ts';
import { lose } from './lost.ts';

type Event = RequestEvent<{ session: string }>;

/** The framework reads all cookies whenever it is asked for one. */
export const travellerOf = oncePerRequest(
	(event: Pick<Event, 'params' | 'locals' | 'cookies' | 'url'>): Traveller => ({
		id: event.params.session,
		browser: browserOf(event),
		signIn: signInOf(event.cookies, event.url),
		issuer: event.locals.context.settings.origin
	})
);

/** Fields of all the screens: a browser's back button may send the form of another one. */
const STEP_FIELDS = [
	'token',
	'country',
	'language',
	'make',
	'username',
	'password',
	'permission',
	'vehicle',
	'share'
];

/** The form of a step, once it is known to come from our own page in the right browser. */
export async function readStep(event: Event): Promise<{ form: FormData; traveller: Traveller }> {
	const body = await readForm(event.request, STEP_FIELDS);
	if (!body.ok) error(body.status, body.message);
	const traveller = travellerOf(event);
	const token = body.form.get('token');
	const known =
		typeof token === 'string' &&
		traveller.browser !== undefined &&
		isFormToken(token, traveller.browser, traveller.id);
	if (!known) return lose(event, null, 403);
	return { form: body.form, traveller };
}

export function screenPath(id: string, screen: Screen): string {
	return `/oauth/authorize/${id}${screen === 'preamble' ? '' : `/${screen}`}`;
}

/** Goes where a step leads; only a refusal comes back, to be shown on the same screen. */
export async function follow(
	event: Pick<Event, 'params' | 'cookies' | 'url' | 'locals' | 'request'>,
	next: Next
): Promise<Extract<Next, { kind: 'refused' }>> {
	const { params, cookies, url } = event;
	const { session } = params;
	switch (next.kind) {
		case 'signed-in':
			giveSignIn(cookies, url, screenPath(session, 'preamble'), next.secret);
			return redirect(303, screenPath(session, next.screen));
		case 'screen':
			return redirect(303, screenPath(session, next.screen));
		case 'redirect':
			return redirect(303, next.location);
		case 'error':
			return redirect(303, locationOf(next));
		case 'lost':
			return lose(event, null);
		case 'refused':
			return next;
	}
}
