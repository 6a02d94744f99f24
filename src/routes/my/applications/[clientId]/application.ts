import { portalWords } from '#lib/access/owner-words/portal/words.ts';
import type { Context } from '#lib/server/context.ts';
import {
	findApplication,
	type OwnersApplication
} from '#lib/server/owners/reach/find-application.ts';
import { error } from '@sveltejs/kit';
import { languageFor } from '../../visit.ts';

/** The application that an address names; whether there is one that never reached a vehicle is not told. */
export async function applicationAt(
	context: Context,
	event: Parameters<typeof languageFor>[0] & {
		readonly params: Readonly<Record<string, string | undefined>>;
	}
): Promise<OwnersApplication> {
	const application = await findApplication(context, event.params.clientId ?? '');
	return application ?? error(404, portalWords(languageFor(event)).appUnknown);
}

/** Those of its vehicles that it reaches. */
export const reachedBy = ({ vehicles }: OwnersApplication) =>
	vehicles.filter(({ ending }) => ending === null);
