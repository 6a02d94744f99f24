import { decideRevocation } from '#lib/connect/token/revocation.ts';
import { and, eq, or } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { authorizations, machineTokens, tokenPairs } from '../../db/connect-schema.ts';
import { digestOf, sameDigest } from '../../digest.ts';
import { revokeAuthorization } from './issue.ts';

/** Who asks: an application, or one of its machine clients. */
export type TokenHolder =
	{ readonly clientId: string } | { readonly clientId: string; readonly machineClientId: string };

/**
 * Ends a token of the client that asks; part of a transaction. The hint at the token's kind is not
 * needed: every kind is looked up.
 */
export async function revokeToken(
	transaction: Transaction,
	holder: TokenHolder,
	token: string
): Promise<void> {
	const { db, now } = transaction;
	const digest = digestOf(token);
	if ('machineClientId' in holder) {
		await db
			.delete(machineTokens)
			.where(
				and(
					eq(machineTokens.digest, digest),
					eq(machineTokens.machineClientId, holder.machineClientId)
				)
			);
		return;
	}
	const [pair] = await db
		.select({
			id: tokenPairs.id,
			clientId: authorizations.clientId,
			authorizationId: tokenPairs.authorizationId,
			refreshDigest: tokenPairs.refreshDigest
		})
		.from(tokenPairs)
		.innerJoin(authorizations, eq(authorizations.id, tokenPairs.authorizationId))
		.where(or(eq(tokenPairs.accessDigest, digest), eq(tokenPairs.refreshDigest, digest)));
	if (!pair) return;
	const kind = sameDigest(pair.refreshDigest, digest) ? 'refresh' : 'access';
	switch (decideRevocation({ clientId: pair.clientId, kind }, holder.clientId)) {
		case 'consent':
			return revokeAuthorization(transaction, pair.authorizationId);
		case 'access-token':
			await db.update(tokenPairs).set({ accessRevokedAt: now }).where(eq(tokenPairs.id, pair.id));
			return;
		case 'nothing':
			return;
	}
}
