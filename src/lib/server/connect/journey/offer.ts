import type { ConsentOffer } from '#lib/connect/consent.ts';
import type { ConnectSession } from '#lib/connect/journey/session.ts';
import { foundVins } from '#lib/connect/journey/sign-in.ts';
import type { SignIn } from '#lib/connect/test-logins.ts';
import type { Context, Transaction } from '../../context.ts';
import { partVehicles, type KeptOutVehicle } from '../kept-out.ts';
import { findAccount, heldVehicles, withVins, type StoredVehicle } from '../vehicle-accounts.ts';

export interface SessionOffer extends ConsentOffer {
	readonly vehicles: readonly StoredVehicle[];
	/** Vehicles of the account that the application does not want. */
	readonly keptOut: readonly KeptOutVehicle<StoredVehicle>[];
}

/** The vehicles for want of which a session ends. */
export interface Unsupported {
	/** Whose facts may be told: where there are several, of none. */
	readonly vehicle: StoredVehicle | null;
	readonly keptOut: SessionOffer['keptOut'];
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
	const found = await accountVehicles(transaction, session, 'vehicles');
	const { letIn, keptOut } = await partVehicles(transaction, session.clientId, found);
	return { asked, singleSelect, vehicles: letIn, keptOut };
}

/** What cannot be connected; without a vehicle when only its brand is known. */
export async function findUnsupported(
	context: Context,
	session: ConnectSession
): Promise<Unsupported> {
	return context.read((transaction) => unsupportedOf(transaction, session));
}

export async function unsupportedOf(
	transaction: Transaction,
	session: ConnectSession
): Promise<Unsupported> {
	const [vehicle] = await accountVehicles(transaction, session, 'error');
	if (vehicle) return { vehicle, keptOut: [] };
	const { keptOut } = await offerOf(transaction, session);
	const [only] = keptOut;
	return { vehicle: keptOut.length === 1 ? (only?.vehicle ?? null) : null, keptOut };
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
	return withVins(held, foundVins(session, account, kind, held));
}
