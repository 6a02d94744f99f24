import { eq, inArray, sql } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { vehicleAccounts, vehicles } from '../db/vehicle-schema.ts';
import { heldBy, type Holder } from './holder.ts';
import { lookAgain } from './subscriptions.ts';

const ONE_MORE = { passwordChanges: sql`${vehicleAccounts.passwordChanges} + 1` };

/**
 * Changes the password of the account that a vehicle hangs on, at its brand: every connection of the
 * account waits until its owner signed in again for its application.
 *
 * @returns false where there is no such vehicle.
 */
export async function changePassword(context: Context, vehicleId: string): Promise<boolean> {
	return context.write(async ({ db }) => {
		const account = db
			.select({ id: vehicles.accountId })
			.from(vehicles)
			.where(eq(vehicles.id, vehicleId));
		const changed = await db
			.update(vehicleAccounts)
			.set(ONE_MORE)
			.where(inArray(vehicleAccounts.id, account))
			.returning({ id: vehicleAccounts.id });
		return changed.length > 0;
	});
}

/**
 * A brand moved to a new platform: all its owners have to sign in anew.
 *
 * @param make brand key
 * @returns how many accounts of it there are.
 */
export async function moveBrand(context: Context, make: string): Promise<number> {
	return context.write(async ({ db }) => {
		const moved = await db
			.update(vehicleAccounts)
			.set(ONE_MORE)
			.where(eq(vehicleAccounts.make, make))
			.returning({ id: vehicleAccounts.id });
		return moved.length;
	});
}

/** Notes that the owner of an account signed in for an application; part of a transaction. */
export async function takePassword(transaction: Transaction, holder: Holder): Promise<void> {
	const { db } = transaction;
	const current = sql`(
		select ${vehicleAccounts.passwordChanges} from ${vehicleAccounts}
		where ${vehicleAccounts.id} = ${holder.accountId}
	)`;
	await db.update(connections).set({ passwordChanges: current }).where(heldBy(holder));
	await lookAgain(transaction, heldBy(holder));
}
