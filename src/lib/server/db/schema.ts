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
		clientId: text().primaryKey(),
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

export const redirectUris = sqliteTable(
	'redirect_uris',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		clientId: text()
			.notNull()
			.references(() => applications.clientId, { onDelete: 'cascade' }),
		uri: text().notNull(),
		position: integer().notNull(),
		isDefault: integer({ mode: 'boolean' }).notNull()
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
		/** Counts the saves; a save states the revision it is based on. */
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

/** Append-only: triggers of a migration refuse every change while the application exists. */
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
