import { readSandboxSettings } from '../../sandbox-settings.ts';
import { configurationError, connectError, type ConnectErrorCode } from '../connect-errors.ts';
import { redirectWithError } from '../redirect-back.ts';
import type { Screen } from '../session-data.ts';
import type { ConnectSession } from '../sessions.ts';
import { endWithError } from './end.ts';
import { unsupportedVehicle } from './offer.ts';
import { hasReached, takeOneStep, whereItStands, type Next, type Traveller } from './step.ts';

/** The owner goes back to the application without granting anything. */
export function leave(
	traveller: Traveller,
	error: Extract<ConnectErrorCode, 'access_denied' | 'user_manually_returned_to_application'>
): Promise<Next> {
	const from = error === 'access_denied' ? 'grant' : null;
	return takeOneStep(traveller, from, (db, session) =>
		endWithError(db, session, traveller, connectError(error))
	);
}

/** Goes back for want of a vehicle that is supported; its facts are told only if the owner agrees. */
export function leaveUnsupported(traveller: Traveller, share: boolean): Promise<Next> {
	return takeOneStep(traveller, 'unsupported', (db, session) => {
		const vehicle = share ? unsupportedVehicle(db, session) : null;
		const answer = connectError(
			'vehicle_incompatible',
			vehicle
				? {
						vin: vehicle.vin,
						make: vehicle.make,
						year: String(vehicle.year),
						model: vehicle.model
					}
				: {}
		);
		return endWithError(db, session, traveller, answer);
	});
}

/**
 * Whether a screen may be shown; null when it may. Jumping ahead is a wrong use of Connect, of which
 * the application is told. Nothing is written: browsers and previews look at addresses by themselves,
 * and the session goes on where it stands.
 */
export async function checkScreen(
	{ issuer }: Traveller,
	session: ConnectSession,
	screen: Screen
): Promise<Next | null> {
	if (hasReached(session, screen)) return null;
	const { redirectUri, state } = session.request;
	if (redirectUri === null) return whereItStands(session);
	const { protocol } = await readSandboxSettings(session.clientId);
	const message = `The ${screen} screen was opened before the screens that lead to it.`;
	const destination = { redirectUri, state, protocol, issuer };
	return {
		kind: 'redirect',
		location: redirectWithError(destination, configurationError(message))
	};
}
