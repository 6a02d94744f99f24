import { registeredOrigins } from '#lib/server/connect/app-origin.ts';
import { connectErrorWords } from '#lib/connect/connect-errors.ts';
import { error } from '@sveltejs/kit';
import { sessionOf } from '../screen.ts';
import { LOST } from '../traveller.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const found = await sessionOf(event);
	if (found.kind !== 'over' || found.session.outcome === null) error(400, LOST);
	const { session } = found;
	// Other sessions ended at their application.
	if (session.request.redirectUri !== null) error(400, LOST);
	const { state, appOrigin, externalId } = session.request;
	const granted = session.outcome === 'granted';
	const known = await registeredOrigins(event.locals.context, session.clientId);
	return {
		granted,
		error: granted ? null : session.outcome,
		errorDescription: connectErrorWords(found.session.outcome),
		state,
		userId: granted ? session.accountId : null,
		externalId: externalId === 'null' ? null : externalId,
		appOrigin: appOrigin !== null && known.includes(appOrigin) ? appOrigin : null
	};
};
