import { aliveWithin, LIFETIMES } from '#lib/connect/lifetimes.ts';
import { and, eq, gt, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm';
import { connectSessions } from '../db/session-schema.ts';
import { userStart } from './user-start.ts';

/** Ends of the sessions that have no outcome. */
export const GOING_ON = 'going_on';
export const ABANDONED = 'abandoned';

export interface SessionFilter {
	readonly end?: string | undefined;
	/** Null for the sessions without one. */
	readonly user?: string | null | undefined;
}

/** The sessions of an application that pass a filter. */
export function passing(
	clientId: string,
	{ end, user }: SessionFilter,
	now: number
): SQL | undefined {
	return and(
		eq(connectSessions.clientId, clientId),
		end === undefined ? undefined : endsWith(end, now),
		user === undefined ? undefined : ofUser(user)
	);
}

function endsWith(end: string, now: number): SQL | undefined {
	const { outcome, endedAt, touchedAt } = connectSessions;
	const { after, until } = aliveWithin(LIFETIMES.session, now);
	switch (end) {
		case GOING_ON:
			return and(isNull(outcome), isNull(endedAt), gt(touchedAt, after), lte(touchedAt, until));
		case ABANDONED:
			return and(
				isNull(outcome),
				or(isNotNull(endedAt), lte(touchedAt, after), gt(touchedAt, until))
			);
		default:
			return eq(outcome, end);
	}
}

function ofUser(user: string | null): SQL | undefined {
	const start = userStart(user);
	if (start === null) return isNull(connectSessions.userStart);
	const found = eq(connectSessions.userStart, start);
	return start === user ? found : and(found, eq(connectSessions.user, user ?? ''));
}
