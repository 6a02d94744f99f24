import type { ConsentOffer } from '#lib/connect/consent.ts';
import type { ConnectSession } from '#lib/connect/journey/session.ts';
import { foundVins } from '#lib/connect/journey/sign-in.ts';
import type { SignIn } from '#lib/connect/test-logins.ts';
import type { Context, Transaction } from '../../context.ts';
import { findAccount, heldVehicles, vehiclesOf, type StoredVehicle } from '../vehicle-accounts.ts';

export interface SessionOffer extends ConsentOffer {
	readonly vehicles: readonly StoredVehicle[];
}

/** What the consent screen offers. Without vehicles before the owner signed in. */
export async function findOffer(context: Context, session: ConnectSession): Promise<SessionOffer> {
	return context.read((transaction) => offerOf(transaction, session));
}

export async function offerOf(
	transaction: Transaction,
	session: ConnectSession
): Promise<SessionOffer> {
	const { asked, singleSelect } = session.request;
	const vehicles = await accountVehicles(transaction, session, 'vehicles');
	return { asked, singleSelect, vehicles };
}

/** The vehicle that cannot be connected; null when only its brand is known. */
export async function findUnsupportedVehicle(
	context: Context,
	session: ConnectSession
): Promise<StoredVehicle | null> {
	return context.read((transaction) => unsupportedVehicle(transaction, session));
}

export async function unsupportedVehicle(
	transaction: Transaction,
	session: ConnectSession
): Promise<StoredVehicle | null> {
	const [vehicle] = await accountVehicles(transaction, session, 'error');
	return vehicle ?? null;
}

/** The vehicles that this session's sign-in found. */
async function accountVehicles(
	transaction: Transaction,
	session: ConnectSession,
	/** Those that can be connected, or the one that cannot. */
	kind: SignIn['kind']
): Promise<readonly StoredVehicle[]> {
	const { accountId } = session;
	const account = accountId === null ? null : await findAccount(transaction, accountId);
	if (accountId === null || account === null) return [];
	const held = await heldVehicles(transaction, accountId);
	return vehiclesOf(transaction, accountId, foundVins(session, account, kind, held));
}
