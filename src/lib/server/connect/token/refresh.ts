import { and, eq, isNull, sql } from 'drizzle-orm';
import { prepareOnce } from '../../db/connection.ts';
import { authorizations, tokenPairs } from '../../db/connect-schema.ts';
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
import type { TokenRequest } from './read-request.ts';

const statements = prepareOnce((db) => ({
	find: db
		.select({
			...AUTHORIZATION_COLUMNS,
			pairId: tokenPairs.id,
			issuedAt: tokenPairs.issuedAt,
			refreshedAt: tokenPairs.refreshedAt
		})
		.from(tokenPairs)
		.innerJoin(authorizations, eq(authorizations.id, tokenPairs.authorizationId))
		.where(eq(tokenPairs.refreshDigest, sql.placeholder('digest')))
		.prepare(),
	use: db
		.update(tokenPairs)
		.set({ refreshedAt: sql`${sql.placeholder('now')}` })
		.where(and(eq(tokenPairs.id, sql.placeholder('id')), isNull(tokenPairs.refreshedAt)))
		.prepare()
}));

/**
 * Exchanges a refresh token for new tokens; part of a transaction. Access tokens issued before
 * live out their time.
 *
 * Source: RFC 6749 section 6; RFC 9700 section 4.14.2; the platform's page on the code exchange.
 */
export function refresh(
	{ clientId, protocol }: AuthenticatedApplication,
	{ body, flags }: TokenRequest,
	now: number
): TokenAnswer | OAuthError {
	const rules = rulesOf(protocol);
	const token = body.get('refresh_token');
	if (token === undefined) {
		return new OAuthError('invalid_request', 'refresh_token is missing; send the newest one.');
	}
	const refuse = () => {
		const { error, description } = rules.invalidRefreshToken(token);
		return new OAuthError(error, description);
	};
	const [found] = statements().find.all({ digest: digestOf(token) });
	if (!found || found.clientId !== clientId || found.revokedAt !== null) return refuse();
	const bornAt = rules.refreshLifeFrom === 'token' ? found.issuedAt : found.createdAt;
	if (isOver(bornAt, LIFETIMES.refreshToken, now)) return refuse();
	if (found.refreshedAt !== null && isSpent(found.refreshedAt, rules.refreshGrace, now)) {
		if (rules.replayEndsFamily) revokeAuthorization(found.id, now);
		return refuse();
	}
	const { permissions } = reachOf(found);
	if (permissions.length === 0) return refuse();
	const reached: readonly string[] = permissions;
	const wanted = body.get('scope')?.split(' ').filter(Boolean) ?? reached;
	if (wanted.length === 0) {
		return new OAuthError(
			'invalid_scope',
			'The scope is empty; name a permission, or leave it out for all that was granted.'
		);
	}
	const beyond = wanted.filter((name) => !reached.includes(name));
	if (beyond.length > 0) {
		return new OAuthError('invalid_scope', `Not granted: ${beyond.join(' ')}.`);
	}
	statements().use.run({ id: found.pairId, now });
	// Narrower for the access token alone; the new refresh token reaches what the old one did.
	const scope = permissions.filter((name) => wanted.includes(name));
	const narrowed = scope.length < permissions.length;
	return issueTokens(found, rules, { scope, narrowed, flags, now });
}

/** Without a grace it is spent at once, whatever became of the clock since. */
function isSpent(refreshedAt: number, grace: number, now: number): boolean {
	return grace === 0 || isOver(refreshedAt, grace, now);
}
