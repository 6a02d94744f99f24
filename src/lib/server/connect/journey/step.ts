import { write } from '../../db/connection.ts';
import type { Db } from '../../db/open.ts';
import type { ConsentFault } from '../consent.ts';
import type { Screen } from '../session-data.ts';
import { readSession, type ConnectSession } from '../sessions.ts';

/** What a step leads to. */
export type Next =
	| { readonly kind: 'screen'; readonly screen: Screen }
	/** Back to the application. */
	| { readonly kind: 'redirect'; readonly location: string }
	| { readonly kind: 'refused'; readonly fault: ConsentFault | 'other-account' }
	/** The session cannot go on in this browser. */
	| { readonly kind: 'lost' };

/** Who takes a step. */
export interface Traveller {
	/** Of the session. */
	readonly id: string;
	/** Value of the cookie that names the browser. */
	readonly browser: string | undefined;
	/** Our own origin. */
	readonly issuer: string;
}

/** Takes one step of a session that goes on, in one transaction. */
export async function takeOneStep(
	{ id, browser }: Traveller,
	take: (db: Db, session: ConnectSession) => Next
): Promise<Next> {
	return write((db) => {
		const found = readSession(db, id, browser);
		return found.kind === 'open' ? take(db, found.session) : { kind: 'lost' };
	});
}
