import { inSeconds } from '#lib/connect/lifetimes.ts';
import type { ProtocolRules } from '#lib/connect/protocol.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { authorizations, connections, tokenPairs } from '../../db/connect-schema.ts';
import { named, prepared } from '../../db/prepared.ts';
import { STANDING } from '../standing.ts';
import { digestOf } from '../../digest.ts';
import { STAND_TOGETHER } from './find-pair.ts';
import { MOST_TOLD, tellingToken } from './telling-token.ts';

/**
 * Columns of an authorization and of one connection of its account, for statements that join both:
 * a row for each vehicle that is connected.
 */
export const AUTHORIZATION_COLUMNS = {
	id: authorizations.id,
	clientId: authorizations.clientId,
	accountId: authorizations.accountId,
	mode: authorizations.mode,
	vehicleIds: authorizations.vehicleIds,
	scope: authorizations.scope,
	createdAt: authorizations.createdAt,
	revokedAt: authorizations.revokedAt,
	vehicleId: connections.vehicleId,
	granted: connections.granted
};

/** Joins the connections of an authorization's account with its application, in its mode. */
export const OF_THE_SAME_ACCOUNT = and(
	eq(connections.clientId, authorizations.clientId),
	eq(connections.accountId, authorizations.accountId),
	eq(connections.mode, authorizations.mode),
	STANDING
);

/** A successful answer of the token endpoint (RFC 6749 section 5.1). */
interface TokenAnswer {
	readonly access_token: string;
	readonly token_type: 'Bearer';
	readonly expires_in: number;
	readonly refresh_token: string;
	/** Only where the rules name it; the platform does not. */
	readonly scope?: string;
}

interface Issued {
	readonly kind: 'issued';
	readonly tokens: TokenAnswer;
}

/** What became of a code or a refresh token. */
export type TokenOutcome<Fault> = Issued | { readonly kind: 'refused'; readonly fault: Fault };

const statements = prepared((db) => ({
	insert: named(
		db.insert(tokenPairs).values({
			authorizationId: sql.placeholder('authorizationId'),
			accessDigest: sql.placeholder('accessDigest'),
			refreshDigest: sql.placeholder('refreshDigest'),
			tellsAuthorization: sql.placeholder('tellsAuthorization'),
			scope: sql.placeholder('scope'),
			flags: sql.placeholder('flags'),
			issuedAt: sql.placeholder('issuedAt'),
			insertedAt: sql.placeholder('insertedAt')
		}),
		'insert_token_pair'
	),
	revoke: named(
		db
			.update(authorizations)
			.set({ revokedAt: sql`${sql.placeholder('now')}` })
			.where(and(eq(authorizations.id, sql.placeholder('id')), isNull(authorizations.revokedAt))),
		'revoke_authorization'
	)
}));

/** Issues an access token and its refresh token; part of a transaction. */
export async function issueTokens(
	{ db, now, machineNow, key }: Transaction,
	authorizationId: number,
	rules: ProtocolRules,
	issue: {
		readonly scope: readonly string[];
		/** True where the access token gets less than the authorization reaches. */
		readonly narrowed: boolean;
		readonly flags: string | null;
	}
): Promise<Issued> {
	const accessToken = tellingToken(key, rules.tokenForm, authorizationId);
	const refreshToken = tellingToken(key, rules.tokenForm, authorizationId);
	const scope = issue.scope.join(' ');
	await statements(db).insert.execute({
		authorizationId,
		accessDigest: digestOf(accessToken),
		refreshDigest: digestOf(refreshToken),
		tellsAuthorization: STAND_TOGETHER && authorizationId <= MOST_TOLD,
		scope: issue.narrowed ? scope : null,
		flags: issue.flags,
		issuedAt: now,
		insertedAt: machineNow
	});
	const tokens: TokenAnswer = {
		access_token: accessToken,
		token_type: 'Bearer',
		expires_in: inSeconds('accessToken'),
		refresh_token: refreshToken,
		...(rules.namesScope ? { scope } : {})
	};
	return { kind: 'issued', tokens };
}

/** Ends every token that came of an authorization; part of a transaction. */
export async function revokeAuthorization({ db, now }: Transaction, id: number): Promise<void> {
	await statements(db).revoke.execute({ id, now });
}
