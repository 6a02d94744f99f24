import type { Context } from '../../context.ts';
import { expiredConnections } from './connections.ts';
import { endedCodes, endedMachineTokens, endedPairs, endedSessions } from './kinds.ts';
import { sessionsOf } from './sessions-of.ts';
import type { Dated, Found, Span } from './span.ts';

/** Something that came to the end of its life, unused and not revoked. */
export type Ended = Dated &
	(
		| {
				readonly event: 'session-ends' | 'code-ends' | 'access-token-ends' | 'refresh-token-ends';
				/** The session, or the one that it came of; null where that is no longer kept. */
				readonly sessionId: string | null;
		  }
		| { readonly event: 'machine-token-ends'; readonly machineClientId: string }
		/** The last refresh token that reaches it is out of time: the owner has to be asked again. */
		| { readonly event: 'connection-expires'; readonly connectionId: string }
	);

/** How much of what ended. */
export interface EndedCounts {
	readonly sessions: number;
	readonly codes: number;
	readonly accessTokens: number;
	readonly refreshTokens: number;
	readonly machineTokens: number;
	readonly connections: number;
}

/** What came to the end of its life within a span: the first of it, in order, and how much of each kind. */
export async function endedWithin(
	context: Context,
	span: Span
): Promise<{
	readonly listed: readonly Ended[];
	readonly counts: EndedCounts;
	/** Of all kinds. */
	readonly count: number;
}> {
	return context.read(async (transaction) => {
		const { db } = transaction;
		const sessions = await endedSessions(db, span);
		const codes = await endedCodes(db, span);
		const access = await endedPairs(db, span, 'access');
		const refresh = await endedPairs(db, span, 'refresh');
		const machine = await endedMachineTokens(db, span);
		const reached = await expiredConnections(db, span);
		const given = [codes, access, refresh].flatMap(({ listed }) => listed);
		const origins = await sessionsOf(db, given);
		const came = (
			{ listed }: Found<Dated & { readonly authorizationId: number }>,
			event: 'code-ends' | 'access-token-ends' | 'refresh-token-ends'
		) =>
			listed.map(({ authorizationId, ...one }) => ({
				...one,
				event,
				sessionId: origins.get(authorizationId) ?? null
			}));
		const all: readonly Ended[] = [
			...sessions.listed.map((one) => ({ ...one, event: 'session-ends' as const })),
			...came(codes, 'code-ends'),
			...came(access, 'access-token-ends'),
			...came(refresh, 'refresh-token-ends'),
			...machine.listed.map((one) => ({ ...one, event: 'machine-token-ends' as const })),
			...reached.listed.map((one) => ({ ...one, event: 'connection-expires' as const }))
		];
		const found = [sessions, codes, access, refresh, machine, reached];
		return {
			count: found.reduce((sum, { count }) => sum + count, 0),
			listed: all.toSorted((one, other) => one.at - other.at).slice(0, span.most),
			counts: {
				sessions: sessions.count,
				codes: codes.count,
				accessTokens: access.count,
				refreshTokens: refresh.count,
				machineTokens: machine.count,
				connections: reached.count
			}
		};
	});
}
