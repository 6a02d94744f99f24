import type { ConnectErrorCode } from '#lib/connect/connect-errors.ts';
import { jumpTo, wayAfter, unsupportedAnswer } from '#lib/connect/journey/end.ts';
import { lastScreen, type ConnectSession } from '#lib/connect/journey/session.ts';
import type { Screen } from '#lib/connect/session-data.ts';
import { readSandboxSettings } from '../../applications/sandbox-settings.ts';
import type { Context } from '../../context.ts';
import { endWithError } from './end.ts';
import { unsupportedOf } from './offer.ts';
import { takeOneStep, type Next, type Traveller } from './step.ts';

/** The owner goes back to the application without granting anything. */
export function leave(
	context: Context,
	traveller: Traveller,
	error: Extract<ConnectErrorCode, 'access_denied' | 'user_manually_returned_to_application'>
): Promise<Next> {
	const from = error === 'access_denied' ? 'grant' : null;
	return takeOneStep(context, traveller, from, (transaction, session) =>
		endWithError(transaction, session, traveller, { error })
	);
}

/** Goes back for want of a vehicle that is supported; its facts are told only if the owner agrees. */
export function leaveUnsupported(
	context: Context,
	traveller: Traveller,
	share: boolean
): Promise<Next> {
	return takeOneStep(context, traveller, 'unsupported', async (transaction, session) => {
		const vehicle = share ? (await unsupportedOf(transaction, session)).vehicle : null;
		return endWithError(transaction, session, traveller, unsupportedAnswer(vehicle));
	});
}

/**
 * Whether a screen may be shown; null when it may. Of a jump ahead the application is told. Nothing
 * is written: browsers and previews look at addresses by themselves, and the session goes on where
 * it stands.
 */
export async function checkScreen(
	context: Context,
	{ issuer }: Traveller,
	session: ConnectSession,
	screen: Screen
): Promise<Next | null> {
	const answer = jumpTo(session, screen);
	if (answer === null) return null;
	const { protocol } = await readSandboxSettings(context, session.clientId);
	const way = wayAfter(session, { protocol, issuer }, { kind: 'error', answer });
	return way ?? { kind: 'screen', screen: lastScreen(session) };
}
