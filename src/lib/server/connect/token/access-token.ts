import { eq, sql } from 'drizzle-orm';
import { clock } from '../../clock.ts';
import { prepareOnce, read } from '../../db/connection.ts';
import { authorizations, tokenPairs } from '../../db/connect-schema.ts';
import { digestOf } from '../digest.ts';
import { isOver, LIFETIMES } from '../lifetimes.ts';
import { AUTHORIZATION_COLUMNS, reachOf, type Reach } from './issue.ts';

/** What the holder of an access token may reach at this moment. */
export interface AccessGrant {
	readonly clientId: string;
	readonly ownerId: string;
	readonly vehicles: Reach['vehicles'];
}

const statements = prepareOnce((db) => ({
	find: db
		.select({
			...AUTHORIZATION_COLUMNS,
			tokenScope: tokenPairs.scope,
			issuedAt: tokenPairs.issuedAt,
			accessRevokedAt: tokenPairs.accessRevokedAt
		})
		.from(tokenPairs)
		.innerJoin(authorizations, eq(authorizations.id, tokenPairs.authorizationId))
		.where(eq(tokenPairs.accessDigest, sql.placeholder('digest')))
		.prepare()
}));

/** @returns null for a token that is unknown, revoked, out of time, or reaches nothing any more. */
export async function findAccessGrant(token: string): Promise<AccessGrant | null> {
	return read(() => {
		const [found] = statements().find.all({ digest: digestOf(token) });
		if (!found || found.revokedAt !== null || found.accessRevokedAt !== null) return null;
		if (isOver(found.issuedAt, LIFETIMES.accessToken, clock.now())) return null;
		const { vehicles } = reachOf(found);
		if (vehicles.length === 0) return null;
		const { clientId, ownerId } = found;
		const held = found.tokenScope?.split(' ');
		if (!held) return { clientId, ownerId, vehicles };
		const narrowed = vehicles.map(({ id, permissions }) => ({
			id,
			permissions: permissions.filter((name) => held.includes(name))
		}));
		return { clientId, ownerId, vehicles: narrowed };
	});
}
