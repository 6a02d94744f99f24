import { MAX_ACCOUNT_VEHICLES, signIn } from '#lib/connect/test-logins.ts';
import { simulatedVin } from '#lib/connect/vin-facts.ts';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { randomBytes, randomUUID } from 'node:crypto';
import { rememberAccount } from '../connect/vehicle-accounts.ts';
import type { Context, Transaction } from '../context.ts';
import { onlyRow } from '../db/rows.ts';
import { vehicleLives, vehicles } from '../db/vehicle-schema.ts';
import { refuse, type Refused } from '../outcome.ts';
import type { VehicleLogin } from './vehicles.ts';
import {
	decideVehicle,
	type DecidedVehicle,
	type NoSuchVehicle,
	type WantedVehicle
} from './wanted-vehicle.ts';

/** A vehicle to add, and on whose account. */
export interface VehicleToAdd extends WantedVehicle {
	/** Of the account at the vehicle's brand; a new one where it is left out. */
	readonly username?: string | undefined;
	/** Hexadecimal digits that a VIN and a user name are made of; others each time where it is left out. */
	readonly seed?: string | undefined;
}

/** What a vehicle would be, on whose account. */
export interface VehicleToBe {
	readonly vehicle: DecidedVehicle & { readonly vin: string };
	readonly login: VehicleLogin;
}

export type NotAdded = Refused<{
	readonly code:
		| NoSuchVehicle
		/** The account has a vehicle with this VIN. */
		| 'VIN_TAKEN'
		/** Signing in with the user name ends with an error, whatever vehicles there are. */
		| 'LOGIN_ENDS'
		/** The account has as many as one may have. */
		| 'ACCOUNT_FULL';
}>;

export interface Added {
	readonly ok: true;
	/** The vehicle's own. */
	readonly id: string;
	readonly vin: string;
	readonly login: VehicleLogin;
}

/** What would be added; with the same seed it is what is added. */
export function vehicleToBe(wanted: VehicleToAdd): VehicleToBe | NoSuchVehicle {
	const decided = decideVehicle(wanted);
	if (typeof decided === 'string') return decided;
	const seed = wanted.seed ?? newSeed();
	const vin = decided.vin ?? simulatedVin(decided.make, seed);
	const username = wanted.username ?? usernameOf(decided, seed);
	return { vehicle: { ...decided, vin }, login: { make: decided.make, username } };
}

/** Adds a vehicle by hand; owners find it at their next sign-in to its account. */
export function addVehicle(context: Context, wanted: VehicleToAdd): Promise<Added | NotAdded> {
	const toBe = vehicleToBe(wanted);
	if (typeof toBe === 'string') return Promise.resolve(refuse({ code: toBe }));
	const { vehicle, login } = toBe;
	if (endsWithError(login)) return Promise.resolve(refuse({ code: 'LOGIN_ENDS' }));
	return context.write(async (transaction) => {
		const accountId = await rememberAccount(transaction, login, []);
		const id = await addToAccount(transaction, accountId, vehicle);
		return typeof id === 'string' ? { ok: true, id, vin: vehicle.vin, login } : refuse(id);
	});
}

export function newSeed(): string {
	return randomBytes(8).toString('hex');
}

/** An account of its own, with a name that can be typed. */
function usernameOf({ model }: DecidedVehicle, seed: string): string {
	const word = model.toLowerCase().replaceAll(/[^a-z0-9]+/g, '');
	return `${word || 'car'}-${seed.slice(-6)}@owner.example`;
}

/** Whether signing in leads to no vehicles, whatever there are. */
export function endsWithError({ make, username }: VehicleLogin): boolean {
	const found = signIn(username, { make, singleSelectVin: null });
	return found.kind === 'error' && found.error !== 'no_vehicles';
}

/** Puts a vehicle on an account, also one that was deleted from it; part of a transaction. */
export async function addToAccount(
	transaction: Transaction,
	accountId: string,
	vehicle: DecidedVehicle & { readonly vin: string }
): Promise<string | { readonly code: 'VIN_TAKEN' | 'ACCOUNT_FULL' }> {
	const { db, now } = transaction;
	const there = and(eq(vehicles.accountId, accountId), isNull(vehicles.deletedAt));
	if ((await db.$count(vehicles, there)) >= MAX_ACCOUNT_VEHICLES) return { code: 'ACCOUNT_FULL' };
	const facts = { ...vehicle, level: 'compatible', fault: null, addedAt: now, deletedAt: null };
	const returned = await db
		.update(vehicles)
		.set(facts)
		.where(
			and(
				eq(vehicles.accountId, accountId),
				eq(vehicles.vin, vehicle.vin),
				isNotNull(vehicles.deletedAt)
			)
		)
		.returning({ id: vehicles.id });
	const [again] = returned;
	if (again) {
		await db.delete(vehicleLives).where(eq(vehicleLives.vehicleId, again.id));
		return again.id;
	}
	const added = await db
		.insert(vehicles)
		.values({ ...facts, id: randomUUID(), accountId })
		.onConflictDoNothing()
		.returning({ id: vehicles.id });
	return added.length === 0 ? { code: 'VIN_TAKEN' } : onlyRow(added).id;
}
