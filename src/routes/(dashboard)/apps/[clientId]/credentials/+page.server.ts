import { readForm, textOf } from '#lib/server/form.ts';
import {
	addRedirectUri,
	listRedirectUris,
	moveRedirectUri,
	removeRedirectUri,
	setDefaultRedirectUri
} from '#lib/server/redirect-uris.ts';
import { requireApplication, type FieldResult } from '#lib/server/applications.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ params, parent }) => {
	await parent();
	return {
		title: 'Credentials',
		subtitle: 'What a Connect link needs to know of this application.',
		redirectUris: await listRedirectUris(params.clientId)
	};
};

/** What a form of this page is answered with. */
interface Answer {
	/** What was done, in words. */
	readonly done?: string;
	/** A URI that was removed, so that it can be added back. */
	readonly removed?: string;
	/** Why nothing was done; `field` says which field it is about. */
	readonly error?: string;
	readonly field?: string;
	/** What was typed. */
	readonly value?: string;
}

type Event = RequestEvent<{ clientId: string }>;

/** An action on one registered redirect URI, named by the hidden field `id`. */
function onOne(
	act: (clientId: string, id: number, form: FormData) => Promise<FieldResult<object>>,
	done: (uri: string) => Answer
) {
	return async ({ request, params: { clientId } }: Event) => {
		await requireApplication(clientId);
		const body = await readForm(request);
		if (!body.ok) return fail<Answer>(body.status, { error: body.message });
		const id = Number(textOf(body.form, 'id'));
		const uri = (await listRedirectUris(clientId)).find((known) => known.id === id)?.uri;
		const result = await act(clientId, id, body.form);
		if (!result.ok) return fail<Answer>(400, { error: result.message });
		return done(uri ?? '');
	};
}

export const actions: Actions = {
	add: async ({ request, params: { clientId } }) => {
		await requireApplication(clientId);
		const body = await readForm(request);
		if (!body.ok) return fail<Answer>(body.status, { error: body.message, field: 'uri' });
		const value = textOf(body.form, 'uri');
		const result = await addRedirectUri(clientId, value);
		if (!result.ok) return fail<Answer>(400, { error: result.message, field: 'uri', value });
		const answer: Answer = { done: `Added ${value}` };
		return answer;
	},
	makeDefault: onOne(setDefaultRedirectUri, (uri) => ({ done: `${uri} is the default now` })),
	moveUp: onOne(
		(clientId, id) => moveRedirectUri(clientId, id, 'up'),
		(uri) => ({ done: `Moved ${uri} up` })
	),
	moveDown: onOne(
		(clientId, id) => moveRedirectUri(clientId, id, 'down'),
		(uri) => ({ done: `Moved ${uri} down` })
	),
	remove: onOne(
		(clientId, id, form) => {
			const successor = textOf(form, 'newDefault');
			return removeRedirectUri(clientId, id, successor === '' ? null : Number(successor));
		},
		(uri) => ({ done: `Removed ${uri}`, removed: uri })
	)
};
