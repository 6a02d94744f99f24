import type { PermissionName } from '#lib/access/permission.ts';
import { formatScope, parseScope } from '#lib/access/scope.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { authorizations, tokenPairs } from '../../db/connect-schema.ts';
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
import type { TokenRequest } from '../../programs/oauth/read-request.ts';
import { repeatable } from './repeatable.ts';

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
			.where(eq(tokenPairs.refreshDigest, sql.placeholder('digest'))),
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

/**
 * Exchanges a refresh token for new tokens; part of a transaction. Access tokens issued before
 * live out their time.
 *
 * Source: RFC 6749 section 6; RFC 9700 section 4.14.2; the platform's page on the code exchange.
 */
export async function refresh(
	transaction: Transaction,
	{ clientId, protocol }: AuthenticatedApplication,
	{ body, flags }: TokenRequest
): Promise<TokenAnswer | OAuthError> {
	const { db, now } = transaction;
	const rules = rulesOf(protocol);
	const token = body.get('refresh_token');
	if (token === undefined) {
		return new OAuthError('invalid_request', 'refresh_token is missing; send the newest one.');
	}
	const refuse = async () => {
		const shown = await repeatable(transaction, token, clientId);
		const { error, description } = rules.invalidRefreshToken(shown);
		return new OAuthError(error, description);
	};
	const [found] = await statements(db).find.execute({ digest: digestOf(token) });
	if (!found || found.clientId !== clientId || found.revokedAt !== null) return refuse();
	const bornAt = rules.refreshLifeFrom === 'token' ? found.issuedAt : found.createdAt;
	if (isOver(bornAt, LIFETIMES.refreshToken, now)) {
		await statements(db).markOver.execute({ id: found.pairId, now });
		return refuse();
	}
	const refuseReplay = async () => {
		await statements(db).markOver.execute({ id: found.pairId, now });
		if (rules.replayEndsFamily) await revokeAuthorization(transaction, found.id);
		return refuse();
	};
	if (found.refreshedAt !== null && isSpent(found.refreshedAt, rules.refreshGrace, now)) {
		return refuseReplay();
	}
	if (found.refreshOverAt !== null) return refuse();
	const { permissions } = await reachOf(transaction, found);
	if (permissions.length === 0) return refuse();
	const wanted = wantedOf(body.get('scope'), permissions);
	if (wanted instanceof OAuthError) return wanted;
	const used = await statements(db).use.execute({ id: found.pairId, now });
	// Somebody else was first just now; without a grace this is a second use.
	if (used.length === 0 && rules.refreshGrace === 0) return refuseReplay();
	// Narrower for the access token alone; the new refresh token reaches what the old one did.
	const scope = permissions.filter((name) => wanted.includes(name));
	const narrowed = scope.length < permissions.length;
	return issueTokens(transaction, found, rules, { scope, narrowed, flags });
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
