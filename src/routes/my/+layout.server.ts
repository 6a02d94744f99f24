import type { LayoutServerLoad } from './$types.js';
import { languageFor, visitOf } from './visit.ts';

export const load: LayoutServerLoad = async (event) => {
	const language = languageFor(event);
	event.locals.language = language;
	const { signedIn, clock } = await visitOf(event);
	const { now, offsetMs, frozen } = clock;
	return {
		language,
		isSignedIn: signedIn !== null,
		/** What to say of the rehearsal's time; null while it is the machine's. */
		sandboxNow: Math.abs(offsetMs) < 1000 && !frozen ? null : now,
		frozen
	};
};
