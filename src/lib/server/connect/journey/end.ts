import type { ErrorAnswer } from '#lib/connect/connect-errors.ts';
import type { Approval } from '#lib/connect/journey/approval.ts';
import { wayAfter, type SessionEnd } from '#lib/connect/journey/end.ts';
import type { ConnectSession } from '#lib/connect/journey/session.ts';
import { readSandboxSettings } from '../../applications/sandbox-settings.ts';
import type { Transaction } from '../../context.ts';
import { approve } from '../approve.ts';
import { userIdOf } from '../told-ids.ts';
import { endSession } from '../sessions.ts';
import { goTo, type Next, type Traveller } from './step.ts';

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
	return leaveBy(transaction, session, traveller, { kind: 'error', answer });
}

/** Ends a session with the owner's consent; part of a transaction. */
export async function endGranted(
	transaction: Transaction,
	session: ConnectSession & { readonly accountId: string },
	traveller: Traveller,
	approval: Approval
): Promise<Next> {
	const { protocol } = await readSandboxSettings(transaction, session.clientId);
	const approved = await approve(transaction, session, approval, protocol);
	if (!approved) return { kind: 'lost' };
	return leaveGranted(transaction, session, traveller, approved.code);
}

/** Leads back with what a consent gave; part of a transaction. */
export async function leaveGranted(
	transaction: Transaction,
	session: ConnectSession,
	traveller: Traveller,
	code: string | null
): Promise<Next> {
	const { accountId, request } = session;
	const userId = accountId && (await userIdOf(transaction, { accountId, mode: request.mode }));
	return leaveBy(transaction, session, traveller, { kind: 'granted', code, userId });
}

/** Ends a session in which the owner signed in again; part of a transaction. */
export async function endSignedInAgain(
	transaction: Transaction,
	session: ConnectSession,
	traveller: Traveller
): Promise<Next> {
	if (!(await endSession(transaction, session.id, { outcome: 'signed_in_again' }))) {
		return { kind: 'lost' };
	}
	return leaveBy(transaction, session, traveller, { kind: 'signed_in_again' });
}

/** Where a session leads that ended; without a redirect URI, to a page of our own. */
async function leaveBy(
	transaction: Transaction,
	session: ConnectSession,
	{ issuer }: Traveller,
	end: SessionEnd
): Promise<Next> {
	const { protocol } = await readSandboxSettings(transaction, session.clientId);
	const way = wayAfter(session, { protocol, issuer }, end);
	return way ?? goTo(transaction, session, 'finish');
}
