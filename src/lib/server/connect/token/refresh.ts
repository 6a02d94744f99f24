import type { PermissionName } from '#lib/access/permission.ts';
import { formatScope, parseScope } from '#lib/access/scope.ts';
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
import { repeatable } from './repeatable.ts';

const statements = prepareOnce((db) => ({
	find: db
		.select({
			...AUTHORIZATION_COLUMNS,
			pairId: tokenPairs.id,
			issuedAt: tokenPairs.issuedAt,
			refreshedAt: tokenPairs.refreshedAt,
			refreshOverAt: tokenPairs.refreshOverAt
		})
		.from(tokenPairs)
		.innerJoin(authorizations, eq(authorizations.id, tokenPairs.authorizationId))
		.where(eq(tokenPairs.refreshDigest, sql.placeholder('digest')))
		.prepare(),
	use: db
		.update(tokenPairs)
		.set({ refreshedAt: sql`${sql.placeholder('now')}` })
		.where(and(eq(tokenPairs.id, sql.placeholder('id')), isNull(tokenPairs.refreshedAt)))
		.prepare(),
	markOver: db
		.update(tokenPairs)
		.set({ refreshOverAt: sql`${sql.placeholder('now')}` })
		.where(and(eq(tokenPairs.id, sql.placeholder('id')), isNull(tokenPairs.refreshOverAt)))
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
		const { error, description } = rules.invalidRefreshToken(repeatable(token, clientId, now));
		return new OAuthError(error, description);
	};
	const [found] = statements().find.all({ digest: digestOf(token) });
	if (!found || found.clientId !== clientId || found.revokedAt !== null) return refuse();
	const bornAt = rules.refreshLifeFrom === 'token' ? found.issuedAt : found.createdAt;
	if (isOver(bornAt, LIFETIMES.refreshToken, now)) {
		statements().markOver.run({ id: found.pairId, now });
		return refuse();
	}
	if (found.refreshedAt !== null && isSpent(found.refreshedAt, rules.refreshGrace, now)) {
		statements().markOver.run({ id: found.pairId, now });
		if (rules.replayEndsFamily) revokeAuthorization(found.id, now);
		return refuse();
	}
	if (found.refreshOverAt !== null) return refuse();
	const { permissions } = reachOf(found);
	if (permissions.length === 0) return refuse();
	const wanted = wantedOf(body.get('scope'), permissions);
	if (wanted instanceof OAuthError) return wanted;
	statements().use.run({ id: found.pairId, now });
	// Narrower for the access token alone; the new refresh token reaches what the old one did.
	const scope = permissions.filter((name) => wanted.includes(name));
	const narrowed = scope.length < permissions.length;
	return issueTokens(found, rules, { scope, narrowed, flags, now });
}

/** Read by the grammar of Connect links, where a permission may be `required:`; that locks nothing here. */
function wantedOf(
	scope: string | undefined,
	reached: readonly PermissionName[]
): readonly PermissionName[] | OAuthError {
	if (scope === undefined) return reached;
	const { permissions, problems } = parseScope(scope);
	const beyond = permissions.filter(({ name }) => !reached.includes(name));
	if (problems.length > 0 || beyond.length > 0) {
		const messages = problems.map(({ message }) => message);
		if (beyond.length > 0) messages.push(`Not granted: ${formatScope(beyond)}.`);
		return new OAuthError('invalid_scope', messages.join(' '));
	}
	if (permissions.length > 0) return permissions.map(({ name }) => name);
	return new OAuthError(
		'invalid_scope',
		'The scope is empty; name a permission, or leave it out for all that was granted.'
	);
}

/** Without a grace it is spent at once, whatever became of the clock since. */
function isSpent(refreshedAt: number, grace: number, now: number): boolean {
	return grace === 0 || isOver(refreshedAt, grace, now);
}
