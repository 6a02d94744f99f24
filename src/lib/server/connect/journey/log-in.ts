import { and, eq } from 'drizzle-orm';
import { clock } from '../../clock.ts';
import type { Db } from '../../db/open.ts';
import { connections } from '../../db/connect-schema.ts';
import { findOwner, rememberAccount, vehiclesOf, type AccountKey } from '../accounts.ts';
import { approvedBefore, storeExternalId } from '../approve.ts';
import { connectError } from '../connect-errors.ts';
import { digestOf, randomSecret } from '../digest.ts';
import type { Screen } from '../session-data.ts';
import { takeStep, type ConnectSession } from '../sessions.ts';
import { signIn, type AccountVehicle } from '../test-logins.ts';
import { endGranted, endSignedInAgain, endWithError } from './end.ts';
import { takeOneStep, type Next, type Traveller } from './step.ts';

/**
 * Signs in to a vehicle account. Leads to the consent screen, unless this very access was approved
 * before or the account has a fault.
 */
export function logIn(traveller: Traveller, username: string): Promise<Next> {
	return takeOneStep(traveller, 'login', (db, session) => {
		const { make, request } = session;
		if (make === null) return { kind: 'screen', screen: 'brand' };
		const key = { mode: request.mode, make, username };
		if (request.responseType === 'vehicle_id') return logInAgain(db, session, traveller, key);
		const result = signIn(username, { make, singleSelectVin: request.singleSelectVin });
		if (result.kind === 'vehicles') {
			return chooseAccess(db, session, traveller, key, result.vehicles);
		}
		if (result.error !== 'vehicle_incompatible') {
			return endWithError(db, session, traveller, connectError(result.error));
		}
		const ownerId = rememberAccount(db, key, result.vehicle ? [result.vehicle] : []);
		const secret = noteOwner(db, session, 'unsupported', ownerId);
		return { kind: 'signed-in', screen: 'unsupported', secret };
	});
}

/** Notes who signed in. @returns the secret by which their browser is known from here on */
function noteOwner(db: Db, session: ConnectSession, screen: Screen, ownerId: string): string {
	const secret = randomSecret();
	takeStep(db, session, screen, { ownerId, signInDigest: digestOf(secret) });
	return secret;
}

function chooseAccess(
	db: Db,
	session: ConnectSession,
	traveller: Traveller,
	key: AccountKey,
	found: readonly AccountVehicle[]
): Next {
	const ownerId = rememberAccount(db, key, found);
	const vins = found.map(({ vin }) => vin);
	const earlier = approvedBefore(db, session, ownerId, vehiclesOf(db, ownerId, vins));
	const secret = noteOwner(db, session, earlier ? 'login' : 'grant', ownerId);
	return earlier
		? withSecret(endGranted(db, { ...session, ownerId }, traveller, earlier), secret)
		: { kind: 'signed-in', screen: 'grant', secret };
}

/** Our own last page comes after the sign-in too; an application asks for no secret of ours. */
function withSecret(next: Next, secret: string): Next {
	return next.kind === 'screen' ? { ...next, kind: 'signed-in', secret } : next;
}

/** Only the account that holds the vehicle may sign in for it. */
function logInAgain(db: Db, session: ConnectSession, traveller: Traveller, key: AccountKey): Next {
	const { clientId, request } = session;
	const ownerId = findOwner(db, key);
	if (ownerId === null || request.vehicleId === null) {
		return { kind: 'refused', fault: 'other-account' };
	}
	const { changes } = db
		.update(connections)
		.set({ updatedAt: clock.now() })
		.where(
			and(
				eq(connections.clientId, clientId),
				eq(connections.vehicleId, request.vehicleId),
				eq(connections.ownerId, ownerId)
			)
		)
		.run();
	if (changes === 0) return { kind: 'refused', fault: 'other-account' };
	const secret = noteOwner(db, session, 'login', ownerId);
	storeExternalId(db, clientId, ownerId, request.externalId);
	return withSecret(endSignedInAgain(db, session, traveller), secret);
}
