import type { HeldVehicle } from '#lib/connect/account-vehicles.ts';
import { approvedBefore, asLastShown, externalIdToStore } from '#lib/connect/journey/approval.ts';
import type { ConnectSession } from '#lib/connect/journey/session.ts';
import { decideSignIn, type AccountKey } from '#lib/connect/journey/sign-in.ts';
import type { Screen } from '#lib/connect/session-data.ts';
import type { AccountVehicle } from '#lib/connect/test-logins.ts';
import type { Context, Transaction } from '../../context.ts';
import { digestOf, randomSecret } from '../../digest.ts';
import { findAccountId, heldVehicles, rememberAccount, vehiclesOf } from '../vehicle-accounts.ts';
import { findApproved, noteSignIn, storeExternalId } from '../connect-vehicles.ts';
import { partVehicles } from '../kept-out.ts';
import { takeStep } from '../sessions.ts';
import { endGranted, endSignedInAgain, endWithError } from './end.ts';
import { takeOneStep, type Next, type Traveller } from './step.ts';

/**
 * Signs in to a vehicle account. Leads to the consent screen, unless this very access was approved
 * before, the account has a fault, or the application wants none of its vehicles.
 */
export function logIn(context: Context, traveller: Traveller, username: string): Promise<Next> {
	return takeOneStep(context, traveller, 'login', async (transaction, session) => {
		const held = await heldByLogin(transaction, session, username);
		const step = decideSignIn(session, username, held);
		switch (step.kind) {
			case 'brand':
				return { kind: 'screen', screen: 'brand' };
			case 'again':
				return logInAgain(transaction, session, traveller, step);
			case 'end':
				return endWithError(transaction, session, traveller, { error: step.error });
			case 'unsupported': {
				const accountId = await rememberAccount(transaction, step.key, step.vehicles);
				const secret = await noteAccount(transaction, session, 'unsupported', accountId);
				return { kind: 'signed-in', screen: 'unsupported', secret };
			}
			case 'grant':
				return chooseAccess(transaction, session, traveller, step);
		}
	});
}

async function heldByLogin(
	transaction: Transaction,
	{ make }: ConnectSession,
	username: string
): Promise<readonly HeldVehicle[]> {
	const accountId = make === null ? null : await findAccountId(transaction, { make, username });
	return accountId === null ? [] : heldVehicles(transaction, accountId);
}

/** Notes who signed in. @returns the secret by which their browser is known from here on */
async function noteAccount(
	transaction: Transaction,
	session: ConnectSession,
	screen: Screen,
	accountId: string
): Promise<string> {
	const secret = randomSecret();
	await takeStep(transaction, session, screen, { accountId, signInDigest: digestOf(secret) });
	return secret;
}

async function chooseAccess(
	transaction: Transaction,
	session: ConnectSession,
	traveller: Traveller,
	{ key, vehicles }: { readonly key: AccountKey; readonly vehicles: readonly AccountVehicle[] }
): Promise<Next> {
	const accountId = await rememberAccount(transaction, key, vehicles);
	const vins = vehicles.map(({ vin }) => vin);
	const found = await vehiclesOf(transaction, accountId, vins);
	const { letIn } = await partVehicles(transaction, session.clientId, found);
	if (letIn.length === 0) {
		const secret = await noteAccount(transaction, session, 'unsupported', accountId);
		return { kind: 'signed-in', screen: 'unsupported', secret };
	}
	const offered = letIn.map(({ id }) => id);
	const approved = await findApproved(transaction, session, accountId, offered);
	const earlier = approvedBefore(
		session.request,
		offered,
		approved.map(({ vehicleId }) => vehicleId)
	);
	const secret = await noteAccount(transaction, session, earlier ? 'login' : 'grant', accountId);
	if (!earlier) return { kind: 'signed-in', screen: 'grant', secret };
	const shown = approved.map(({ asked }) => asked);
	const request = { ...session.request, asked: asLastShown(session.request.asked, shown) };
	const next = await endGranted(
		transaction,
		{ ...session, accountId, request },
		traveller,
		earlier
	);
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
	{ key, vehicleId }: { readonly key: AccountKey; readonly vehicleId: string | null }
): Promise<Next> {
	const { clientId, request } = session;
	const { mode } = request;
	const accountId = await findAccountId(transaction, key);
	const holds =
		accountId !== null &&
		vehicleId !== null &&
		(await noteSignIn(transaction, { clientId, accountId, mode, vehicleId }));
	if (!holds) return { kind: 'refused', fault: 'other-account' };
	const secret = await noteAccount(transaction, session, 'login', accountId);
	await storeExternalId(transaction, { clientId, accountId, mode }, externalIdToStore(request));
	return withSecret(await endSignedInAgain(transaction, session, traveller), secret);
}
