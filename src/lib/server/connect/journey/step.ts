import type { ConsentFault } from '#lib/connect/consent.ts';
import type { WayBack } from '#lib/connect/journey/end.ts';
import { hasReached, lastScreen, type ConnectSession } from '#lib/connect/journey/session.ts';
import type { Screen } from '#lib/connect/session-data.ts';
import type { Context, Transaction } from '../../context.ts';
import { readSession, takeStep, type SessionKeys, type StepChanges } from '../sessions.ts';

/** What a step leads to. */
export type Next =
	| { readonly kind: 'screen'; readonly screen: Screen }
	/** A screen for whoever signed in, whose browser is given a secret to show there. */
	| { readonly kind: 'signed-in'; readonly screen: Screen; readonly secret: string }
	/** Back to the application. */
	| WayBack
	| { readonly kind: 'refused'; readonly fault: ConsentFault | 'other-account' }
	/** The session cannot go on in this browser. */
	| { readonly kind: 'lost' };

/** Who takes a step. */
export interface Traveller extends SessionKeys {
	/** Our own origin. */
	readonly issuer: string;
}

/**
 * Takes one step of a session that goes on, in one transaction.
 *
 * @param from the screen whose form it is; null for one that stands on several
 */
export async function takeOneStep(
	context: Context,
	traveller: Traveller,
	from: Screen | null,
	take: (transaction: Transaction, session: ConnectSession) => Promise<Next>
): Promise<Next> {
	return context.write(async (transaction) => {
		const found = await readSession(transaction, traveller, { toSignIn: from === 'login' });
		if (found.kind !== 'open') return { kind: 'lost' };
		const { session } = found;
		if (from !== null && !hasReached(session, from)) {
			return { kind: 'screen', screen: lastScreen(session) };
		}
		return take(transaction, session);
	});
}

/** Goes on to a screen, with what this step decided; part of a transaction. */
export async function goTo(
	transaction: Transaction,
	session: ConnectSession,
	screen: Screen,
	changes: StepChanges = {}
): Promise<Next> {
	await takeStep(transaction, session, screen, changes);
	return { kind: 'screen', screen };
}
