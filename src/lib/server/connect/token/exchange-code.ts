import { rulesOf } from '#lib/connect/protocol.ts';
import {
	decideExchange,
	refuseSecondTry,
	type ExchangeFault
} from '#lib/connect/token/exchange.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { authorizations, connections } from '../../db/connect-schema.ts';
import { keyOf, named, prepared } from '../../db/prepared.ts';
import { digestOf } from '../../digest.ts';
import type { AuthenticatedApplication } from './authenticate.ts';
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
				redirectUri: authorizations.redirectUri,
				redirectUriSent: authorizations.redirectUriSent,
				codeChallenge: authorizations.codeChallenge,
				codeUsedAt: authorizations.codeUsedAt
			})
			.from(authorizations)
			.leftJoin(connections, OF_THE_SAME_ACCOUNT)
			.where(
				eq(
					authorizations.id,
					keyOf(db, authorizations.id, { by: authorizations.codeDigest, name: 'digest' })
				)
			),
		'find_code'
	),
	spend: named(
		db
			.update(authorizations)
			.set({ codeUsedAt: sql`${sql.placeholder('now')}` })
			.where(and(eq(authorizations.id, sql.placeholder('id')), isNull(authorizations.codeUsedAt)))
			.returning({ id: authorizations.id }),
		'spend_code'
	)
}));

/** What comes with a code. */
export interface SentCode {
	/** What {@link findCode} found of it in the same transaction. */
	readonly rows: Awaited<ReturnType<typeof findCode>>;
	readonly redirectUri: string | undefined;
	readonly codeVerifier: string | undefined;
	/** Kept with the tokens; they have no effect. */
	readonly flags: string | null;
}

/** What is stored of a code: nothing where it is unknown; part of a transaction. */
export async function findCode({ db }: Transaction, code: string) {
	return statements(db).find.execute({ digest: digestOf(code) });
}

/** Exchanges a code for tokens, once; part of a transaction. */
export async function exchangeCode(
	transaction: Transaction,
	{ clientId, protocol }: AuthenticatedApplication,
	{ rows, flags, ...sent }: SentCode
): Promise<TokenOutcome<ExchangeFault>> {
	const { db, now } = transaction;
	const [found] = rows;
	if (!found) return { kind: 'refused', fault: 'code' };
	const { permissions: scope } = readReach(found, rows);
	const decision = decideExchange(found, { ...sent, clientId, now }, scope.length);
	const spend = () => statements(db).spend.execute({ id: found.id, now });
	if (decision.kind === 'exchange' && (await spend()).length > 0) {
		const issue = { scope, narrowed: false, flags };
		return issueTokens(transaction, found.id, rulesOf(protocol), issue);
	}
	// Somebody else was first where it could have been exchanged.
	const { fault, then } = decision.kind === 'exchange' ? refuseSecondTry() : decision;
	if (then === 'revoke') await revokeAuthorization(transaction, found.id);
	if (then === 'spend') await spend();
	return { kind: 'refused', fault };
}
