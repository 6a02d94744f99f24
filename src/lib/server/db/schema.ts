import { sql } from 'drizzle-orm';
import {
	check,
	counter,
	flag,
	foreignKey,
	index,
	isFlag,
	isJson,
	storedJson,
	oneOf,
	primaryKey,
	table,
	text,
	time,
	uniqueIndex,
	whole
} from './columns.ts';
import { VERDICTS } from '#lib/access/diff.ts';
import { Access, PowertrainFilter, Purposes, Selection } from '#lib/access/kept.ts';

/** Which vehicles an application connects: real ones, or simulated ones for trying out. */
export const APPLICATION_MODES = ['live', 'simulated'] as const;

/** In which form API v3 answers an application. */
export const V3_DIALECTS = ['2026', '2025'] as const;

/** What hangs on an application goes with it, and takes over its new client id. */
export const FOLLOWING = { onDelete: 'cascade', onUpdate: 'cascade' } as const;

export const applications = table(
	'applications',
	{
		/** As the platform gave it, unless it was made here. */
		clientId: text().primaryKey(),
		/** Known to this sandbox alone; no link with it works on the live platform. */
		clientIdMadeHere: flag().notNull().default(true),
		name: text().notNull(),
		mode: text({ enum: APPLICATION_MODES }).notNull(),
		createdAt: time(),
		updatedAt: time(),
		v3Dialect: text({ enum: V3_DIALECTS }).notNull().default('2026'),
		/** Which vehicles may be connected; null for all. */
		powertrainFilter: storedJson({
			name: 'applications.powertrain_filter',
			schema: PowertrainFilter
		}),
		/** Calls of each vehicle that a month may see; null for no limit. */
		monthlyCalls: whole()
	},
	(columns) => [
		check('applications_mode', oneOf(columns.mode, APPLICATION_MODES)),
		check('applications_client_id', sql`length(${columns.clientId}) = 36`),
		check('applications_v3_dialect', oneOf(columns.v3Dialect, V3_DIALECTS)),
		check('applications_monthly_calls', sql`${columns.monthlyCalls} >= 0`)
	]
);

/**
 * Client ids that applications had before. Addresses of the dashboard under them lead on; no
 * other application may take one.
 */
export const formerClientIds = table(
	'former_client_ids',
	{
		formerId: text().primaryKey(),
		clientId: text()
			.notNull()
			.references(() => applications.clientId, FOLLOWING),
		/** Whether the former id was made here; it tells again once the application takes it back. */
		madeHere: flag().notNull(),
		changedAt: time()
	},
	(columns) => [
		index('former_client_ids_client_id').on(columns.clientId),
		check('former_client_ids_former_id', sql`length(${columns.formerId}) = 36`),
		check('former_client_ids_made_here', isFlag(columns.madeHere))
	]
);

export const redirectUris = table(
	'redirect_uris',
	{
		id: counter(),
		clientId: text()
			.notNull()
			.references(() => applications.clientId, FOLLOWING),
		uri: text().notNull(),
		position: whole().notNull(),
		isDefault: flag().notNull(),
		/** Leads to the built-in sample client, and follows this server's address. */
		isBuiltIn: flag().notNull().default(false)
	},
	(columns) => [
		uniqueIndex('redirect_uris_once').on(columns.clientId, columns.uri),
		uniqueIndex('redirect_uris_one_default')
			.on(columns.clientId)
			.where(sql`${columns.isDefault}`),
		check('redirect_uris_is_default', isFlag(columns.isDefault))
	]
);

export const drafts = table(
	'drafts',
	{
		clientId: text()
			.primaryKey()
			.references(() => applications.clientId, FOLLOWING),
		/** Counts the saves, from a random number; a save states the revision it is based on. */
		revision: whole().notNull(),
		/** Version that the draft goes on from; null before the first. */
		basedOn: whole(),
		/** Revision that the last seed left it with; null where none has written it. */
		seededRevision: whole(),
		selection: storedJson({ name: 'drafts.selection', schema: Selection }).notNull(),
		/** Of permissions that are not asked for as well, until they are again. */
		purposes: storedJson({ name: 'drafts.purposes', schema: Purposes })
			.notNull()
			.default(sql`'{}'`),
		updatedAt: time()
	},
	(columns) => [
		check('drafts_selection', isJson(columns.selection)),
		foreignKey({
			name: 'drafts_based_on',
			columns: [columns.clientId, columns.basedOn],
			foreignColumns: [versions.clientId, versions.number]
		})
	]
);

/**
 * Append-only: while the application exists, triggers of a migration refuse every change but one,
 * that the client id goes along with the application's.
 */
export const versions = table(
	'versions',
	{
		clientId: text()
			.notNull()
			.references(() => applications.clientId, FOLLOWING),
		number: whole().notNull(),
		selection: storedJson({ name: 'versions.selection', schema: Selection }).notNull(),
		access: storedJson({ name: 'versions.access', schema: Access }).notNull(),
		purposes: storedJson({ name: 'versions.purposes', schema: Purposes })
			.notNull()
			.default(sql`'{}'`),
		scope: text().notNull(),
		message: text().notNull(),
		verdict: text({ enum: VERDICTS }).notNull(),
		catalogRevision: text().notNull(),
		publishedBy: text().notNull(),
		publishedAt: time()
	},
	(columns) => [
		primaryKey({ columns: [columns.clientId, columns.number] }),
		check('versions_number', sql`${columns.number} > 0`),
		check('versions_verdict', oneOf(columns.verdict, VERDICTS)),
		check('versions_selection', isJson(columns.selection)),
		check('versions_access', isJson(columns.access)),
		index('versions_published_at').on(columns.publishedAt)
	]
);

/** Marks of what was done once, such as the creation of the demo application. */
export const milestones = table('milestones', {
	name: text().primaryKey(),
	reachedAt: time()
});

/** What time it is in the rehearsal: one row, none while it is the machine's. */
export const rehearsal = table(
	'rehearsal',
	{
		id: whole().primaryKey(),
		/** Milliseconds that it is ahead of the machine while it runs; below 0 it is behind. */
		offsetMs: whole().notNull(),
		/** By the time of the machine. */
		movedAt: time(),
		/** Where it stands still, by its own time; null while it runs. */
		frozenAt: whole()
	},
	(columns) => [check('rehearsal_one', sql`${columns.id} = 1`)]
);

/** Which key the secrets of this database are kept under; of the key itself nothing is here. */
export const secretKeys = table('secret_keys', {
	id: text().primaryKey(),
	firstUsedAt: time()
});
