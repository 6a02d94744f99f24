import { checkScreen } from '#lib/server/connect/journey/leave.ts';
import type { Screen } from '#lib/server/connect/session-data.ts';
import { findSession, type ConnectSession } from '#lib/server/connect/sessions.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { follow, LOST, travellerOf } from './traveller.ts';

/** The session of a screen that may be shown; one that was jumped to ends the session. */
export async function requireScreen(
	event: Pick<RequestEvent<{ session: string }>, 'params' | 'locals' | 'cookies' | 'url'>,
	screen: Screen
): Promise<ConnectSession> {
	const traveller = travellerOf(event);
	const found = await findSession(traveller.id, traveller.browser);
	if (found.kind !== 'open') error(400, LOST);
	const next = await checkScreen(traveller, found.session, screen);
	if (next) follow(traveller.id, next);
	return found.session;
}
