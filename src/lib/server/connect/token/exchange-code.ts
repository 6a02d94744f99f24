import { and, eq, isNull, sql } from 'drizzle-orm';
import { prepareOnce } from '../../db/connection.ts';
import { authorizations } from '../../db/connect-schema.ts';
import { digestOf } from '../digest.ts';
import { isOver, LIFETIMES } from '../lifetimes.ts';
import { OAuthError } from '../oauth-error.ts';
import { rulesOf } from '../protocol.ts';
import type { AuthenticatedApplication } from './authenticate.ts';
import {
	AUTHORIZATION_COLUMNS,
	issueTokens,
	reachOf,
	revokeAuthorization,
	type TokenAnswer
} from './issue.ts';
import { verifies } from './pkce.ts';
import type { TokenRequest } from './read-request.ts';
import { repeatable } from './repeatable.ts';

const statements = prepareOnce((db) => ({
	find: db
		.select({
			...AUTHORIZATION_COLUMNS,
			redirectUri: authorizations.redirectUri,
			redirectUriSent: authorizations.redirectUriSent,
			codeChallenge: authorizations.codeChallenge,
			codeUsedAt: authorizations.codeUsedAt
		})
		.from(authorizations)
		.where(eq(authorizations.codeDigest, sql.placeholder('digest')))
		.prepare(),
	spend: db
		.update(authorizations)
		.set({ codeUsedAt: sql`${sql.placeholder('now')}` })
		.where(and(eq(authorizations.id, sql.placeholder('id')), isNull(authorizations.codeUsedAt)))
		.prepare()
}));

/**
 * Exchanges a code for tokens, once; part of a transaction. A second try ends what the first one
 * issued, and a try by another application spends the code.
 *
 * Source: RFC 6749 sections 4.1.2 and 4.1.3; RFC 7636 section 4.6; RFC 9700 section 4.2.4.
 */
export function exchangeCode(
	{ clientId, protocol }: AuthenticatedApplication,
	{ body, flags }: TokenRequest,
	now: number
): TokenAnswer | OAuthError {
	const rules = rulesOf(protocol);
	const code = body.get('code');
	if (code === undefined) {
		return new OAuthError('invalid_request', 'code is missing; send the one of the redirect.');
	}
	const refuse = () => {
		const { error, description } = rules.invalidCode(repeatable(code, clientId, now));
		return new OAuthError(error, description);
	};
	const [found] = statements().find.all({ digest: digestOf(code) });
	if (!found) return refuse();
	if (found.codeUsedAt !== null) {
		revokeAuthorization(found.id, now);
		return refuse();
	}
	if (found.clientId !== clientId) {
		statements().spend.run({ id: found.id, now });
		return refuse();
	}
	if (found.revokedAt !== null) return refuse();
	if (isOver(found.createdAt, LIFETIMES.code, now)) {
		// Nothing came of it, and nothing shall, should the clock go back.
		revokeAuthorization(found.id, now);
		return refuse();
	}
	const fault = redirectFault(found, body) ?? verifierFault(found.codeChallenge, body);
	if (fault) return fault;
	const { permissions } = reachOf(found);
	if (permissions.length === 0) return refuse();
	statements().spend.run({ id: found.id, now });
	return issueTokens(found, rules, { scope: permissions, narrowed: false, flags, now });
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
