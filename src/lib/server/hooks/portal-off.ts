import type { Handle } from '@sveltejs/kit';
import { answerRefusal } from '../http/refusal-answer.ts';
import * as words from './words.en.ts';

/** Without a way to send a code nobody can sign in, so that the portal is not there. */
export const portalOff: Handle = ({ event, resolve }) => {
	const isPortal = event.route.id?.startsWith('/my') ?? false;
	if (!isPortal || event.locals.context.settings.mail.kind !== 'off') return resolve(event);
	return answerRefusal(event, { status: 404, message: words.portalOff });
};
