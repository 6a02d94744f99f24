import type { ConnectSession } from '#lib/connect/journey/session.ts';
import type { Screen } from '#lib/connect/session-data.ts';
import { checkScreen } from '#lib/server/connect/journey/leave.ts';
import { findSession } from '#lib/server/connect/sessions.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { oncePerRequest } from '#lib/server/http/once-per-request.ts';
import { lose } from './lost.ts';
import { follow, travellerOf } from './traveller.ts';

type Event = Pick<
	RequestEvent<{ session: string }>,
	'params' | 'locals' | 'cookies' | 'url' | 'request'
>;

/** The session that a request is about. */
export const sessionOf = oncePerRequest((event: Event) =>
	findSession(event.locals.context, travellerOf(event))
);

/** The session of a screen that may be shown; one that was jumped to ends the session. */
export async function requireScreen(event: Event, screen: Screen): Promise<ConnectSession> {
	const session = await sessionOf(event);
	if (session.kind !== 'open') return lose(event, session);
	const traveller = travellerOf(event);
	const next = await checkScreen(event.locals.context, traveller, session.session, screen);
	if (next) await follow(event, next);
	return session.session;
}
