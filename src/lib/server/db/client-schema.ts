import { sql } from 'drizzle-orm';
import {
	blob,
	check,
	index,
	integer,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { PROTOCOLS } from '../connect/protocol.ts';
import { applications, quoted, time } from './schema.ts';

/** SHA-256 of a code, token or secret; the value itself is stored nowhere. */
export const digest = () => blob({ mode: 'buffer' });

/** The application that a row belongs to, and goes with. */
export const clientId = () =>
	text()
		.notNull()
		.references(() => applications.clientId, { onDelete: 'cascade' });

/** How the sandbox behaves for an application; without a row, as by default. */
export const sandboxSettings = sqliteTable(
	'sandbox_settings',
	{
		clientId: clientId().primaryKey(),
		protocol: text({ enum: PROTOCOLS }).notNull(),
		/** Optional boxes of the consent screen start unticked. */
		startUnticked: integer({ mode: 'boolean' }).notNull()
	},
	(table) => [
		check('sandbox_settings_protocol', sql`${table.protocol} in (${quoted(PROTOCOLS)})`),
		check('sandbox_settings_start_unticked', sql`${table.startUnticked} in (0, 1)`)
	]
);

/** Credentials of a server of the developer's, for tokens of API v3. */
export const machineClients = sqliteTable(
	'machine_clients',
	{
		/** `client_` and 26 characters. */
		id: text().primaryKey(),
		clientId: clientId(),
		name: text().notNull(),
		createdAt: time()
	},
	(table) => [index('machine_clients_client_id').on(table.clientId)]
);

/** Secrets of an application, or of one of its machine clients. */
export const clientSecrets = sqliteTable(
	'client_secrets',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		clientId: clientId(),
		/** Null for a secret of the application itself. */
		machineClientId: text().references(() => machineClients.id, { onDelete: 'cascade' }),
		/** Made by the built-in sample client for itself; neither listed nor counted. */
		isSample: integer({ mode: 'boolean' }).notNull(),
		digest: digest().notNull(),
		/** Last characters of the secret, by which a person knows it again. */
		tail: text().notNull(),
		createdAt: time(),
		lastUsedAt: integer()
	},
	(table) => [
		index('client_secrets_client_id').on(table.clientId),
		index('client_secrets_machine_client_id').on(table.machineClientId),
		check('client_secrets_digest', sql`length(${table.digest}) = 32`),
		check('client_secrets_is_sample', sql`${table.isSample} in (0, 1)`)
	]
);

/**
 * Links that the built-in sample client opened and waits for, each bound to its browser; kept here
 * so that every process on this file knows them.
 */
export const sampleRuns = sqliteTable(
	'sample_runs',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		clientId: clientId(),
		browserDigest: digest().notNull(),
		/** The state itself may be as long as a link. */
		stateDigest: digest().notNull(),
		redirectUri: text().notNull(),
		startedAt: time()
	},
	(table) => [
		uniqueIndex('sample_runs_once').on(table.browserDigest, table.stateDigest),
		index('sample_runs_client_id').on(table.clientId),
		index('sample_runs_started_at').on(table.startedAt)
	]
);
