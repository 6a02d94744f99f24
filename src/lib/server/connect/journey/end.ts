import type { PermissionName } from '#lib/access/permission.ts';
import type { Db } from '../../db/open.ts';
import { readSettingsRow } from '../../sandbox-settings.ts';
import { approve } from '../approve.ts';
import type { ErrorAnswer } from '../connect-errors.ts';
import { redirectBack, redirectWithError, type Destination } from '../redirect-back.ts';
import { endSession, takeStep, type ConnectSession } from '../sessions.ts';
import type { Next, Traveller } from './step.ts';

/** Where Tesla owners add the key that commands need; told to the application for that brand. */
const TESLA_VIRTUAL_KEY = 'https://www.tesla.com/_ak/smartcar.com';

/** Ends a session with an error; part of a transaction. */
export function endWithError(
	db: Db,
	session: ConnectSession,
	traveller: Traveller,
	answer: ErrorAnswer
): Next {
	endSession(db, session.id, { outcome: answer.error });
	return leaveBy(db, session, traveller, (destination) => redirectWithError(destination, answer));
}

/** Ends a session with the owner's consent; part of a transaction. */
export function endGranted(
	db: Db,
	session: ConnectSession & { readonly ownerId: string },
	traveller: Traveller,
	approval: {
		readonly granted: readonly PermissionName[];
		readonly vehicleIds: readonly string[];
	}
): Next {
	const { protocol } = readSettingsRow(db, session.clientId);
	const code = approve(db, session, approval, protocol);
	return goBackGranted(db, session, traveller, code);
}

/** The redirect of a session that was granted; part of a transaction. */
export function goBackGranted(
	db: Db,
	session: ConnectSession,
	traveller: Traveller,
	code: string | null
): Next {
	return leaveBy(db, session, traveller, (destination) =>
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
export function endSignedInAgain(db: Db, session: ConnectSession, traveller: Traveller): Next {
	endSession(db, session.id, { outcome: 'signed_in_again' });
	return leaveBy(db, session, traveller, (destination) =>
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
function leaveBy(
	db: Db,
	session: ConnectSession,
	{ issuer }: Traveller,
	locate: (destination: Destination) => string
): Next {
	const { redirectUri, state } = session.request;
	if (redirectUri === null) {
		takeStep(db, session, 'finish');
		return { kind: 'screen', screen: 'finish' };
	}
	const { protocol } = readSettingsRow(db, session.clientId);
	return { kind: 'redirect', location: locate({ redirectUri, state, protocol, issuer }) };
}
