import { MAKES } from '#lib/access/catalog/makes.ts';
import { fold } from '#lib/access/fold.ts';
import { profileOfVehicle, type VehicleKind } from '#lib/vehicles/profiles/profile-of-vehicle.ts';
import type { Profile } from '#lib/vehicles/profiles/schema.ts';
import { and, count, eq, exists, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { standsWith } from '../connect/standing.ts';
import { withName } from '../connect/vehicle-name.ts';
import type { Context, Transaction } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { findPage, type FoundPage, type WantedPage } from '../db/keyset.ts';
import { holds, patternOf } from '../db/text-search.ts';
import { vehicleAccounts, vehicles } from '../db/vehicle-schema.ts';
import { reachesOf, type VehicleReach } from './reach.ts';
import { findVehicle, findVehicles, type KeptVehicle } from './vehicles.ts';

const VEHICLES_PER_PAGE = 25;

type Powertrain = Profile['powertrain'];

/** What of the vehicles is wanted. */
export interface WantedFleet extends WantedPage {
	/** Undefined for all; null for those of which it is not known. */
	readonly powertrain?: Powertrain | undefined;
	/** Part of a brand, model, VIN or user name. */
	readonly search: string;
}

/** A vehicle beside what an application reaches of it. */
export interface FleetVehicle {
	readonly vehicle: KeptVehicle;
	/** Brand as people write it, and brand, model and year in one. */
	readonly brand: string;
	readonly name: string;
	readonly username: string;
	/** Null where the application has no connection to it. */
	readonly reach: VehicleReach | null;
}

export interface FleetPage extends Omit<FoundPage, 'ids'> {
	/** Vehicles that are searched for, of whatever powertrain. */
	readonly total: number;
	/** All vehicles there are, and those of them that the application is connected to. */
	readonly all: number;
	readonly connected: number;
	readonly counts: ReadonlyMap<Powertrain, number>;
	readonly vehicles: readonly FleetVehicle[];
	/** Of the page, left out. */
	readonly damaged: number;
}

/** A page of the sandbox's vehicles: those of the newest accounts come first. */
export async function pageOfFleet(
	context: Context,
	clientId: string,
	wanted: WantedFleet
): Promise<FleetPage> {
	return context.read(async (transaction) => {
		const { db } = transaction;
		const found = and(THERE, matches(wanted.search));
		const kinds = await countKinds(transaction, found);
		const counts = new Map<Powertrain, number>();
		for (const { powertrain, number } of kinds) {
			counts.set(powertrain, (counts.get(powertrain) ?? 0) + number);
		}
		const total = kinds.reduce((sum, { number }) => sum + number, 0);
		const chosen = kinds.filter(({ powertrain }) => powertrain === wanted.powertrain);
		const isAll = wanted.powertrain === undefined;
		const size = isAll ? total : (counts.get(wanted.powertrain ?? null) ?? 0);
		const which = isAll ? found : and(found, or(...chosen.map(({ row }) => isOfKind(row))));
		const { ids, ...page } = await findPage(
			ORDER,
			{ size: VEHICLES_PER_PAGE, count: size, wanted },
			async ({ where, orderBy, limit, offset }) =>
				db
					.select({ at: vehicleAccounts.createdAt, id: vehicles.id })
					.from(vehicles)
					.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, vehicles.accountId))
					.where(and(which, where))
					.orderBy(...orderBy)
					.limit(size === 0 ? 0 : limit)
					.offset(offset)
		);
		const { read, damaged } = await findVehicles(transaction, ids);
		return {
			...page,
			total,
			all: await db.$count(vehicles, THERE),
			connected: await countConnected(transaction, clientId),
			counts,
			vehicles: await readFleet(transaction, clientId, read),
			damaged
		};
	});
}

/** @returns null when there is no such vehicle; one that was deleted is told as such */
export async function findFleetVehicle(
	context: Context,
	clientId: string,
	vehicleId: string
): Promise<FleetVehicle | null> {
	return context.read(async (transaction) => {
		const vehicle = await findVehicle(transaction, vehicleId);
		const [found] = await readFleet(transaction, clientId, vehicle ? [vehicle] : []);
		return found ?? null;
	});
}

const THERE = isNull(vehicles.deletedAt);

const ORDER = {
	at: vehicleAccounts.createdAt,
	id: vehicles.id,
	newestFirst: true,
	lastIdFirst: false
};

/** How many there are of each kind: kinds are few, however many vehicles there are. */
async function countKinds({ db }: Transaction, found: SQL | undefined) {
	const kind = {
		make: vehicles.make,
		model: vehicles.model,
		level: vehicles.level,
		profile: vehicles.profile
	};
	const rows = await db
		.select({ ...kind, number: count() })
		.from(vehicles)
		.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, vehicles.accountId))
		.where(found)
		.groupBy(kind.make, kind.model, kind.level, kind.profile);
	return rows.map(({ number, ...row }) => ({
		row,
		number,
		powertrain: profileOfVehicle(row).powertrain
	}));
}

function isOfKind({ make, model, level, profile }: VehicleKind): SQL | undefined {
	return and(
		eq(vehicles.make, make),
		eq(vehicles.model, model),
		eq(vehicles.level, level),
		profile === null ? isNull(vehicles.profile) : eq(vehicles.profile, profile)
	);
}

function matches(search: string): SQL | undefined {
	const pattern = patternOf(search);
	if (pattern === null) return undefined;
	const words = fold(search);
	const makes = MAKES.filter(({ name }) => fold(name).includes(words)).map(({ key }) => key);
	return or(
		holds(vehicles.model, pattern),
		holds(vehicles.vin, pattern),
		holds(vehicleAccounts.username, pattern),
		words === '' ? undefined : inArray(vehicles.make, makes)
	);
}

async function countConnected({ db }: Transaction, clientId: string): Promise<number> {
	const mine = db
		.select({ one: sql`1` })
		.from(connections)
		.where(and(standsWith(clientId), eq(connections.vehicleId, vehicles.id)));
	return db.$count(vehicles, and(THERE, exists(mine)));
}

async function readFleet(
	transaction: Transaction,
	clientId: string,
	found: readonly KeptVehicle[]
): Promise<readonly FleetVehicle[]> {
	const reaches = await reachesOf(transaction, clientId, found);
	const names = await transaction.db
		.select({ id: vehicleAccounts.id, username: vehicleAccounts.username })
		.from(vehicleAccounts)
		.where(inArray(vehicleAccounts.id, [...new Set(found.map(({ accountId }) => accountId))]));
	const nameOf = new Map(names.map(({ id, username }) => [id, username]));
	return found.map((vehicle) => {
		const username = nameOf.get(vehicle.accountId) ?? '';
		const { make: brand, name } = withName(vehicle);
		return { vehicle, brand, name, username, reach: reaches.get(vehicle.id) ?? null };
	});
}
