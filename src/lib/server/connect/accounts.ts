import { and, eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { clock } from '../clock.ts';
import { prepareOnce } from '../db/connection.ts';
import type { Db } from '../db/open.ts';
import { owners, vehicles } from '../db/connect-schema.ts';
import type { ConnectMode } from './session-data.ts';
import type { AccountVehicle } from './test-logins.ts';

export const MAX_USERNAME_LENGTH = 254;

export interface StoredVehicle extends AccountVehicle {
	readonly id: string;
}

export interface AccountKey {
	readonly mode: ConnectMode;
	readonly make: string;
	readonly username: string;
}

const statements = prepareOnce((db) => ({
	account: db
		.select({ make: owners.make, username: owners.username })
		.from(owners)
		.where(eq(owners.id, sql.placeholder('id')))
		.prepare(),
	vehicles: db
		.select({
			id: vehicles.id,
			vin: vehicles.vin,
			make: vehicles.make,
			model: vehicles.model,
			year: vehicles.year,
			level: vehicles.level,
			fault: vehicles.fault
		})
		.from(vehicles)
		.where(
			and(
				eq(vehicles.ownerId, sql.placeholder('ownerId')),
				sql`${vehicles.vin} in (select value from json_each(${sql.placeholder('vins')}))`
			)
		)
		.orderBy(sql`${vehicles}.rowid`)
		.prepare(),
	// Prepared, since an account may have many.
	remember: db
		.insert(vehicles)
		.values({
			id: sql.placeholder('id'),
			ownerId: sql.placeholder('ownerId'),
			vin: sql.placeholder('vin'),
			make: sql.placeholder('make'),
			model: sql.placeholder('model'),
			year: sql.placeholder('year'),
			level: sql.placeholder('level'),
			fault: sql.placeholder('fault')
		})
		.onConflictDoUpdate({
			target: [vehicles.ownerId, vehicles.vin],
			set: { level: sql`excluded.level`, fault: sql`excluded.fault` }
		})
		.prepare()
}));

/** The brand and the user name of an owner; part of a transaction. */
export function findAccount(ownerId: string): Pick<AccountKey, 'make' | 'username'> | null {
	return statements().account.all({ id: ownerId })[0] ?? null;
}

export function findOwner(db: Db, { mode, make, username }: AccountKey): string | null {
	const [row] = db
		.select({ id: owners.id })
		.from(owners)
		.where(
			and(eq(owners.mode, mode), eq(owners.make, make), eq(owners.username, username.toLowerCase()))
		)
		.all();
	return row?.id ?? null;
}

/** Remembers an account and the vehicles that it was found with; part of a transaction. */
export function rememberAccount(db: Db, key: AccountKey, found: readonly AccountVehicle[]): string {
	const id = findOwner(db, key) ?? randomUUID();
	db.insert(owners)
		.values({ ...key, id, username: key.username.toLowerCase(), createdAt: clock.now() })
		.onConflictDoNothing()
		.run();
	for (const vehicle of found)
		statements().remember.run({ id: randomUUID(), ownerId: id, ...vehicle });
	return id;
}

/** The vehicles of an account that have one of these VINs, in the order in which they were found. */
export function vehiclesOf(
	_db: Db,
	ownerId: string,
	vins: readonly string[]
): readonly StoredVehicle[] {
	return statements().vehicles.all({ ownerId, vins: JSON.stringify(vins) });
}
