import type { PermissionName } from '#lib/access/permission.ts';
import type { Transaction } from '../../context.ts';
import { readSandboxSettings } from '../../sandbox-settings.ts';
import { approve } from '../approve.ts';
import type { ErrorAnswer } from '#lib/connect/connect-errors.ts';
import { redirectBack, redirectWithError, type Destination } from '#lib/connect/redirect-back.ts';
import { endSession, takeStep, type ConnectSession } from '../sessions.ts';
import type { Next, Traveller } from './step.ts';

/** Where Tesla owners add the key that commands need; told to the application for that brand. */
const TESLA_VIRTUAL_KEY = 'https://www.tesla.com/_ak/smartcar.com';

/** Ends a session with an error; part of a transaction. */
export async function endWithError(
	transaction: Transaction,
	session: ConnectSession,
	traveller: Traveller,
	answer: ErrorAnswer
): Promise<Next> {
	if (!(await endSession(transaction, session.id, { outcome: answer.error }))) {
		return { kind: 'lost' };
	}
	return leaveBy(transaction, session, traveller, (destination) =>
		redirectWithError(destination, answer)
	);
}

/** Ends a session with the owner's consent; part of a transaction. */
export async function endGranted(
	transaction: Transaction,
	session: ConnectSession & { readonly ownerId: string },
	traveller: Traveller,
	approval: {
		readonly granted: readonly PermissionName[];
		readonly vehicleIds: readonly string[];
	}
): Promise<Next> {
	const { protocol } = await readSandboxSettings(transaction, session.clientId);
	const approved = await approve(transaction, session, approval, protocol);
	return approved
		? goBackGranted(transaction, session, traveller, approved.code)
		: { kind: 'lost' };
}

/** The redirect of a session that was granted; part of a transaction. */
export function goBackGranted(
	transaction: Transaction,
	session: ConnectSession,
	traveller: Traveller,
	code: string | null
): Promise<Next> {
	return leaveBy(transaction, session, traveller, (destination) =>
		redirectBack(
			destination,
			{ code },
			{
				user_id: session.ownerId,
				external_id: returnedExternalId(session),
				virtual_key_url: session.make === 'TESLA' ? TESLA_VIRTUAL_KEY : null
			}
		)
	);
}

/** Ends a session in which the owner signed in again: no code, and all tokens go on working. */
export async function endSignedInAgain(
	transaction: Transaction,
	session: ConnectSession,
	traveller: Traveller
): Promise<Next> {
	if (!(await endSession(transaction, session.id, { outcome: 'signed_in_again' }))) {
		return { kind: 'lost' };
	}
	return leaveBy(transaction, session, traveller, (destination) =>
		redirectBack(
			destination,
			{ vehicle_id: session.request.vehicleId },
			{ external_id: returnedExternalId(session) }
		)
	);
}

function returnedExternalId({ request: { externalId } }: ConnectSession): string | null {
	return externalId === 'null' ? null : externalId;
}

/** Without a redirect URI the session ends on a page of our own. */
async function leaveBy(
	transaction: Transaction,
	session: ConnectSession,
	{ issuer }: Traveller,
	locate: (destination: Destination) => string
): Promise<Next> {
	const { redirectUri, state } = session.request;
	if (redirectUri === null) {
		await takeStep(transaction, session, 'finish');
		return { kind: 'screen', screen: 'finish' };
	}
	const { protocol } = await readSandboxSettings(transaction, session.clientId);
	return { kind: 'redirect', location: locate({ redirectUri, state, protocol, issuer }) };
}
