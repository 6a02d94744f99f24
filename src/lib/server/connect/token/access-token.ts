import { isOver, LIFETIMES } from '#lib/connect/lifetimes.ts';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { authorizations, connections, tokenPairs } from '../../db/connect-schema.ts';
import { named, prepared } from '../../db/prepared.ts';
import { digestOf } from '../../digest.ts';
import { reachOf, type Reach } from '#lib/connect/token/reach.ts';
import { AUTHORIZATION_COLUMNS, OF_THE_SAME_ACCOUNT } from './issue.ts';

/** What the holder of an access token may reach at this moment. */
export interface AccessGrant {
	readonly clientId: string;
	readonly accountId: string;
	readonly vehicles: Reach['vehicles'];
}

const statements = prepared((db) => ({
	find: named(
		db
			.select({
				...AUTHORIZATION_COLUMNS,
				tokenScope: tokenPairs.scope,
				issuedAt: tokenPairs.issuedAt,
				accessRevokedAt: tokenPairs.accessRevokedAt
			})
			.from(tokenPairs)
			.innerJoin(authorizations, eq(authorizations.id, tokenPairs.authorizationId))
			.leftJoin(connections, OF_THE_SAME_ACCOUNT)
			.where(eq(tokenPairs.accessDigest, sql.placeholder('digest')))
			// One order, since the vehicles are read page by page.
			.orderBy(asc(connections.createdAt), asc(connections.vehicleId)),
		'find_access_token'
	),
	markOver: named(
		db
			.update(tokenPairs)
			.set({ accessRevokedAt: sql`${sql.placeholder('now')}` })
			.where(
				and(
					eq(tokenPairs.accessDigest, sql.placeholder('digest')),
					isNull(tokenPairs.accessRevokedAt)
				)
			),
		'mark_access_token_over'
	)
}));

const OUT_OF_TIME = Symbol('out of time');

/** @returns null for a token that is unknown, revoked, out of time, or reaches nothing any more. */
export async function findAccessGrant(
	context: Context,
	token: string
): Promise<AccessGrant | null> {
	const digest = digestOf(token);
	const grant = await context.read(async ({ db, now }) => {
		const rows = await statements(db).find.execute({ digest });
		const [found] = rows;
		if (!found || found.revokedAt !== null || found.accessRevokedAt !== null) return null;
		if (isOver(found.issuedAt, LIFETIMES.accessToken, now)) return OUT_OF_TIME;
		const { vehicles } = reachOf(found, rows);
		if (vehicles.length === 0) return null;
		const { clientId, accountId } = found;
		const held = found.tokenScope?.split(' ');
		if (!held) return { clientId, accountId, vehicles };
		const narrowed = vehicles.map(({ id, permissions }) => ({
			id,
			permissions: permissions.filter((name) => held.includes(name))
		}));
		return { clientId, accountId, vehicles: narrowed };
	});
	if (grant !== OUT_OF_TIME) return grant;
	await context.write(({ db, now }) => statements(db).markOver.execute({ digest, now }));
	return null;
}
