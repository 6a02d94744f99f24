import { sql } from 'drizzle-orm';
import {
	check,
	foreignKey,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import type { Access } from '#lib/access/derive.ts';
import { VERDICTS } from '#lib/access/diff.ts';
import type { Selection } from '#lib/access/selection.ts';

/** Which vehicles an application connects: real ones, or simulated ones for trying out. */
export const APPLICATION_MODES = ['live', 'simulated'] as const;

/** Words of a closed set, as SQL writes them. */
export const quoted = (values: readonly string[]) =>
	sql.raw(values.map((value) => `'${value}'`).join(', '));

/** Milliseconds since 1970. */
export const time = () => integer().notNull();

export const applications = sqliteTable(
	'applications',
	{
		/** As the platform gave it, unless it was made here. */
		clientId: text().primaryKey(),
		/** Known to this sandbox alone; no link with it works on the live platform. */
		clientIdMadeHere: integer({ mode: 'boolean' }).notNull().default(true),
		name: text().notNull(),
		mode: text({ enum: APPLICATION_MODES }).notNull(),
		createdAt: time(),
		updatedAt: time()
	},
	(table) => [
		check('applications_mode', sql`${table.mode} in (${quoted(APPLICATION_MODES)})`),
		check('applications_client_id', sql`length(${table.clientId}) = 36`)
	]
);

/**
 * Client ids that applications had before. Addresses of the dashboard under them lead on; no
 * other application may take one.
 */
export const formerClientIds = sqliteTable(
	'former_client_ids',
	{
		formerId: text().primaryKey(),
		clientId: text()
			.notNull()
			.references(() => applications.clientId, { onDelete: 'cascade' }),
		/** Whether the former id was made here; it tells again once the application takes it back. */
		madeHere: integer({ mode: 'boolean' }).notNull(),
		changedAt: time()
	},
	(table) => [
		index('former_client_ids_client_id').on(table.clientId),
		check('former_client_ids_former_id', sql`length(${table.formerId}) = 36`),
		check('former_client_ids_made_here', sql`${table.madeHere} in (0, 1)`)
	]
);

export const redirectUris = sqliteTable(
	'redirect_uris',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		clientId: text()
			.notNull()
			.references(() => applications.clientId, { onDelete: 'cascade' }),
		uri: text().notNull(),
		position: integer().notNull(),
		isDefault: integer({ mode: 'boolean' }).notNull(),
		/** Leads to the built-in sample client, and follows this server's address. */
		isBuiltIn: integer({ mode: 'boolean' }).notNull().default(false)
	},
	(table) => [
		uniqueIndex('redirect_uris_once').on(table.clientId, table.uri),
		uniqueIndex('redirect_uris_one_default')
			.on(table.clientId)
			.where(sql`is_default = 1`),
		check('redirect_uris_is_default', sql`${table.isDefault} in (0, 1)`)
	]
);

export const drafts = sqliteTable(
	'drafts',
	{
		clientId: text()
			.primaryKey()
			.references(() => applications.clientId, { onDelete: 'cascade' }),
		/** Counts the saves, from a random number; a save states the revision it is based on. */
		revision: integer().notNull(),
		/** Version that the draft goes on from; null before the first. */
		basedOn: integer(),
		selection: text({ mode: 'json' }).$type<Selection>().notNull(),
		updatedAt: time()
	},
	(table) => [
		check('drafts_selection', sql`json_valid(${table.selection})`),
		foreignKey({
			name: 'drafts_based_on',
			columns: [table.clientId, table.basedOn],
			foreignColumns: [versions.clientId, versions.number]
		})
	]
);

/**
 * Append-only: while the application exists, triggers of a migration refuse every change but one,
 * that the client id goes along with the application's.
 */
export const versions = sqliteTable(
	'versions',
	{
		clientId: text()
			.notNull()
			.references(() => applications.clientId, { onDelete: 'cascade' }),
		number: integer().notNull(),
		selection: text({ mode: 'json' }).$type<Selection>().notNull(),
		access: text({ mode: 'json' }).$type<Access>().notNull(),
		scope: text().notNull(),
		message: text().notNull(),
		verdict: text({ enum: VERDICTS }).notNull(),
		catalogRevision: text().notNull(),
		publishedBy: text().notNull(),
		publishedAt: time()
	},
	(table) => [
		primaryKey({ columns: [table.clientId, table.number] }),
		check('versions_number', sql`${table.number} > 0`),
		check('versions_verdict', sql`${table.verdict} in (${quoted(VERDICTS)})`),
		check('versions_selection', sql`json_valid(${table.selection})`),
		check('versions_access', sql`json_valid(${table.access})`),
		index('versions_published_at').on(table.publishedAt)
	]
);

/** Marks of what was done once, such as the creation of the demo application. */
export const milestones = sqliteTable('milestones', {
	name: text().primaryKey(),
	reachedAt: time()
});
