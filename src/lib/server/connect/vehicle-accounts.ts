import type { HeldVehicle } from '#lib/connect/account-vehicles.ts';
import type { AccountKey } from '#lib/connect/journey/sign-in.ts';
import type { AccountVehicle } from '#lib/connect/test-logins.ts';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../context.ts';
import { vehicleAccounts, vehicles } from '../db/vehicle-schema.ts';
import { named, prepared } from '../db/prepared.ts';

export const MAX_USERNAME_LENGTH = 254;

export interface StoredVehicle extends AccountVehicle {
	readonly id: string;
	/** The profile that was chosen for it; null where the rest decides. */
	readonly profile: string | null;
}

const statements = prepared((db) => ({
	account: named(
		db
			.select({ make: vehicleAccounts.make, username: vehicleAccounts.username })
			.from(vehicleAccounts)
			.where(eq(vehicleAccounts.id, sql.placeholder('id'))),
		'find_account'
	)
}));

/** The brand and the user name of an account; part of a transaction. */
export async function findAccount(
	{ db }: Transaction,
	accountId: string
): Promise<Pick<AccountKey, 'make' | 'username'> | null> {
	const [row] = await statements(db).account.execute({ id: accountId });
	return row ?? null;
}

export async function findAccountId(
	{ db }: Transaction,
	{ make, username }: AccountKey
): Promise<string | null> {
	const [row] = await db
		.select({ id: vehicleAccounts.id })
		.from(vehicleAccounts)
		.where(
			and(eq(vehicleAccounts.make, make), eq(vehicleAccounts.username, username.toLowerCase()))
		);
	return row?.id ?? null;
}

/** Remembers an account and the vehicles that it was found with; part of a transaction. */
export async function rememberAccount(
	transaction: Transaction,
	key: AccountKey,
	found: readonly AccountVehicle[]
): Promise<string> {
	const { db, now } = transaction;
	const known = await findAccountId(transaction, key);
	const id = known ?? randomUUID();
	if (known === null) {
		const username = key.username.toLowerCase();
		await db.insert(vehicleAccounts).values({ ...key, id, username, createdAt: now });
	}
	if (found.length === 0) return id;
	await db
		.insert(vehicles)
		.values(found.map((vehicle) => ({ ...vehicle, id: randomUUID(), accountId: id })))
		.onConflictDoUpdate({
			target: [vehicles.accountId, vehicles.vin],
			set: { level: sql`excluded.level`, fault: sql`excluded.fault` }
		});
	return id;
}

/** What an account has, or had, in the order in which it was added by hand; part of a transaction. */
export async function heldVehicles(
	{ db }: Transaction,
	accountId: string
): Promise<readonly HeldVehicle[]> {
	return db
		.select({
			vin: vehicles.vin,
			make: vehicles.make,
			model: vehicles.model,
			year: vehicles.year,
			level: vehicles.level,
			fault: vehicles.fault,
			addedAt: vehicles.addedAt,
			deletedAt: vehicles.deletedAt
		})
		.from(vehicles)
		.where(eq(vehicles.accountId, accountId))
		.orderBy(asc(vehicles.addedAt), asc(vehicles.vin));
}

/** The vehicles of an account that have one of these VINs, in the order of the VINs. */
export async function vehiclesOf(
	{ db }: Transaction,
	accountId: string,
	vins: readonly string[]
): Promise<readonly StoredVehicle[]> {
	if (vins.length === 0) return [];
	const rows = await db
		.select({
			id: vehicles.id,
			vin: vehicles.vin,
			make: vehicles.make,
			model: vehicles.model,
			year: vehicles.year,
			level: vehicles.level,
			fault: vehicles.fault,
			profile: vehicles.profile
		})
		.from(vehicles)
		.where(and(eq(vehicles.accountId, accountId), inArray(vehicles.vin, [...vins])));
	const byVin = new Map(rows.map((row) => [row.vin, row]));
	return [...new Set(vins)].flatMap((vin) => byVin.get(vin) ?? []);
}
