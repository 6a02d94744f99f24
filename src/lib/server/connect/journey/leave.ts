import { configurationError, connectError, type ConnectErrorCode } from '../connect-errors.ts';
import type { Screen } from '../session-data.ts';
import type { ConnectSession } from '../sessions.ts';
import { endWithError } from './end.ts';
import { unsupportedVehicle } from './offer.ts';
import { takeOneStep, type Next, type Traveller } from './step.ts';

/** The owner goes back to the application without granting anything. */
export function leave(
	traveller: Traveller,
	error: Extract<ConnectErrorCode, 'access_denied' | 'user_manually_returned_to_application'>
): Promise<Next> {
	return takeOneStep(traveller, (db, session) =>
		endWithError(db, session, traveller, connectError(error))
	);
}

/** Goes back for want of a vehicle that is supported; its facts are told only if the owner agrees. */
export function leaveUnsupported(traveller: Traveller, share: boolean): Promise<Next> {
	return takeOneStep(traveller, (db, session) => {
		const vehicle = share ? unsupportedVehicle(db, session) : null;
		const facts: Record<string, string> = vehicle
			? {
					vin: vehicle.vin,
					make: vehicle.make,
					year: String(vehicle.year),
					model: vehicle.model
				}
			: {};
		return endWithError(db, session, traveller, connectError('vehicle_incompatible', facts));
	});
}

/**
 * A screen opens only after those that lead to it; jumping ahead is a wrong use of Connect and ends
 * it. Null when the screen may be shown.
 */
export async function checkScreen(
	traveller: Traveller,
	session: ConnectSession,
	screen: Screen
): Promise<Next | null> {
	if (session.steps.some((taken) => taken.screen === screen)) return null;
	const message = `The ${screen} screen was opened before the screens that lead to it.`;
	return takeOneStep(traveller, (db, open) =>
		endWithError(db, open, traveller, configurationError(message))
	);
}
