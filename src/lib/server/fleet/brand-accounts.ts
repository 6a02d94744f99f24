import { and, asc, eq, exists, inArray, type SQL } from 'drizzle-orm';
import { changePassword, moveBrand } from '../connect/brand-passwords.ts';
import type { Context, Transaction } from '../context.ts';
import { vehicleAccounts, vehicles } from '../db/vehicle-schema.ts';
import { webhookSubscriptions } from '../db/webhook-schema.ts';
import { tellReceivers } from '../webhooks/watch.ts';
import { findLife } from './vehicles.ts';

/**
 * Changes the password of a vehicle's account at its brand; who is told of vehicles of the account is
 * told that.
 *
 * @returns false where there is no such vehicle.
 */
export async function changeBrandPassword(context: Context, vehicleId: string): Promise<boolean> {
	return context.write(async (transaction) => {
		const { db } = transaction;
		const account = db
			.select({ id: vehicles.accountId })
			.from(vehicles)
			.where(eq(vehicles.id, vehicleId));
		const ofAccount = inArray(vehicles.accountId, account);
		return told(transaction, ofAccount, () => changePassword(transaction, vehicleId));
	});
}

/**
 * Has all owners of a brand sign in anew; who is told of their vehicles is told that.
 *
 * @param make brand key
 * @returns how many accounts of it there are.
 */
export async function moveWholeBrand(context: Context, make: string): Promise<number> {
	return context.write(async (transaction) => {
		const { db } = transaction;
		const accounts = db
			.select({ id: vehicleAccounts.id })
			.from(vehicleAccounts)
			.where(eq(vehicleAccounts.make, make));
		const ofBrand = inArray(vehicles.accountId, accounts);
		return told(transaction, ofBrand, () => moveBrand(transaction, make));
	});
}

/** Tells what was to be told before a change, and what is after it. */
async function told<T>(transaction: Transaction, which: SQL, change: () => Promise<T>): Promise<T> {
	const ids = await subscribedOf(transaction, which);
	await tell(transaction, ids);
	const changed = await change();
	await tell(transaction, ids);
	return changed;
}

async function subscribedOf({ db }: Transaction, which: SQL): Promise<readonly string[]> {
	const subscribed = db
		.select({ id: webhookSubscriptions.id })
		.from(webhookSubscriptions)
		.where(eq(webhookSubscriptions.vehicleId, vehicles.id));
	const rows = await db
		.select({ id: vehicles.id })
		.from(vehicles)
		.where(and(which, exists(subscribed)))
		.orderBy(asc(vehicles.id));
	return rows.map(({ id }) => id);
}

async function tell(transaction: Transaction, ids: readonly string[]): Promise<void> {
	for (const id of ids) {
		const life = await findLife(transaction, id);
		if (life) await tellReceivers(transaction, { id, life });
	}
}
