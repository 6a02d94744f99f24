import { and, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { authorizations, machineTokens } from '../db/connect-schema.ts';
import { connectSessions } from '../db/session-schema.ts';

/** What a reset of the clock would end. */
export interface ResetEnds {
	readonly sessions: number;
	/** Consents, each with its code and tokens. */
	readonly authorizations: number;
	readonly machineTokens: number;
}

export function countResetEnds(context: Context): Promise<ResetEnds> {
	return context.read(async ({ db }) => ({
		sessions: await db.$count(
			connectSessions,
			and(isNull(connectSessions.outcome), isNull(connectSessions.endedAt))
		),
		authorizations: await db.$count(authorizations, isNull(authorizations.revokedAt)),
		machineTokens: await db.$count(machineTokens)
	}));
}
