import { sql } from 'drizzle-orm';
import { PermissionNames, RequestedPermissions, VehicleIds } from '#lib/access/kept.ts';
import { CONSENT_ACTORS } from '../../connect/consent-record.ts';
import {
	check,
	insertedAt,
	counter,
	digest,
	flag,
	index,
	oneOf,
	primaryKey,
	rowNumber,
	storedJson,
	table,
	text,
	time,
	uniqueIndex,
	whole
} from './columns.ts';
import { clientId, machineClients } from './client-schema.ts';
import { isMode, mode, vehicleAccounts, vehicles } from './vehicle-schema.ts';

/**
 * One application × one vehicle, in one mode: what is granted now. One that ended stays as it was, and
 * grants nothing; when the vehicle is connected again, another one begins.
 */
export const connections = table(
	'connections',
	{
		id: text().primaryKey(),
		clientId: clientId(),
		vehicleId: text()
			.notNull()
			.references(() => vehicles.id, { onDelete: 'cascade' }),
		accountId: text()
			.notNull()
			.references(() => vehicleAccounts.id, { onDelete: 'cascade' }),
		mode: mode(),
		granted: storedJson({ name: 'connections.granted', schema: PermissionNames }).notNull(),
		/** What the owner was asked. */
		asked: storedJson({ name: 'connections.asked', schema: RequestedPermissions }).notNull(),
		/** Version that was asked for; null when the link named a scope of its own. */
		version: whole(),
		/** The developer's own id of the owner, for statistics; from `user`. */
		user: text(),
		/** The developer's own id of the owner; from `external_id`. */
		externalId: text(),
		/** When it began. */
		createdAt: time(),
		/** When the owner last authorized or signed in again. */
		updatedAt: time(),
		/** When permissions of it were last taken back; null where it was granted anew since. */
		narrowedAt: whole(),
		/** Null while it stands. */
		endedAt: whole(),
		endedBy: text({ enum: CONSENT_ACTORS }),
		/** The account's when its owner last signed in for it; lower, and they have to do so again. */
		passwordChanges: whole().notNull().default(0)
	},
	(columns) => [
		uniqueIndex('connections_once')
			.on(columns.clientId, columns.vehicleId, columns.mode)
			.where(sql`${columns.endedAt} is null`),
		// Those that stand are counted in it, which takes what is asked of them too.
		index('connections_newest')
			.on(columns.clientId, columns.updatedAt, columns.id, columns.endedAt)
			.where(sql`${columns.endedAt} is null`),
		index('connections_ended_last')
			.on(columns.clientId, columns.endedAt, columns.id)
			.where(sql`${columns.endedAt} is not null`),
		index('connections_first').on(
			columns.clientId,
			columns.vehicleId,
			columns.mode,
			columns.createdAt
		),
		index('connections_vehicle_id').on(columns.vehicleId),
		// As tokens look for them: with less than all three, each exchange walked through all of an application.
		index('connections_of_account').on(columns.accountId, columns.clientId, columns.mode),
		check('connections_mode', isMode(columns.mode)),
		check('connections_ended_by', oneOf(columns.endedBy, CONSENT_ACTORS)),
		check('connections_ended', sql`(${columns.endedAt} is null) = (${columns.endedBy} is null)`)
	]
);

/** What an owner agreed to as a whole for a connection, however often something else was asked since. */
export const approvedScopes = table(
	'approved_scopes',
	{
		connectionId: text()
			.notNull()
			.references(() => connections.id, { onDelete: 'cascade' }),
		/** In scope order. */
		scope: text().notNull()
	},
	(columns) => [primaryKey({ columns: [columns.connectionId, columns.scope] })]
);

/**
 * One consent of an owner: the code it gave out, and the root of all tokens that came of it.
 * Revoking it ends them all.
 */
export const authorizations = table(
	'authorizations',
	{
		id: counter(),
		clientId: clientId(),
		accountId: text()
			.notNull()
			.references(() => vehicleAccounts.id, { onDelete: 'cascade' }),
		mode: mode(),
		vehicleIds: storedJson({ name: 'authorizations.vehicle_ids', schema: VehicleIds }).notNull(),
		/** Granted permission names, separated by a space. */
		scope: text().notNull(),
		/** What its owner agreed to; null for one from before that was noted. */
		consentId: whole(),
		/** Null where no code was asked for. */
		codeDigest: digest(),
		/** The redirect URI that the exchange has to repeat. */
		redirectUri: text(),
		/** False when the link named none and the default was taken; the exchange may then leave it out. */
		redirectUriSent: flag().notNull(),
		codeChallenge: text(),
		createdAt: time(),
		insertedAt: insertedAt(),
		codeUsedAt: whole(),
		revokedAt: whole()
	},
	(columns) => [
		uniqueIndex('authorizations_code').on(columns.codeDigest),
		index('authorizations_codes_kept')
			.on(columns.insertedAt)
			.where(sql`${columns.codeDigest} is not null`),
		index('authorizations_client_id').on(columns.clientId, columns.accountId),
		check('authorizations_mode', isMode(columns.mode))
	]
);

/** An access token and the refresh token issued beside it. */
export const tokenPairs = table(
	'token_pairs',
	{
		id: rowNumber(),
		authorizationId: whole()
			.notNull()
			.references(() => authorizations.id, { onDelete: 'cascade' }),
		accessDigest: digest().notNull(),
		refreshDigest: digest().notNull(),
		/**
		 * Whether the tokens are found by the authorization that they tell to who has the key. Others,
		 * which may be older than that or than the key, are found by their digests alone.
		 */
		tellsAuthorization: flag().notNull().default(false),
		/** Of the access token, where a refresh asked for less than the authorization; else null. */
		scope: text(),
		/** Of the query of the token request; they have no effect. */
		flags: text(),
		issuedAt: time(),
		insertedAt: insertedAt(),
		/** When it was revoked, or first answered as out of time: a clock that goes back revives nothing. */
		accessRevokedAt: whole(),
		/** When the refresh token was first used. */
		refreshedAt: whole(),
		/** When the refresh token was first answered as out of time. */
		refreshOverAt: whole()
	},
	(columns) => [
		// Digests are random: in an order of their own each would change a page of its own.
		uniqueIndex('token_pairs_told_access').on(columns.authorizationId, columns.accessDigest),
		uniqueIndex('token_pairs_told_refresh').on(columns.authorizationId, columns.refreshDigest),
		uniqueIndex('token_pairs_untold_access')
			.on(columns.accessDigest)
			.where(sql`not ${columns.tellsAuthorization}`),
		uniqueIndex('token_pairs_untold_refresh')
			.on(columns.refreshDigest)
			.where(sql`not ${columns.tellsAuthorization}`)
	]
);

/** Tokens of machine clients, for a whole application. */
export const machineTokens = table(
	'machine_tokens',
	{
		digest: digest().primaryKey(),
		machineClientId: text()
			.notNull()
			.references(() => machineClients.id, { onDelete: 'cascade' }),
		issuedAt: time(),
		insertedAt: insertedAt()
	},
	(columns) => [
		index('machine_tokens_machine_client_id').on(columns.machineClientId),
		index('machine_tokens_inserted_at').on(columns.insertedAt)
	]
);
