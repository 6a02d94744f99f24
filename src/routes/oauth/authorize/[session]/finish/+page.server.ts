import { wordsFor } from '#lib/access/owner-words/words-for.ts';
import { userIdOf } from '#lib/server/connect/told-ids.ts';
import { registeredOrigins } from '#lib/server/connect/app-origin.ts';
import { isConnectError } from '#lib/connect/connect-errors.ts';
import { wordConnectError } from '#lib/server/programs/oauth/connect-words.ts';
import { sessionOf } from '../screen.ts';
import { lose } from '../lost.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const found = await sessionOf(event);
	if (found.kind !== 'over' || found.session.outcome === null) return lose(event, found);
	const { session } = found;
	// Other sessions ended at their application.
	if (session.request.redirectUri !== null) return lose(event, found);
	const { mode, state, appOrigin, externalId } = session.request;
	const { outcome } = found.session;
	const granted = outcome === 'granted';
	const { accountId } = session;
	const { context } = event.locals;
	const userId = granted && accountId ? await userIdOf(context, { accountId, mode }) : null;
	const known = await registeredOrigins(context, session.clientId);
	const { language, asks } = await event.parent();
	const words = wordsFor(language, asks.name);
	const { sandbox, finishTitle, finishGranted, finishOther } = words;
	return {
		words: { sandbox, finishTitle, finishGranted, finishOther },
		granted,
		error: granted ? null : outcome,
		errorDescription: isConnectError(outcome) ? wordConnectError(outcome) : null,
		state,
		userId,
		externalId: externalId === 'null' ? null : externalId,
		appOrigin: appOrigin !== null && known.includes(appOrigin) ? appOrigin : null
	};
};
