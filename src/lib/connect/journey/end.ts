import { configurationError, connectError, type ErrorAnswer } from '../connect-errors.ts';
import { redirectBack, redirectWithError, type Destination } from '../redirect-back.ts';
import type { Screen } from '../session-data.ts';
import type { AccountVehicle } from '../test-logins.ts';
import { externalIdToStore } from './approval.ts';
import { hasReached, type ConnectSession } from './session.ts';

/** How a session ends. */
export type SessionEnd =
	| { readonly kind: 'error'; readonly answer: ErrorAnswer }
	| {
			readonly kind: 'granted';
			/** Null where no code was asked for. */
			readonly code: string | null;
			/** The account, as applications know it. */
			readonly userId: string | null;
	  }
	/** No code, and all tokens go on working. */
	| { readonly kind: 'signed_in_again' };

/** What a session is remembered to have ended with. */
export type SessionOutcome = ErrorAnswer['error'] | 'granted' | 'signed_in_again';

/** Where Tesla owners add the key that commands need; told to the application for that brand. */
const TESLA_VIRTUAL_KEY = 'https://www.tesla.com/_ak/smartcar.com';

/** The address that a session ends at; null where it ends on a page of our own. */
export function locationAfter(
	session: ConnectSession,
	by: Pick<Destination, 'protocol' | 'issuer'>,
	end: SessionEnd
): string | null {
	const { redirectUri, state, vehicleId } = session.request;
	if (redirectUri === null) return null;
	const destination = { ...by, redirectUri, state };
	const external_id = externalIdToStore(session.request) ?? null;
	switch (end.kind) {
		case 'error':
			return redirectWithError(destination, end.answer);
		case 'signed_in_again':
			return redirectBack(destination, { vehicle_id: vehicleId }, { external_id });
		case 'granted': {
			const virtual_key_url = session.make === 'TESLA' ? TESLA_VIRTUAL_KEY : null;
			const extra = { user_id: end.userId, external_id, virtual_key_url };
			return redirectBack(destination, { code: end.code }, extra);
		}
	}
}

/** @param vehicle whose facts the owner agrees to tell; null for none */
export function unsupportedAnswer(vehicle: AccountVehicle | null): ErrorAnswer {
	if (vehicle === null) return connectError('vehicle_incompatible');
	const { vin, make, year, model } = vehicle;
	return connectError('vehicle_incompatible', { vin, make, year: String(year), model });
}

/** Jumping ahead is a wrong use of Connect, of which the application is told; null for any other step. */
export function jumpTo(session: ConnectSession, screen: Screen): ErrorAnswer | null {
	if (hasReached(session, screen)) return null;
	return configurationError(`The ${screen} screen was opened before the screens that lead to it.`);
}
