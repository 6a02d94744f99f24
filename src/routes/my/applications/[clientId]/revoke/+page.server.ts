import { portalWords } from '#lib/access/owner-words/portal/words.ts';
import { readForm } from '#lib/server/http/read-form.ts';
import { revokeApplication } from '#lib/server/owners/reach/revoke-application.ts';
import { error, redirect } from '@sveltejs/kit';
import { ownersPage } from '../../../portal-page.ts';
import { languageFor, requireOwner } from '../../../visit.ts';
import { applicationAt, reachedBy } from '../application.ts';
import type { Actions } from './$types.js';

/** Where nothing is left to revoke, the application's page says how it stands. */
export const load = ownersPage('/my/applications/[clientId]/revoke', async ({ context }, event) => {
	const application = await applicationAt(context, event);
	const { clientId, name } = application;
	const vehicles = reachedBy(application).map(({ name }) => name);
	if (vehicles.length === 0) redirect(303, pageOf(clientId));
	return { clientId, name, vehicles };
});

const pageOf = (clientId: string) => `/my/applications/${encodeURIComponent(clientId)}`;

export const actions: Actions = {
	default: async (event) => {
		const { context } = await requireOwner(event);
		const body = await readForm(event.request, []);
		if (!body.ok) error(body.status, body.message);
		const { clientId } = event.params;
		const revoked = await revokeApplication(context, clientId);
		if (revoked === null) error(404, portalWords(languageFor(event)).appUnknown);
		// What is shown then is what is found then.
		redirect(303, pageOf(clientId));
	}
};
