import type { Context } from '../../context.ts';
import { readSandboxSettings } from '../../sandbox-settings.ts';
import {
	configurationError,
	connectError,
	type ConnectErrorCode
} from '#lib/connect/connect-errors.ts';
import { redirectWithError } from '#lib/connect/redirect-back.ts';
import type { Screen } from '#lib/connect/session-data.ts';
import type { ConnectSession } from '../sessions.ts';
import { endWithError } from './end.ts';
import { unsupportedVehicle } from './offer.ts';
import { hasReached, takeOneStep, whereItStands, type Next, type Traveller } from './step.ts';

/** The owner goes back to the application without granting anything. */
export function leave(
	context: Context,
	traveller: Traveller,
	error: Extract<ConnectErrorCode, 'access_denied' | 'user_manually_returned_to_application'>
): Promise<Next> {
	const from = error === 'access_denied' ? 'grant' : null;
	return takeOneStep(context, traveller, from, (transaction, session) =>
		endWithError(transaction, session, traveller, connectError(error))
	);
}

/** Goes back for want of a vehicle that is supported; its facts are told only if the owner agrees. */
export function leaveUnsupported(
	context: Context,
	traveller: Traveller,
	share: boolean
): Promise<Next> {
	return takeOneStep(context, traveller, 'unsupported', async (transaction, session) => {
		const vehicle = share ? await unsupportedVehicle(transaction, session) : null;
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
		return endWithError(transaction, session, traveller, answer);
	});
}

/**
 * Whether a screen may be shown; null when it may. Jumping ahead is a wrong use of Connect, of which
 * the application is told. Nothing is written: browsers and previews look at addresses by themselves,
 * and the session goes on where it stands.
 */
export async function checkScreen(
	context: Context,
	{ issuer }: Traveller,
	session: ConnectSession,
	screen: Screen
): Promise<Next | null> {
	if (hasReached(session, screen)) return null;
	const { redirectUri, state } = session.request;
	if (redirectUri === null) return whereItStands(session);
	const { protocol } = await readSandboxSettings(context, session.clientId);
	const message = `The ${screen} screen was opened before the screens that lead to it.`;
	const destination = { redirectUri, state, protocol, issuer };
	return {
		kind: 'redirect',
		location: redirectWithError(destination, configurationError(message))
	};
}
