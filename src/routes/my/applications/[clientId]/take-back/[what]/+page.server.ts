import { languageOf } from '#lib/access/owner-words/languages.ts';
import { portalWords } from '#lib/access/owner-words/portal/words.ts';
import { wordsFor } from '#lib/access/owner-words/words-for.ts';
import { decideTakeBack } from '#lib/owners/take-back.ts';
import { whatItGets } from '#lib/owners/what-it-gets.ts';
import { readForm } from '#lib/server/http/read-form.ts';
import { takeBack } from '#lib/server/owners/reach/take-back.ts';
import { error, redirect } from '@sveltejs/kit';
import { ownersPage } from '../../../../portal-page.ts';
import { languageFor, requireOwner } from '../../../../visit.ts';
import { applicationAt, reachedBy } from '../../application.ts';
import { thingAt, thingName, type Told } from '../../taken.ts';
import type { Actions } from './$types.js';

/** Where it is taken back already, the application's page says how it stands. */
export const load = ownersPage(
	'/my/applications/[clientId]/take-back/[what]',
	async ({ context }, event) => {
		const application = await applicationAt(context, event);
		const { clientId, name } = application;
		const address = event.params.what ?? '';
		const thing = thingAt(address);
		const { code, permissions } = languageOf(languageFor(event));
		const what = thingName(application, thing, permissions);
		if (what === null) error(404, portalWords(code).takeUnknown);
		const reached = reachedBy(application);
		const decision = decideTakeBack(reached, thing);
		if (decision.kind === 'nothing') redirect(303, pageOf(clientId, 'before', address));
		const { asked } = whatItGets(reached);
		const wanted = asked.find((one) => 'permission' in thing && one.name === thing.permission);
		const { says, withoutIt } = wordsFor(code, name);
		const common = {
			clientId,
			name,
			what,
			isVehicle: 'connectionId' in thing,
			/** What it is for, in the words of the application; empty where it says nothing. */
			purpose: wanted?.purpose ?? '',
			/** What stops then, in the same words. */
			without: wanted?.without ?? '',
			says,
			withoutIt
		};
		if (decision.kind === 'disconnects') {
			return { ...common, because: decision.because, narrowed: [], ended: [] };
		}
		const { left } = decision;
		const named = (isEnded: boolean) =>
			reached.flatMap(({ id, name }) => {
				const kept = left.get(id);
				return kept && (kept.length === 0) === isEnded ? [name] : [];
			});
		return { ...common, because: null, narrowed: named(false), ended: named(true) };
	}
);

const pageOf = (clientId: string, how: Told['how'], what: string) =>
	`/my/applications/${encodeURIComponent(clientId)}?${how}=${encodeURIComponent(what)}`;

export const actions: Actions = {
	default: async (event) => {
		const { context } = await requireOwner(event);
		const body = await readForm(event.request, []);
		if (!body.ok) error(body.status, body.message);
		const { clientId, what } = event.params;
		const taken = await takeBack(context, clientId, thingAt(what));
		if (taken === null) error(404, portalWords(languageFor(event)).appUnknown);
		// What is shown then is what is found then.
		if (taken.ok) redirect(303, pageOf(clientId, 'taken', what));
		if (taken.code === 'not-given') redirect(303, pageOf(clientId, 'before', what));
		redirect(303, event.url.pathname);
	}
};
