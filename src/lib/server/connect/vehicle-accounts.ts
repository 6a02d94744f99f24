import type { HeldVehicle } from '#lib/connect/account-vehicles.ts';
import type { AccountKey } from '#lib/connect/journey/sign-in.ts';
import type { AccountVehicle } from '#lib/connect/test-logins.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../context.ts';
import { vehicleAccounts, vehicles } from '../db/vehicle-schema.ts';
import { keyOf, named, prepared } from '../db/prepared.ts';

export const MAX_USERNAME_LENGTH = 254;

export interface StoredVehicle extends AccountVehicle {
	readonly id: string;
	/** The profile that was chosen for it; null where the rest decides. */
	readonly profile: string | null;
}

const OF_ACCOUNT = { by: vehicleAccounts.id, name: 'accountId' };

const statements = prepared((db) => ({
	account: named(
		db
			.select({ make: vehicleAccounts.make, username: vehicleAccounts.username })
			.from(vehicleAccounts)
			.where(eq(vehicleAccounts.id, sql.placeholder('id'))),
		'find_account'
	),
	vehicles: named(
		db
			.select({
				id: vehicles.id,
				vin: vehicles.vin,
				make: vehicles.make,
				model: vehicles.model,
				year: vehicles.year,
				level: vehicles.level,
				fault: vehicles.fault,
				profile: vehicles.profile,
				addedAt: vehicles.addedAt,
				deletedAt: vehicles.deletedAt
			})
			.from(vehicles)
			.where(eq(vehicles.accountId, keyOf(db, vehicleAccounts.id, OF_ACCOUNT)))
			.orderBy(asc(vehicles.addedAt), asc(vehicles.vin)),
		'find_account_vehicles'
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
): Promise<readonly (StoredVehicle & HeldVehicle)[]> {
	return statements(db).vehicles.execute({ accountId });
}

/** The vehicles of an account that have one of these VINs, in the order of the VINs. */
export async function vehiclesOf(
	transaction: Transaction,
	accountId: string,
	vins: readonly string[]
): Promise<readonly StoredVehicle[]> {
	return withVins(await heldVehicles(transaction, accountId), vins);
}

/** Those that have one of these VINs, in the order of the VINs. */
export function withVins<V extends { readonly vin: string }>(
	held: readonly V[],
	vins: readonly string[]
): readonly V[] {
	const byVin = new Map(held.map((vehicle) => [vehicle.vin, vehicle]));
	return [...new Set(vins)].flatMap((vin) => byVin.get(vin) ?? []);
}
