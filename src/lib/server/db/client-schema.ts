import { sql } from 'drizzle-orm';
import { PROTOCOLS } from '../../connect/protocol.ts';
import {
	check,
	counter,
	digest,
	flag,
	index,
	isFlag,
	oneOf,
	table,
	text,
	time,
	uniqueIndex,
	whole
} from './columns.ts';
import { applications, FOLLOWING } from './schema.ts';

/** The application that a row belongs to, and goes with. */
export const clientId = () =>
	text()
		.notNull()
		.references(() => applications.clientId, FOLLOWING);

/** How the sandbox behaves for an application; without a row, as by default. */
export const sandboxSettings = table(
	'sandbox_settings',
	{
		clientId: clientId().primaryKey(),
		protocol: text({ enum: PROTOCOLS }).notNull(),
		/** Optional boxes of the consent screen start unticked. */
		startUnticked: flag().notNull()
	},
	(columns) => [
		check('sandbox_settings_protocol', oneOf(columns.protocol, PROTOCOLS)),
		check('sandbox_settings_start_unticked', isFlag(columns.startUnticked))
	]
);

/** Credentials of a server of the developer's, for tokens of API v3. */
export const machineClients = table(
	'machine_clients',
	{
		/** `client_` and 26 characters. */
		id: text().primaryKey(),
		clientId: clientId(),
		name: text().notNull(),
		createdAt: time()
	},
	(columns) => [index('machine_clients_client_id').on(columns.clientId)]
);

/** Secrets of an application, or of one of its machine clients. */
export const clientSecrets = table(
	'client_secrets',
	{
		id: counter(),
		clientId: clientId(),
		/** Null for a secret of the application itself. */
		machineClientId: text().references(() => machineClients.id, { onDelete: 'cascade' }),
		/** Made by the built-in sample client for itself; neither listed nor counted. */
		isSample: flag().notNull(),
		digest: digest().notNull(),
		/** Key that the digest was made with; null for SHA-256 alone. */
		keyId: text(),
		/** The secret itself, sealed under that key, where this server has to read it back. */
		sealed: text(),
		/** Last characters of the secret, by which a person knows it again. */
		tail: text().notNull(),
		createdAt: time(),
		lastUsedAt: whole()
	},
	(columns) => [
		index('client_secrets_client_id').on(columns.clientId),
		index('client_secrets_machine_client_id').on(columns.machineClientId),
		check('client_secrets_digest', sql`length(${columns.digest}) = 32`),
		check('client_secrets_is_sample', isFlag(columns.isSample))
	]
);

/**
 * The application management token of an application. It is shown whenever its owner looks, and
 * later signs webhooks, so that it is kept sealed; found by its digest.
 */
export const managementTokens = table(
	'management_tokens',
	{
		clientId: clientId().primaryKey(),
		digest: digest().notNull(),
		sealed: text().notNull(),
		/** The one before it, by which a signature is known that was made with it; null for none. */
		formerSealed: text(),
		/** By the machine. */
		madeAt: time()
	},
	(columns) => [
		uniqueIndex('management_tokens_digest').on(columns.digest),
		check('management_tokens_digest', sql`length(${columns.digest}) = 32`)
	]
);

/**
 * Links that the built-in sample client opened and waits for, each bound to its browser; kept here
 * so that every process on this file knows them.
 */
export const sampleRuns = table(
	'sample_runs',
	{
		id: counter(),
		clientId: clientId(),
		browserDigest: digest().notNull(),
		/** The state itself may be as long as a link. */
		stateDigest: digest().notNull(),
		redirectUri: text().notNull(),
		startedAt: time()
	},
	(columns) => [
		uniqueIndex('sample_runs_once').on(columns.browserDigest, columns.stateDigest),
		index('sample_runs_client_id').on(columns.clientId),
		index('sample_runs_started_at').on(columns.startedAt)
	]
);
