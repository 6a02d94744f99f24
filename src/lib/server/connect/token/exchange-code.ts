import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { authorizations } from '../../db/connect-schema.ts';
import { named, prepared } from '../../db/prepared.ts';
import { digestOf } from '../digest.ts';
import { isOver, LIFETIMES } from '#lib/connect/lifetimes.ts';
import { OAuthError } from '#lib/connect/oauth-error.ts';
import { rulesOf } from '#lib/connect/protocol.ts';
import type { AuthenticatedApplication } from './authenticate.ts';
import {
	AUTHORIZATION_COLUMNS,
	issueTokens,
	reachOf,
	revokeAuthorization,
	type TokenAnswer
} from './issue.ts';
import { verifies } from '#lib/connect/token/pkce.ts';
import type { TokenRequest } from '../../programs/oauth/read-request.ts';
import { repeatable } from './repeatable.ts';

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
			.where(eq(authorizations.codeDigest, sql.placeholder('digest'))),
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

/**
 * Exchanges a code for tokens, once; part of a transaction. A second try ends what the first one
 * issued, and a try by another application spends the code.
 *
 * Source: RFC 6749 sections 4.1.2 and 4.1.3; RFC 7636 section 4.6; RFC 9700 section 4.2.4.
 */
export async function exchangeCode(
	transaction: Transaction,
	{ clientId, protocol }: AuthenticatedApplication,
	{ body, flags }: TokenRequest
): Promise<TokenAnswer | OAuthError> {
	const { db, now } = transaction;
	const rules = rulesOf(protocol);
	const code = body.get('code');
	if (code === undefined) {
		return new OAuthError('invalid_request', 'code is missing; send the one of the redirect.');
	}
	const refuse = async () => {
		const shown = await repeatable(transaction, code, clientId);
		const { error, description } = rules.invalidCode(shown);
		return new OAuthError(error, description);
	};
	const [found] = await statements(db).find.execute({ digest: digestOf(code) });
	if (!found) return refuse();
	if (found.codeUsedAt !== null) {
		await revokeAuthorization(transaction, found.id);
		return refuse();
	}
	if (found.clientId !== clientId) {
		await statements(db).spend.execute({ id: found.id, now });
		return refuse();
	}
	if (found.revokedAt !== null) return refuse();
	if (isOver(found.createdAt, LIFETIMES.code, now)) {
		// Nothing came of it, and nothing shall, should the clock go back.
		await revokeAuthorization(transaction, found.id);
		return refuse();
	}
	const fault = redirectFault(found, body) ?? verifierFault(found.codeChallenge, body);
	if (fault) return fault;
	const { permissions } = await reachOf(transaction, found);
	if (permissions.length === 0) return refuse();
	const spent = await statements(db).spend.execute({ id: found.id, now });
	if (spent.length === 0) {
		// Somebody else was first, so that this is a second try.
		await revokeAuthorization(transaction, found.id);
		return refuse();
	}
	return issueTokens(transaction, found, rules, { scope: permissions, narrowed: false, flags });
}

function redirectFault(
	{ redirectUri, redirectUriSent }: { redirectUri: string | null; redirectUriSent: boolean },
	body: TokenRequest['body']
): OAuthError | null {
	const sent = body.get('redirect_uri');
	if (sent === undefined && !redirectUriSent) return null;
	if (sent === undefined) {
		return new OAuthError(
			'invalid_grant',
			'redirect_uri is missing; repeat the one of the Connect link.'
		);
	}
	if (sent === redirectUri) return null;
	return new OAuthError('invalid_grant', `Unauthorized redirect_uri: ${sent}`);
}

function verifierFault(challenge: string | null, body: TokenRequest['body']): OAuthError | null {
	const verifier = body.get('code_verifier');
	if (challenge === null) {
		if (verifier === undefined) return null;
		return new OAuthError(
			'invalid_grant',
			'code_verifier was sent, but the Connect link had no code_challenge.'
		);
	}
	if (verifier === undefined) {
		return new OAuthError(
			'invalid_grant',
			'code_verifier is missing; the Connect link had a code_challenge.'
		);
	}
	if (verifies(verifier, challenge)) return null;
	return new OAuthError('invalid_grant', 'code_verifier does not fit the code_challenge.');
}
