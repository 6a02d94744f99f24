import { wayAfter, type WayBack } from '#lib/connect/journey/end.ts';
import type { EndedSession } from '#lib/connect/journey/session.ts';
import { startOf } from '#lib/connect/redirect-back.ts';
import { readRedirectUris } from '../applications/redirect-uris.ts';
import { readSandboxSettings } from '../applications/sandbox-settings.ts';
import type { Context } from '../context.ts';

/**
 * Where an owner goes whose session is over. An application that had no answer is told that the owner
 * turned back; one that had its answer gets no second one, and begins anew.
 *
 * @returns null where there is no redirect URI, or it is no longer a registered one
 */
export async function wayBackOf(
	context: Context,
	session: EndedSession,
	issuer: string
): Promise<WayBack | null> {
	const { clientId, request, outcome } = session;
	const { redirectUri } = request;
	if (redirectUri === null) return null;
	return context.read(async (transaction) => {
		const registered = await readRedirectUris(transaction, clientId);
		if (!registered.some(({ uri }) => uri === redirectUri)) return null;
		if (outcome !== null) return { kind: 'redirect', location: startOf(redirectUri) };
		const { protocol } = await readSandboxSettings(transaction, clientId);
		const answer = { error: 'user_manually_returned_to_application' } as const;
		return wayAfter(session, { protocol, issuer }, { kind: 'error', answer });
	});
}
