import { rulesOf } from '#lib/connect/protocol.ts';
import { decideRefresh, refuseReplay, type RefreshFault } from '#lib/connect/token/refresh.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { authorizations, connections, tokenPairs } from '../../db/connect-schema.ts';
import { named, prepared } from '../../db/prepared.ts';
import type { AuthenticatedApplication } from './authenticate.ts';
import { handedIn, pairOf } from './find-pair.ts';
import {
	AUTHORIZATION_COLUMNS,
	issueTokens,
	OF_THE_SAME_ACCOUNT,
	revokeAuthorization,
	type TokenOutcome
} from './issue.ts';
import { readReach } from './reach.ts';

const statements = prepared((db) => ({
	find: named(
		db
			.select({
				...AUTHORIZATION_COLUMNS,
				pairId: tokenPairs.id,
				issuedAt: tokenPairs.issuedAt,
				refreshedAt: tokenPairs.refreshedAt,
				refreshOverAt: tokenPairs.refreshOverAt
			})
			.from(tokenPairs)
			.innerJoin(authorizations, eq(authorizations.id, tokenPairs.authorizationId))
			.leftJoin(connections, OF_THE_SAME_ACCOUNT)
			.where(eq(tokenPairs.id, pairOf(db, tokenPairs.refreshDigest))),
		'find_refresh_token'
	),
	use: named(
		db
			.update(tokenPairs)
			.set({ refreshedAt: sql`${sql.placeholder('now')}` })
			.where(and(eq(tokenPairs.id, sql.placeholder('id')), isNull(tokenPairs.refreshedAt)))
			.returning({ id: tokenPairs.id }),
		'use_refresh_token'
	),
	markOver: named(
		db
			.update(tokenPairs)
			.set({ refreshOverAt: sql`${sql.placeholder('now')}` })
			.where(and(eq(tokenPairs.id, sql.placeholder('id')), isNull(tokenPairs.refreshOverAt))),
		'mark_refresh_token_over'
	)
}));

/** What comes with a refresh token. */
interface SentRefreshToken {
	readonly token: string;
	readonly scope: string | undefined;
	/** Kept with the tokens; they have no effect. */
	readonly flags: string | null;
}

/**
 * Exchanges a refresh token for new tokens; part of a transaction. Access tokens issued before
 * live out their time.
 */
export async function refresh(
	transaction: Transaction,
	{ clientId, protocol }: AuthenticatedApplication,
	{ token, scope, flags }: SentRefreshToken
): Promise<TokenOutcome<RefreshFault>> {
	const { db, now } = transaction;
	const rules = rulesOf(protocol);
	const rows = await statements(db).find.execute(handedIn(transaction, token));
	const [found] = rows;
	if (!found) return { kind: 'refused', fault: { kind: 'token' } };
	const { permissions } = readReach(found, rows);
	const decision = decideRefresh(found, { clientId, scope, now }, rules, permissions);
	if (decision.kind === 'refresh') {
		const used = await statements(db).use.execute({ id: found.pairId, now });
		// In its grace it was used before; without one, somebody else was first just now.
		if (used.length > 0 || rules.refreshGrace > 0) {
			const issue = { scope: decision.scope, narrowed: decision.narrowed, flags };
			return issueTokens(transaction, found.id, rules, issue);
		}
	}
	const { fault, then } = decision.kind === 'refresh' ? refuseReplay(rules) : decision;
	if (then !== 'nothing') await statements(db).markOver.execute({ id: found.pairId, now });
	if (then === 'end-family') await revokeAuthorization(transaction, found.id);
	return { kind: 'refused', fault };
}
