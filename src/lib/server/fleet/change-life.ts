import type { Vehicle } from '#lib/vehicles/kept.ts';
import type { Moment } from '#lib/vehicles/life/live.ts';
import type { SignalCode } from '#lib/vehicles/signals/signals.ts';
import { and, eq } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { vehicleLives } from '../db/vehicle-schema.ts';
import { inTurn } from './turns.ts';
import { tellReceivers } from '../webhooks/watch.ts';
import { findKept } from './vehicles.ts';

/** Which life another one goes on from. */
export interface LifeKey {
	/** Of the vehicle. */
	readonly id: string;
	/** Null for a vehicle as it was born. */
	readonly revision: number | null;
	/** As it was kept. */
	readonly life: Vehicle;
}

/** How a vehicle goes on, with all that there is to tell of it. */
export interface LifeChange {
	readonly vehicle: Vehicle;
	/** How it was kept, by a clock that was put back since; left out where that was not. */
	readonly before?: Vehicle;
	/**
	 * What happened to it by itself, since its life was last kept; without the states in between, of
	 * which months have too many to be held.
	 */
	readonly moments: readonly Pick<Moment, 'time' | 'happening'>[];
	/** Signals that it tells otherwise than before, beside those moments. */
	readonly changed: readonly SignalCode[];
}

/** A life that was read, and how it goes on. */
export type ChangedLife = LifeKey & { readonly change: LifeChange };

/** What somebody makes of a life, and what they are told; no change where it goes on as it did. */
interface Decided<Outcome> {
	readonly change: LifeChange | null;
	readonly outcome: Outcome;
}

/**
 * Changes the life of one vehicle in its turn.
 *
 * @param decide from how it was last kept, and the time of the rehearsal
 * @returns null where there is no such vehicle, or no longer
 */
export function changeLife<Outcome>(
	context: Context,
	vehicleId: string,
	decide: (life: Vehicle, now: number) => Decided<Outcome>
): Promise<Outcome | null> {
	return inTurn(context, [vehicleId], () =>
		context.write(async (transaction) => {
			const kept = await findKept(transaction, vehicleId);
			if (!kept) return null;
			const { change, outcome } = decide(kept.life, transaction.now);
			if (change && !(await keepChange(transaction, kept, change))) {
				throw new TypeError('A vehicle was kept twice in one transaction.');
			}
			return outcome;
		})
	);
}

/**
 * Changes several lives in their turns, and in one write.
 *
 * @param load reads them; what somebody else kept since stays
 */
export function changeLives(
	context: Context,
	vehicleIds: readonly string[],
	load: (transaction: Transaction) => Promise<readonly ChangedLife[]>
): Promise<void> {
	return inTurn(context, vehicleIds, () =>
		context.write(async (transaction) => {
			for (const { change, ...key } of await load(transaction)) {
				await keepChange(transaction, key, change);
			}
		})
	);
}

/**
 * Keeps how a vehicle goes on; part of a transaction. Every change of every life comes through here,
 * so that who tells of moments and signals does so in the transaction of the change.
 *
 * @returns false where somebody else kept another one meanwhile, which stays.
 */
export async function keepChange(
	transaction: Transaction,
	{ id, revision, life: kept }: LifeKey,
	{ vehicle: life, before = kept }: LifeChange
): Promise<boolean> {
	const { db } = transaction;
	const told = { id: vehicleLives.vehicleId };
	const changed =
		revision === null
			? await db
					.insert(vehicleLives)
					.values({ vehicleId: id, life, revision: 1 })
					.onConflictDoNothing()
					.returning(told)
			: await db
					.update(vehicleLives)
					.set({ life, revision: revision + 1 })
					.where(and(eq(vehicleLives.vehicleId, id), eq(vehicleLives.revision, revision)))
					.returning(told);
	if (changed.length === 0) return false;
	// What fetches brought until now is known by the life before: some of it is forgotten by then.
	await tellReceivers(transaction, { id, life: before, after: life });
	return true;
}
