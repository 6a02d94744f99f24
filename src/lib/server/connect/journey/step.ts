import type { Context, Transaction } from '../../context.ts';
import type { ConsentFault } from '#lib/connect/consent.ts';
import type { Screen } from '#lib/connect/session-data.ts';
import { readSession, type ConnectSession, type SessionKeys } from '../sessions.ts';

/** What a step leads to. */
export type Next =
	| { readonly kind: 'screen'; readonly screen: Screen }
	/** A screen for whoever signed in, whose browser is given a secret to show there. */
	| { readonly kind: 'signed-in'; readonly screen: Screen; readonly secret: string }
	/** Back to the application. */
	| { readonly kind: 'redirect'; readonly location: string }
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
		if (from !== null && !hasReached(session, from)) return whereItStands(session);
		return take(transaction, session);
	});
}

/** A screen opens only after those that lead to it. */
export function hasReached({ steps }: ConnectSession, screen: Screen): boolean {
	return steps.some((taken) => taken.screen === screen);
}

/** Back to the screen that was reached last. */
export function whereItStands({ steps }: ConnectSession): Next {
	return { kind: 'screen', screen: steps.at(-1)?.screen ?? 'preamble' };
}
