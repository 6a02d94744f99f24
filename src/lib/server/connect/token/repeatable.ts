import { eq, or, sql } from 'drizzle-orm';
import { prepareOnce } from '../../db/connection.ts';
import { machineClients } from '../../db/client-schema.ts';
import { authorizations, machineTokens, tokenPairs } from '../../db/connect-schema.ts';
import { digestOf, sameDigest } from '../digest.ts';
import { isOver, LIFETIMES } from '../lifetimes.ts';

const statements = prepareOnce((db) => {
	const digest = sql.placeholder('digest');
	return {
		pair: db
			.select({
				clientId: authorizations.clientId,
				issuedAt: tokenPairs.issuedAt,
				refreshDigest: tokenPairs.refreshDigest,
				accessRevokedAt: tokenPairs.accessRevokedAt,
				refreshOverAt: tokenPairs.refreshOverAt,
				revokedAt: authorizations.revokedAt
			})
			.from(tokenPairs)
			.innerJoin(authorizations, eq(authorizations.id, tokenPairs.authorizationId))
			.where(or(eq(tokenPairs.accessDigest, digest), eq(tokenPairs.refreshDigest, digest)))
			.prepare(),
		code: db
			.select({
				clientId: authorizations.clientId,
				createdAt: authorizations.createdAt,
				endedAt: sql<
					number | null
				>`coalesce(${authorizations.codeUsedAt}, ${authorizations.revokedAt})`
			})
			.from(authorizations)
			.where(eq(authorizations.codeDigest, digest))
			.prepare(),
		machine: db
			.select({ clientId: machineClients.clientId })
			.from(machineTokens)
			.innerJoin(machineClients, eq(machineClients.id, machineTokens.machineClientId))
			.where(eq(machineTokens.digest, digest))
			.prepare()
	};
});

/**
 * A text of a client's request as the answer may repeat it; null for a code or token of somebody
 * else that may still work, since answers end up in logs. Part of a transaction.
 */
export function repeatable(text: string, clientId: string, now: number): string | null {
	const digest = digestOf(text);
	const [pair] = statements().pair.all({ digest });
	if (pair) {
		const isRefresh = sameDigest(pair.refreshDigest, digest);
		const endedAt = pair.revokedAt ?? (isRefresh ? pair.refreshOverAt : pair.accessRevokedAt);
		const life = isRefresh ? LIFETIMES.refreshToken : LIFETIMES.accessToken;
		const isDead = endedAt !== null || isOver(pair.issuedAt, life, now);
		return isDead || pair.clientId === clientId ? text : null;
	}
	const [code] = statements().code.all({ digest });
	if (code) {
		const isDead = code.endedAt !== null || isOver(code.createdAt, LIFETIMES.code, now);
		return isDead || code.clientId === clientId ? text : null;
	}
	const [machine] = statements().machine.all({ digest });
	return machine && machine.clientId !== clientId ? null : text;
}
