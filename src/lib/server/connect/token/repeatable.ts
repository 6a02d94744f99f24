import { isOver, LIFETIMES } from '#lib/connect/lifetimes.ts';
import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { machineClients } from '../../db/client-schema.ts';
import { authorizations, machineTokens, tokenPairs } from '../../db/connect-schema.ts';
import { named, prepared } from '../../db/prepared.ts';
import { sameDigest } from '../../digest.ts';
import { handedIn, pairOf } from './find-pair.ts';

const statements = prepared((db) => {
	const digest = sql.placeholder('digest');
	return {
		pair: named(
			db
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
				.where(eq(tokenPairs.id, pairOf(db, tokenPairs.accessDigest, tokenPairs.refreshDigest))),
			'find_repeatable_token'
		),
		code: named(
			db
				.select({
					clientId: authorizations.clientId,
					createdAt: authorizations.createdAt,
					codeUsedAt: authorizations.codeUsedAt,
					revokedAt: authorizations.revokedAt
				})
				.from(authorizations)
				.where(eq(authorizations.codeDigest, digest)),
			'find_repeatable_code'
		),
		machine: named(
			db
				.select({ clientId: machineClients.clientId })
				.from(machineTokens)
				.innerJoin(machineClients, eq(machineClients.id, machineTokens.machineClientId))
				.where(eq(machineTokens.digest, digest)),
			'find_repeatable_machine_token'
		)
	};
});

/**
 * A text of a client's request as the answer may repeat it; null for a code or token of somebody
 * else that may still work, since answers end up in logs. Part of a transaction.
 */
export async function repeatable(
	{ db, now, key }: Transaction,
	text: string,
	clientId: string
): Promise<string | null> {
	const { authorizationId, digest } = handedIn({ key }, text);
	const [pair] = await statements(db).pair.execute({ authorizationId, digest });
	if (pair) {
		const isRefresh = sameDigest(pair.refreshDigest, digest);
		const endedAt = pair.revokedAt ?? (isRefresh ? pair.refreshOverAt : pair.accessRevokedAt);
		const life = isRefresh ? LIFETIMES.refreshToken : LIFETIMES.accessToken;
		const isDead = endedAt !== null || isOver(pair.issuedAt, life, now);
		return isDead || pair.clientId === clientId ? text : null;
	}
	const [code] = await statements(db).code.execute({ digest });
	if (code) {
		const endedAt = code.codeUsedAt ?? code.revokedAt;
		const isDead = endedAt !== null || isOver(code.createdAt, LIFETIMES.code, now);
		return isDead || code.clientId === clientId ? text : null;
	}
	const [machine] = await statements(db).machine.execute({ digest });
	return machine && machine.clientId !== clientId ? null : text;
}
