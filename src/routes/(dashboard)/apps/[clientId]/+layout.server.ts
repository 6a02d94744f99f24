import { readDraft } from '#lib/server/configurations/drafts.ts';
import { tellCurrent, wholeOf } from '#lib/server/configurations/told-versions.ts';
import { countRehearsed, MOST_COUNTED } from '#lib/server/fleet/count-rehearsed.ts';
import { refuseGoneApplication } from '#lib/server/http/gone-application.ts';
import type { LayoutServerLoad } from './$types.js';
import { requireApplication } from './require-application.ts';
import * as words from './words.en.ts';

export const load: LayoutServerLoad = async ({ params, depends, locals }) => {
	depends('valetkey:application');
	const application = await requireApplication(locals.context, params.clientId);
	const [draft, current, rehearsed] = await Promise.all([
		readDraft(locals.context, params.clientId),
		tellCurrent(locals.context, params.clientId),
		countRehearsed(locals.context, params.clientId)
	]);
	const published = current && wholeOf(current);
	return {
		application,
		draft: draft ?? refuseGoneApplication(),
		published,
		/** Number of the current version where it cannot be read; null where it can, or there is none. */
		damaged: current && !published ? current.number : null,
		counted: {
			vehicles: words.upTo(rehearsed.vehicles, MOST_COUNTED),
			connections: words.upTo(rehearsed.connections, MOST_COUNTED)
		}
	};
};
