import { sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { CONNECT_MODES } from '../../connect/session-data.ts';
import { Vehicle } from '../../vehicles/kept.ts';
import {
	check,
	isJson,
	oneOf,
	storedJson,
	table,
	text,
	time,
	uniqueIndex,
	whole
} from './columns.ts';

/** Which vehicles a row is about: real ones, or simulated ones. */
export const mode = () => text({ enum: CONNECT_MODES }).notNull();

export const isMode = (column: SQLiteColumn) => oneOf(column, CONNECT_MODES);

/**
 * An account at a brand that vehicles hang on, as the sandbox remembers it. Its id is the `user_id` of
 * apps, but where {@link toldIds} has another one.
 */
export const vehicleAccounts = table(
	'vehicle_accounts',
	{
		id: text().primaryKey(),
		make: text().notNull(),
		username: text().notNull(),
		createdAt: time(),
		/** How often its password was changed at the brand. */
		passwordChanges: whole().notNull().default(0)
	},
	(columns) => [uniqueIndex('vehicle_accounts_once').on(columns.make, columns.username)]
);

export const vehicles = table(
	'vehicles',
	{
		id: text().primaryKey(),
		accountId: text()
			.notNull()
			.references(() => vehicleAccounts.id, { onDelete: 'cascade' }),
		vin: text().notNull(),
		make: text().notNull(),
		model: text().notNull(),
		year: whole().notNull(),
		/** What the vehicle can do, from the test login: `compatible`, `bev`, `incompatible` … */
		level: text().notNull(),
		/** `TYPE:CODE` with which every call of its API fails; null for none. */
		fault: text(),
		/** The kind of vehicle that was chosen for it; null where make, model and level decide. */
		profile: text(),
		/** When it was added by hand, by the rehearsal; null for one that its test login came with. */
		addedAt: whole(),
		/** When it left its account; null while it is there. */
		deletedAt: whole()
	},
	(columns) => [uniqueIndex('vehicles_vin').on(columns.accountId, columns.vin)]
);

/** How vehicles live that something happened to; one without a row still lives as it was born. */
export const vehicleLives = table(
	'vehicle_lives',
	{
		vehicleId: text()
			.primaryKey()
			.references(() => vehicles.id, { onDelete: 'cascade' }),
		life: storedJson({ name: 'vehicle_lives.life', schema: Vehicle }).notNull(),
		/** Counts what was stored, so that of two that go on from the same life one notices. */
		revision: whole().notNull()
	},
	(columns) => [check('vehicle_lives_life', isJson(columns.life))]
);

/**
 * Ids by which applications know an account or a vehicle in one mode, where it is another than its own.
 * Each mode had accounts and vehicles of its own once; what is one now goes on under the ids of both.
 */
export const toldIds = table(
	'told_ids',
	{
		id: text().primaryKey(),
		mode: mode(),
		/** Of an account, or null. */
		accountId: text().references(() => vehicleAccounts.id, { onDelete: 'cascade' }),
		/** Of a vehicle, or null. */
		vehicleId: text().references(() => vehicles.id, { onDelete: 'cascade' })
	},
	(columns) => [
		uniqueIndex('told_ids_account').on(columns.accountId, columns.mode),
		uniqueIndex('told_ids_vehicle').on(columns.vehicleId, columns.mode),
		check('told_ids_mode', isMode(columns.mode)),
		check('told_ids_of', sql`(${columns.accountId} is null) <> (${columns.vehicleId} is null)`)
	]
);
