import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { authorizations, machineTokens, tokenPairs } from '../../db/connect-schema.ts';
import { digestOf } from '../digest.ts';
import { revokeAuthorization } from './issue.ts';

/** Who asks: an application, or one of its machine clients. */
export type TokenHolder =
	{ readonly clientId: string } | { readonly clientId: string; readonly machineClientId: string };

/**
 * Ends a token of the client that asks; part of a transaction. A refresh token takes all tokens of
 * its consent along. What is unknown, or somebody else's, is left alone without a word.
 *
 * The hint at the token's kind is not needed: every kind is looked up.
 *
 * Source: RFC 7009 sections 2.1 and 2.2.
 */
export function revokeToken(db: Db, holder: TokenHolder, token: string, now: number): void {
	const digest = digestOf(token);
	if ('machineClientId' in holder) {
		db.delete(machineTokens)
			.where(
				and(
					eq(machineTokens.digest, digest),
					eq(machineTokens.machineClientId, holder.machineClientId)
				)
			)
			.run();
		return;
	}
	const [pair] = db
		.select({
			id: tokenPairs.id,
			authorizationId: tokenPairs.authorizationId,
			isRefresh: sql<number>`${tokenPairs.refreshDigest} = ${digest}`
		})
		.from(tokenPairs)
		.innerJoin(authorizations, eq(authorizations.id, tokenPairs.authorizationId))
		.where(
			and(
				eq(authorizations.clientId, holder.clientId),
				sql`(${tokenPairs.accessDigest} = ${digest} or ${tokenPairs.refreshDigest} = ${digest})`
			)
		)
		.all();
	if (!pair) return;
	if (pair.isRefresh) revokeAuthorization(pair.authorizationId, now);
	else db.update(tokenPairs).set({ accessRevokedAt: now }).where(eq(tokenPairs.id, pair.id)).run();
}
