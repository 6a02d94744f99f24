import { TESLA_VIRTUAL_KEY } from '#lib/access/virtual-key.ts';
import type { ErrorAnswer } from '../connect-errors.ts';
import { redirectBack, type Destination, type ErrorBack } from '../redirect-back.ts';
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

/** Back to the application: the address, or an error that still needs its words. */
export type WayBack = { readonly kind: 'redirect'; readonly location: string } | ErrorBack;

/** Where a session leads that ended; null where it ends on a page of our own. */
export function wayAfter(
	session: ConnectSession,
	by: Pick<Destination, 'protocol' | 'issuer'>,
	end: SessionEnd
): WayBack | null {
	const { redirectUri, state, vehicleId } = session.request;
	if (redirectUri === null) return null;
	const destination = { ...by, redirectUri, state };
	const external_id = externalIdToStore(session.request) ?? null;
	switch (end.kind) {
		case 'error':
			return { kind: 'error', to: destination, answer: end.answer };
		case 'signed_in_again':
			return backTo(destination, { vehicle_id: vehicleId }, { external_id });
		case 'granted': {
			const virtual_key_url = session.make === 'TESLA' ? TESLA_VIRTUAL_KEY : null;
			const extra = { user_id: end.userId, external_id, virtual_key_url };
			return backTo(destination, { code: end.code }, extra);
		}
	}
}

function backTo(...answer: Parameters<typeof redirectBack>): WayBack {
	return { kind: 'redirect', location: redirectBack(...answer) };
}

/** @param vehicle whose facts the owner agrees to tell; null for none */
export function unsupportedAnswer(vehicle: AccountVehicle | null): ErrorAnswer {
	const error = 'vehicle_incompatible';
	if (vehicle === null) return { error };
	const { vin, make, year, model } = vehicle;
	return { error, extra: { vin, make, year: String(year), model } };
}

/** Jumping ahead is a wrong use of Connect, of which the application is told; null for any other step. */
export function jumpTo(session: ConnectSession, screen: Screen): ErrorAnswer | null {
	if (hasReached(session, screen)) return null;
	return { error: 'configuration_error', misuse: { code: 'jump', screen } };
}
