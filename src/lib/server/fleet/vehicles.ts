import type { Vehicle } from '#lib/vehicles/kept.ts';
import { profileOfVehicle } from '#lib/vehicles/profiles/profile-of-vehicle.ts';
import { profileOf } from '#lib/vehicles/profiles/profiles.ts';
import type { Profile } from '#lib/vehicles/profiles/schema.ts';
import { eq, inArray } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { keyOf, named, prepared } from '../db/prepared.ts';
import type { Db } from '../engine.ts';
import { readEach, type Readable, type StoredJson } from '../db/stored-json.ts';
import { vehicleAccounts, vehicleLives, vehicles } from '../db/vehicle-schema.ts';
import { keptRead } from '../kept-read.ts';
import { noteBehind } from './behind.ts';
import { lifeAt, startOf, type LifeRow } from './lives.ts';

/** An account by what is typed to sign in to it. */
export interface VehicleLogin {
	/** Brand key. */
	readonly make: string;
	readonly username: string;
}

/** A vehicle of an account as it is now, by the rehearsal. */
export interface KeptVehicle {
	/** Its own; an application may know it by another. */
	readonly id: string;
	readonly accountId: string;
	readonly vin: string;
	readonly make: string;
	readonly model: string;
	readonly year: number;
	readonly level: string;
	/** What somebody signs in with to connect it; any password does. */
	readonly login: VehicleLogin;
	/** `TYPE:CODE` with which every call of its API fails. */
	readonly fault: string | null;
	readonly addedAt: number | null;
	readonly deletedAt: number | null;
	/** Of its stored life; null while it lives as it was born. */
	readonly revision: number | null;
	readonly profile: Profile;
	readonly life: Vehicle;
}

/** What of a vehicle is read for its life. */
const VEHICLE_COLUMNS = {
	id: vehicles.id,
	accountId: vehicles.accountId,
	vin: vehicles.vin,
	make: vehicles.make,
	model: vehicles.model,
	year: vehicles.year,
	level: vehicles.level,
	fault: vehicles.fault,
	chosen: vehicles.profile,
	addedAt: vehicles.addedAt,
	deletedAt: vehicles.deletedAt,
	accountCreatedAt: vehicleAccounts.createdAt,
	login: { make: vehicleAccounts.make, username: vehicleAccounts.username },
	life: vehicleLives.life,
	revision: vehicleLives.revision
};

interface VehicleRow extends Omit<KeptVehicle, 'profile' | 'life'> {
	readonly chosen: string | null;
	readonly accountCreatedAt: number;
	readonly life: Vehicle | StoredJson<Vehicle> | null;
}

/** Vehicles with what is kept of their lives. */
export const selectVehicles = (db: Db) =>
	db
		.select(VEHICLE_COLUMNS)
		.from(vehicles)
		.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, vehicles.accountId))
		.leftJoin(vehicleLives, eq(vehicleLives.vehicleId, vehicles.id));

const statements = prepared((db) => ({
	find: named(
		selectVehicles(db).where(
			eq(vehicles.id, keyOf(db, vehicles.id, { by: vehicles.id, name: 'id' }))
		),
		'find_vehicle'
	)
}));

/** @param vehicleId the vehicle's own, not one that an application is told */
export function findVehicle(context: Context, vehicleId: string): Promise<KeptVehicle | null> {
	return context.read(async (transaction) => {
		const row = await readRow(transaction, vehicleId);
		return row && keptVehicleOf(row, transaction);
	});
}

/** A vehicle as it was last kept, for who keeps it anew; null where it is not there, or no longer. */
export async function findKept(
	transaction: Transaction,
	vehicleId: string
): Promise<Pick<KeptVehicle, 'id' | 'revision' | 'life'> | null> {
	const row = await readRow(transaction, vehicleId);
	if (!row || row.deletedAt !== null) return null;
	return { id: row.id, revision: row.revision, life: startOf(lifeRowOf(row), transaction.now) };
}

/** The life of a vehicle as it was last kept, also of one that left its account; null where there is none. */
export async function findLife(
	transaction: Transaction,
	vehicleId: string
): Promise<Vehicle | null> {
	const row = await readRow(transaction, vehicleId);
	return row && startOf(lifeRowOf(row), transaction.now);
}

const readRow = keptRead(
	(id: string) => id,
	async ({ db }, id): Promise<VehicleRow | null> => {
		const [row] = await statements(db).find.execute({ id });
		return row ?? null;
	}
);

/** The vehicles with these ids of their own, in this order; those that are not there are left out. */
export async function findVehicles(
	context: Context,
	ids: readonly string[]
): Promise<Readable<KeptVehicle>> {
	if (ids.length === 0) return { read: [], damaged: 0 };
	return context.read(async (transaction) => {
		const rows = await selectVehicles(transaction.db).where(inArray(vehicles.id, [...ids]));
		const byId = new Map(rows.map((row) => [row.id, row]));
		const found = ids.flatMap((id) => byId.get(id) ?? []);
		return readEach(found, (row) => keptVehicleOf(row, transaction));
	});
}

export function keptVehicleOf(row: VehicleRow, transaction: Transaction): KeptVehicle {
	const { id, accountId, vin, make, model, year, login, level, fault } = row;
	const { addedAt, deletedAt, revision } = row;
	const { life, isBehind } = lifeAt(lifeRowOf(row), transaction.now);
	if (isBehind) noteBehind(transaction, id);
	return {
		...{ id, accountId, vin, make, model, year, login, level, fault },
		...{ addedAt, deletedAt, revision },
		profile: profileOf(life.state.profile),
		life
	};
}

/** Born when it came to its account. */
function lifeRowOf(row: VehicleRow): LifeRow {
	const profile = profileOfVehicle({ ...row, profile: row.chosen });
	return { ...row, profile, bornAt: row.addedAt ?? row.accountCreatedAt };
}
