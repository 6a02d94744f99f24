import { simulatedVin } from '#lib/connect/vin-facts.ts';
import type { Routine } from '#lib/vehicles/state/schema.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { findAccountId, rememberAccount } from '../connect/vehicle-accounts.ts';
import type { Transaction } from '../context.ts';
import { vehicles } from '../db/vehicle-schema.ts';
import { addToAccount, endsWithError, type NotAdded, type VehicleToAdd } from './add-vehicle.ts';
import { happenTo } from './happen.ts';
import type { VehicleLogin } from './vehicles.ts';
import { decideVehicle, type DecidedVehicle } from './wanted-vehicle.ts';

/** A vehicle as a seed wants it: its user name tells it from others, with its VIN or its place. */
export interface SeedVehicle extends VehicleToAdd {
	readonly username: string;
	readonly routine?: Routine | undefined;
}

/** What is wrong with one vehicle of a seed. */
export interface VehicleFault {
	/** Its place in the seed. */
	readonly vehicle: number;
	readonly code: NotAdded['code'];
}

interface Planned {
	readonly vehicle: DecidedVehicle & { readonly vin: string };
	readonly login: VehicleLogin;
	readonly routine: Routine | undefined;
	/** Of one that is there. */
	readonly id: string | null;
}

export interface SeededVehicle {
	readonly id: string;
	readonly vin: string;
	readonly login: VehicleLogin;
	readonly change: 'created' | 'unchanged';
}

/** What a seed wants of vehicles, or what is wrong with it; reads alone, as part of a transaction. */
export async function planVehicles(
	transaction: Transaction,
	wanted: readonly SeedVehicle[]
): Promise<{ readonly plan: readonly Planned[]; readonly faults: readonly VehicleFault[] }> {
	const plan: Planned[] = [];
	const faults: VehicleFault[] = [];
	for (const [vehicle, one] of wanted.entries()) {
		const decided = decideVehicle(one);
		if (typeof decided === 'string') {
			faults.push({ vehicle, code: decided });
			continue;
		}
		const login = { make: decided.make, username: one.username.toLowerCase() };
		if (endsWithError(login)) {
			faults.push({ vehicle, code: 'LOGIN_ENDS' });
			continue;
		}
		const vin = decided.vin ?? vinAt(login, plan);
		if (plan.some((other) => other.vehicle.vin === vin && isSame(other.login, login))) {
			faults.push({ vehicle, code: 'VIN_TAKEN' });
			continue;
		}
		const id = await findThere(transaction, login, vin);
		plan.push({ vehicle: { ...decided, vin }, login, routine: one.routine, id });
	}
	return { plan, faults };
}

/** Adds what is not there yet; part of a transaction. What is there lives on as it does. */
export async function applyVehicles(
	transaction: Transaction,
	plan: readonly Planned[]
): Promise<readonly SeededVehicle[]> {
	const seeded: SeededVehicle[] = [];
	for (const { vehicle, login, routine, id: known } of plan) {
		const { vin } = vehicle;
		if (known !== null) {
			seeded.push({ id: known, vin, login, change: 'unchanged' });
			continue;
		}
		const accountId = await rememberAccount(transaction, login, []);
		const id = await addToAccount(transaction, accountId, vehicle);
		if (typeof id !== 'string') throw new TypeError(`${vin}: ${id.code}`);
		if (routine) await happenTo(transaction, id, { event: 'routine', routine });
		seeded.push({ id, vin, login, change: 'created' });
	}
	return seeded;
}

const isSame = (one: VehicleLogin, other: VehicleLogin) =>
	one.make === other.make && one.username === other.username;

/** Always the same for the same place among the vehicles of its account. */
function vinAt(login: VehicleLogin, plan: readonly Planned[]): string {
	const place = plan.filter((other) => isSame(other.login, login)).length;
	const tail = createHash('sha256').update(`${login.make} ${login.username} seeded ${place}`);
	return simulatedVin(login.make, tail.digest('hex'));
}

async function findThere(
	transaction: Transaction,
	login: VehicleLogin,
	vin: string
): Promise<string | null> {
	const accountId = await findAccountId(transaction, login);
	if (accountId === null) return null;
	const [found] = await transaction.db
		.select({ id: vehicles.id })
		.from(vehicles)
		.where(
			and(eq(vehicles.accountId, accountId), eq(vehicles.vin, vin), isNull(vehicles.deletedAt))
		);
	return found?.id ?? null;
}
