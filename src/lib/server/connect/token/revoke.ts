import { decideRevocation } from '#lib/connect/token/revocation.ts';
import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { authorizations, machineTokens, tokenPairs } from '../../db/connect-schema.ts';
import { named, prepared } from '../../db/prepared.ts';
import { sameDigest } from '../../digest.ts';
import { handedIn, pairOf } from './find-pair.ts';
import { revokeAuthorization } from './issue.ts';

const statements = prepared((db) => ({
	find: named(
		db
			.select({
				id: tokenPairs.id,
				clientId: authorizations.clientId,
				authorizationId: tokenPairs.authorizationId,
				refreshDigest: tokenPairs.refreshDigest
			})
			.from(tokenPairs)
			.innerJoin(authorizations, eq(authorizations.id, tokenPairs.authorizationId))
			.where(eq(tokenPairs.id, pairOf(db, tokenPairs.accessDigest, tokenPairs.refreshDigest))),
		'find_token_to_revoke'
	)
}));

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
	const handed = handedIn(transaction, token);
	const { digest } = handed;
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
	const [pair] = await statements(db).find.execute(handed);
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
