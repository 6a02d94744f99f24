import { read } from '../../db/connection.ts';
import type { Db } from '../../db/open.ts';
import { findAccount, vehiclesOf, type StoredVehicle } from '../accounts.ts';
import type { ConsentOffer } from '../consent.ts';
import type { ConnectSession } from '../sessions.ts';
import { signIn, type SignIn } from '../test-logins.ts';

export interface SessionOffer extends ConsentOffer {
	readonly vehicles: readonly StoredVehicle[];
}

/** What the consent screen offers. Without vehicles before the owner signed in. */
export async function findOffer(session: ConnectSession): Promise<SessionOffer> {
	return read((db) => offerOf(db, session));
}

export function offerOf(db: Db, session: ConnectSession): SessionOffer {
	const { asked, singleSelect } = session.request;
	return { asked, singleSelect, vehicles: accountVehicles(db, session, 'vehicles') };
}

/** The vehicle that cannot be connected; null when only its brand is known. */
export async function findUnsupportedVehicle(
	session: ConnectSession
): Promise<StoredVehicle | null> {
	return read((db) => unsupportedVehicle(db, session));
}

export function unsupportedVehicle(db: Db, session: ConnectSession): StoredVehicle | null {
	return accountVehicles(db, session, 'error')[0] ?? null;
}

/** The vehicles that this session's sign-in found; the account may have more by now. */
function accountVehicles(
	db: Db,
	{ ownerId, request }: ConnectSession,
	/** Those that can be connected, or the one that cannot. */
	kind: SignIn['kind']
): readonly StoredVehicle[] {
	if (ownerId === null) return [];
	const account = findAccount(ownerId);
	if (!account) return [];
	const { make, username } = account;
	const result = signIn(username, { make, singleSelectVin: request.singleSelectVin });
	if (result.kind !== kind) return [];
	const found = result.kind === 'vehicles' ? result.vehicles : [result.vehicle];
	const vins = found.flatMap((vehicle) => (vehicle ? [vehicle.vin] : []));
	return vehiclesOf(db, ownerId, vins);
}
