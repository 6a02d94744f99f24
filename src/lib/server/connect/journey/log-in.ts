import { and, eq } from 'drizzle-orm';
import type { Context, Transaction } from '../../context.ts';
import { connections } from '../../db/connect-schema.ts';
import { findOwner, rememberAccount, vehiclesOf, type AccountKey } from '../accounts.ts';
import { approvedBefore, storeExternalId } from '../approve.ts';
import { connectError } from '#lib/connect/connect-errors.ts';
import type { Screen } from '#lib/connect/session-data.ts';
import { digestOf, randomSecret } from '../digest.ts';
import { takeStep, type ConnectSession } from '../sessions.ts';
import { signIn, type AccountVehicle } from '#lib/connect/test-logins.ts';
import { endGranted, endSignedInAgain, endWithError } from './end.ts';
import { takeOneStep, type Next, type Traveller } from './step.ts';

/**
 * Signs in to a vehicle account. Leads to the consent screen, unless this very access was approved
 * before or the account has a fault.
 */
export function logIn(context: Context, traveller: Traveller, username: string): Promise<Next> {
	return takeOneStep(context, traveller, 'login', async (transaction, session) => {
		const { make, request } = session;
		if (make === null) return { kind: 'screen', screen: 'brand' };
		const key = { mode: request.mode, make, username };
		if (request.responseType === 'vehicle_id') {
			return logInAgain(transaction, session, traveller, key);
		}
		const result = signIn(username, { make, singleSelectVin: request.singleSelectVin });
		if (result.kind === 'vehicles') {
			return chooseAccess(transaction, session, traveller, key, result.vehicles);
		}
		if (result.error !== 'vehicle_incompatible') {
			return endWithError(transaction, session, traveller, connectError(result.error));
		}
		const found = result.vehicle ? [result.vehicle] : [];
		const ownerId = await rememberAccount(transaction, key, found);
		const secret = await noteOwner(transaction, session, 'unsupported', ownerId);
		return { kind: 'signed-in', screen: 'unsupported', secret };
	});
}

/** Notes who signed in. @returns the secret by which their browser is known from here on */
async function noteOwner(
	transaction: Transaction,
	session: ConnectSession,
	screen: Screen,
	ownerId: string
): Promise<string> {
	const secret = randomSecret();
	await takeStep(transaction, session, screen, { ownerId, signInDigest: digestOf(secret) });
	return secret;
}

async function chooseAccess(
	transaction: Transaction,
	session: ConnectSession,
	traveller: Traveller,
	key: AccountKey,
	found: readonly AccountVehicle[]
): Promise<Next> {
	const ownerId = await rememberAccount(transaction, key, found);
	const vins = found.map(({ vin }) => vin);
	const offered = await vehiclesOf(transaction, ownerId, vins);
	const earlier = await approvedBefore(transaction, session, ownerId, offered);
	const secret = await noteOwner(transaction, session, earlier ? 'login' : 'grant', ownerId);
	if (!earlier) return { kind: 'signed-in', screen: 'grant', secret };
	const next = await endGranted(transaction, { ...session, ownerId }, traveller, earlier);
	return withSecret(next, secret);
}

/** Our own last page comes after the sign-in too; an application asks for no secret of ours. */
function withSecret(next: Next, secret: string): Next {
	return next.kind === 'screen' ? { ...next, kind: 'signed-in', secret } : next;
}

/** Only the account that holds the vehicle may sign in for it. */
async function logInAgain(
	transaction: Transaction,
	session: ConnectSession,
	traveller: Traveller,
	key: AccountKey
): Promise<Next> {
	const { clientId, request } = session;
	const ownerId = await findOwner(transaction, key);
	if (ownerId === null || request.vehicleId === null) {
		return { kind: 'refused', fault: 'other-account' };
	}
	const signedIn = await transaction.db
		.update(connections)
		.set({ updatedAt: transaction.now })
		.where(
			and(
				eq(connections.clientId, clientId),
				eq(connections.vehicleId, request.vehicleId),
				eq(connections.ownerId, ownerId)
			)
		)
		.returning({ id: connections.id });
	if (signedIn.length === 0) return { kind: 'refused', fault: 'other-account' };
	const secret = await noteOwner(transaction, session, 'login', ownerId);
	await storeExternalId(transaction, clientId, ownerId, request.externalId);
	return withSecret(await endSignedInAgain(transaction, session, traveller), secret);
}
