import type { AccountKey } from '#lib/connect/journey/sign-in.ts';
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { accountOwners, owners } from '../db/owner-schema.ts';
import { vehicleAccounts, vehicles } from '../db/vehicle-schema.ts';
import { openAccount } from '../connect/open-account.ts';
import { refuse, type Refused } from '../outcome.ts';
import { ownerIdOf } from './actor.ts';
import { keptForOwner } from './reach/kept-for-owner.ts';

/** A vehicle account that an owner has linked. */
export interface LinkedAccount {
	readonly id: string;
	/** Brand key. */
	readonly make: string;
	readonly username: string;
	/** How many vehicles it has. */
	readonly vehicles: number;
	/** By the rehearsal. */
	readonly linkedAt: number;
}

/** Accounts that one owner may link; far more than a family has. */
export const MAX_ACCOUNTS = 50;

type LinkRefusal =
	| { readonly code: 'brand-unknown' }
	/** The brand answers so for a test login that stands for a fault. */
	| { readonly code: 'brand-refuses' }
	| { readonly code: 'too-many'; readonly data: { readonly most: number } }
	/** They deleted their data meanwhile. */
	| { readonly code: 'owner-gone' };

/**
 * Links an account of a brand with the owner, who signed in to it; to link it once more changes nothing.
 * Whoever else has linked it keeps it.
 */
export async function linkAccount(
	context: Context,
	key: AccountKey
): Promise<{ readonly ok: true; readonly accountId: string } | Refused<LinkRefusal>> {
	const ownerId = ownerIdOf(context);
	return context.write(async (transaction) => {
		const { db, now } = transaction;
		if ((await db.$count(owners, eq(owners.id, ownerId))) === 0) {
			return refuse({ code: 'owner-gone' });
		}
		const linked = await db.$count(accountOwners, eq(accountOwners.ownerId, ownerId));
		const opened = await openAccount(transaction, key);
		if (!opened.ok) return refuse(opened);
		const { accountId } = opened;
		if (linked >= MAX_ACCOUNTS && !(await isLinked(transaction, ownerId, accountId))) {
			return refuse({ code: 'too-many', data: { most: MAX_ACCOUNTS } });
		}
		await db
			.insert(accountOwners)
			.values({ ownerId, accountId, linkedAt: now })
			.onConflictDoNothing();
		return { ok: true, accountId };
	});
}

async function isLinked({ db }: Transaction, ownerId: string, accountId: string): Promise<boolean> {
	return (await db.$count(accountOwners, ofOwner(ownerId, accountId))) > 0;
}

const ofOwner = (ownerId: string, accountId: string) =>
	and(eq(accountOwners.ownerId, ownerId), eq(accountOwners.accountId, accountId));

/** The accounts of an owner, in the order in which they were linked. */
export function listAccounts(context: Context): Promise<readonly LinkedAccount[]> {
	return readAccounts(context, null);
}

const readAccounts = keptForOwner(async ({ db }, ownerId): Promise<readonly LinkedAccount[]> =>
	db
		.select({
			id: vehicleAccounts.id,
			make: vehicleAccounts.make,
			username: vehicleAccounts.username,
			vehicles: count(vehicles.id),
			linkedAt: accountOwners.linkedAt
		})
		.from(accountOwners)
		.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, accountOwners.accountId))
		.leftJoin(vehicles, and(eq(vehicles.accountId, vehicleAccounts.id), isNull(vehicles.deletedAt)))
		.where(eq(accountOwners.ownerId, ownerId))
		.groupBy(
			vehicleAccounts.id,
			vehicleAccounts.make,
			vehicleAccounts.username,
			accountOwners.linkedAt
		)
		.orderBy(asc(accountOwners.linkedAt), asc(vehicleAccounts.id))
);

/**
 * Takes an account out of an owner's portal. Nothing that apps may do changes with it.
 *
 * @returns false where it is not theirs
 */
export async function unlinkAccount(context: Context, accountId: string): Promise<boolean> {
	const which = ofOwner(ownerIdOf(context), accountId);
	return context.write(async ({ db }) => {
		const unlinked = await db
			.delete(accountOwners)
			.where(which)
			.returning({ accountId: accountOwners.accountId });
		return unlinked.length > 0;
	});
}
