import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import { sandboxSettings } from '../../db/client-schema.ts';
import { authorizations, connections, tokenPairs } from '../../db/connect-schema.ts';
import { onlyRow } from '../../db/rows.ts';
import type { Db } from '../../engine.ts';
import { OF_THE_SAME_ACCOUNT } from '../token/issue.ts';
import { dated, endsWithin, REFRESH_BEGUN, type Dated, type Found, type Span } from './span.ts';

/** That an authorization is for the vehicle of a connection. */
const FOR_THE_VEHICLE = sql`cast(${authorizations.vehicleIds} as text)
	like '%"' || ${connections.vehicleId} || '"%'`;

/** Connections whose last refresh token ran out. */
export async function expiredConnections(
	db: Db,
	span: Span
): Promise<Found<Dated & { readonly connectionId: string }>> {
	const { refreshedAt, refreshOverAt, authorizationId } = tokenPairs;
	const begun = sql<number>`max(${REFRESH_BEGUN})`.mapWith(Number);
	const reached = db
		.select({ id: connections.id, clientId: connections.clientId, begun: begun.as('begun') })
		.from(tokenPairs)
		.innerJoin(authorizations, eq(authorizations.id, authorizationId))
		.innerJoin(connections, and(OF_THE_SAME_ACCOUNT, FOR_THE_VEHICLE))
		.leftJoin(sandboxSettings, eq(sandboxSettings.clientId, authorizations.clientId))
		.where(and(isNull(authorizations.revokedAt), isNull(refreshedAt), isNull(refreshOverAt)))
		.groupBy(connections.id, connections.clientId)
		.having(endsWithin(begun, 'refreshToken', span))
		.as('reached');
	const rows = await db
		.select({ connectionId: reached.id, clientId: reached.clientId, begun: reached.begun })
		.from(reached)
		.orderBy(asc(reached.begun), asc(reached.id))
		.limit(span.most);
	const counted = await db.select({ rows: count() }).from(reached);
	return { listed: dated(rows, 'refreshToken'), count: onlyRow(counted).rows };
}
