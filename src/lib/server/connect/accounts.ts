import { and, eq, inArray, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { clock } from '../clock.ts';
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
	for (const vehicle of found) {
		db.insert(vehicles)
			.values({ id: randomUUID(), ownerId: id, ...vehicle })
			.onConflictDoUpdate({
				target: [vehicles.ownerId, vehicles.vin],
				set: { level: vehicle.level, fault: vehicle.fault }
			})
			.run();
	}
	return id;
}

/** The vehicles of an account that have one of these VINs, in the order in which they were found. */
export function vehiclesOf(
	db: Db,
	ownerId: string,
	vins: readonly string[]
): readonly StoredVehicle[] {
	return db
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
		.where(and(eq(vehicles.ownerId, ownerId), inArray(vehicles.vin, [...vins])))
		.orderBy(sql`rowid`)
		.all();
}
