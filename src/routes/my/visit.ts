import { languageOf, preferredLanguage } from '#lib/access/owner-words/languages.ts';
import { isRecent } from '#lib/owners/owner-session.ts';
import type { Context } from '#lib/server/context.ts';
import { oncePerRequest } from '#lib/server/http/once-per-request.ts';
import { asOwner, type Owner } from '#lib/server/owners/actor.ts';
import { findVisit, type Visit } from '#lib/server/owners/sessions.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { secretIn } from './cookies.ts';

type Event = Pick<RequestEvent, 'locals' | 'cookies' | 'url' | 'request'>;

/** Who asks, looked up once for the layout and its page. */
export const visitOf = oncePerRequest((event: Event) =>
	findVisit(event.locals.context, secretIn(event, 'owner'))
);

/** A page of somebody who is signed in. */
export interface OwnersPage {
	/** In the owner's name: what the portal does, it does by this. */
	readonly context: Context;
	readonly owner: Owner;
	/** Of the browser that asks. */
	readonly sessionId: string;
	/** Whether it signed in just now, as what cannot be taken back asks for. */
	readonly recent: boolean;
	readonly clock: Visit['clock'];
}

/**
 * The owner that a page or an act is of; whoever is not signed in does so first and comes back.
 *
 * @param page that they come back to
 */
export async function requireOwner(
	event: Event,
	page: string = event.url.pathname
): Promise<OwnersPage> {
	const { signedIn, clock } = await visitOf(event);
	if (!signedIn) redirect(303, page === HOME ? '/my' : `/my?next=${encodeURIComponent(page)}`);
	const { owner, sessionId } = signedIn;
	const { context } = event.locals;
	const recent = isRecent(signedIn, context.machineNow);
	return { context: asOwner(context, owner), owner, sessionId, recent, clock };
}

const HOME = '/my/applications';

/** Where a sign-in leads: a page of the portal, and nowhere else. Source: OWASP ASVS 5.0, 3.7.2. */
export function nextPath(next: string | null): string {
	return next !== null && /^\/my\/[\w/-]{1,200}$/.test(next) ? next : HOME;
}

const LANGUAGE = 'owner_language';

/** The language that was chosen, else the one that the browser asks for. */
export function languageFor({ cookies, request }: Pick<Event, 'cookies' | 'request'>): string {
	const chosen = cookies.get(LANGUAGE);
	if (chosen !== undefined && languageOf(chosen).code === chosen) return chosen;
	return preferredLanguage(request.headers.get('accept-language')).code;
}

export function rememberLanguage({ cookies, url }: Event, code: string): void {
	cookies.set(LANGUAGE, languageOf(code).code, {
		path: '/my',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: 365 * 24 * 60 * 60
	});
}
