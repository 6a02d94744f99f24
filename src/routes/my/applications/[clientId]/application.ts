import { portalWords } from '#lib/access/owner-words/portal/words.ts';
import type { Context } from '#lib/server/context.ts';
import type { OwnersApplication } from '#lib/server/owners/reach/find-application.ts';
import { findCalled } from '#lib/server/owners/reach/find-called.ts';
import { error, redirect } from '@sveltejs/kit';
import { languageFor } from '../../visit.ts';

/**
 * The application that an address names, also by a former client id, which leads to the one it has.
 * Whether there is one that never reached a vehicle is not told.
 */
export async function applicationAt(
	context: Context,
	event: Parameters<typeof languageFor>[0] & {
		readonly url: URL;
		readonly params: Readonly<Record<string, string | undefined>>;
	}
): Promise<OwnersApplication> {
	const called = event.params.clientId ?? '';
	const application = await findCalled(context, called);
	if (!application) error(404, portalWords(languageFor(event)).appUnknown);
	const { pathname, search } = event.url;
	// Not for good: the application may take its former id back.
	if (application.clientId !== called) {
		redirect(307, pathname.replace(encodeURIComponent(called), application.clientId) + search);
	}
	return application;
}

/** Those of its vehicles that it reaches. */
export const reachedBy = ({ vehicles }: OwnersApplication) =>
	vehicles.filter(({ ending }) => ending === null);
