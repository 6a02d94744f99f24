import type { ConnectSession } from '#lib/connect/journey/session.ts';
import type { Screen } from '#lib/connect/session-data.ts';
import { checkScreen } from '#lib/server/connect/journey/leave.ts';
import { findSession, type FoundSession } from '#lib/server/connect/sessions.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { follow, LOST, travellerOf } from './traveller.ts';

const found = new WeakMap<App.Locals, Promise<FoundSession>>();

type Event = Pick<RequestEvent<{ session: string }>, 'params' | 'locals' | 'cookies' | 'url'>;

/** The session that a request is about, looked up once for the layout and its page. */
export function sessionOf(event: Event): Promise<FoundSession> {
	const known = found.get(event.locals);
	if (known) return known;
	const session = findSession(event.locals.context, travellerOf(event));
	found.set(event.locals, session);
	return session;
}

/** The session of a screen that may be shown; one that was jumped to ends the session. */
export async function requireScreen(event: Event, screen: Screen): Promise<ConnectSession> {
	const traveller = travellerOf(event);
	const session = await sessionOf(event);
	if (session.kind !== 'open') error(400, LOST);
	const next = await checkScreen(event.locals.context, traveller, session.session, screen);
	if (next) follow(event, next);
	return session.session;
}
