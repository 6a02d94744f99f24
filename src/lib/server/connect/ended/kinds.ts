import { and, asc, count, eq, isNotNull, isNull } from 'drizzle-orm';
import { machineClients, sandboxSettings } from '../../db/client-schema.ts';
import { authorizations, machineTokens, tokenPairs } from '../../db/connect-schema.ts';
import { onlyRow } from '../../db/rows.ts';
import { connectSessions } from '../../db/session-schema.ts';
import type { Db } from '../../engine.ts';
import { dated, endsWithin, REFRESH_BEGUN, type Dated, type Found, type Span } from './span.ts';

/** Sessions that were left alone. */
export async function endedSessions(
	db: Db,
	span: Span
): Promise<Found<Dated & { readonly sessionId: string }>> {
	const { id: sessionId, clientId, outcome, endedAt, touchedAt: begun } = connectSessions;
	const which = and(isNull(outcome), isNull(endedAt), endsWithin(begun, 'session', span));
	const rows = await db
		.select({ sessionId, clientId, begun })
		.from(connectSessions)
		.where(which)
		.orderBy(asc(begun), asc(sessionId))
		.limit(span.most);
	return { listed: dated(rows, 'session'), count: await db.$count(connectSessions, which) };
}

/** What came of a consent. */
type Given = Dated & { readonly authorizationId: number };

/** Codes that nobody exchanged. */
export async function endedCodes(db: Db, span: Span): Promise<Found<Given>> {
	const { id: authorizationId, clientId, createdAt: begun } = authorizations;
	const { codeDigest, codeUsedAt, revokedAt } = authorizations;
	const open = [isNotNull(codeDigest), isNull(codeUsedAt), isNull(revokedAt)];
	const which = and(...open, endsWithin(begun, 'code', span));
	const rows = await db
		.select({ authorizationId, clientId, begun })
		.from(authorizations)
		.where(which)
		.orderBy(asc(begun), asc(authorizationId))
		.limit(span.most);
	return { listed: dated(rows, 'code'), count: await db.$count(authorizations, which) };
}

/** Access tokens, or refresh tokens that were not used. */
export async function endedPairs(
	db: Db,
	span: Span,
	kind: 'access' | 'refresh'
): Promise<Found<Given>> {
	const { issuedAt, accessRevokedAt, refreshedAt, refreshOverAt } = tokenPairs;
	const lifetime = kind === 'access' ? 'accessToken' : 'refreshToken';
	const begun = kind === 'access' ? issuedAt : REFRESH_BEGUN;
	const open =
		kind === 'access' ? isNull(accessRevokedAt) : and(isNull(refreshedAt), isNull(refreshOverAt));
	const which = and(isNull(authorizations.revokedAt), open, endsWithin(begun, lifetime, span));
	const rows = await db
		.select({ authorizationId: authorizations.id, clientId: authorizations.clientId, begun })
		.from(tokenPairs)
		.innerJoin(authorizations, eq(authorizations.id, tokenPairs.authorizationId))
		.leftJoin(sandboxSettings, eq(sandboxSettings.clientId, authorizations.clientId))
		.where(which)
		.orderBy(asc(begun), asc(tokenPairs.id))
		.limit(span.most);
	const counted = await db
		.select({ rows: count() })
		.from(tokenPairs)
		.innerJoin(authorizations, eq(authorizations.id, tokenPairs.authorizationId))
		.leftJoin(sandboxSettings, eq(sandboxSettings.clientId, authorizations.clientId))
		.where(which);
	return { listed: dated(rows, lifetime), count: onlyRow(counted).rows };
}

/** Tokens of machine clients. */
export async function endedMachineTokens(
	db: Db,
	span: Span
): Promise<Found<Dated & { readonly machineClientId: string }>> {
	const { machineClientId, issuedAt: begun, digest } = machineTokens;
	const which = endsWithin(begun, 'machineToken', span);
	const rows = await db
		.select({ machineClientId, clientId: machineClients.clientId, begun })
		.from(machineTokens)
		.innerJoin(machineClients, eq(machineClients.id, machineClientId))
		.where(which)
		.orderBy(asc(begun), asc(digest))
		.limit(span.most);
	return { listed: dated(rows, 'machineToken'), count: await db.$count(machineTokens, which) };
}
