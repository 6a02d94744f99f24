import { requireApplication, type FieldResult } from '#lib/server/applications/applications.ts';
import { sampleUriAt } from '#lib/server/applications/built-in-redirect-uris.ts';
import type { Context } from '#lib/server/context.ts';
import { readForm, textOf } from '#lib/server/http/form.ts';
import {
	addRedirectUri,
	listRedirectUris,
	moveRedirectUri,
	removeRedirectUri,
	rewriteRedirectUri,
	setDefaultRedirectUri
} from '#lib/server/applications/redirect-uris.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';
import type { Answer } from './answer.ts';

type Event = RequestEvent<{ clientId: string }>;

const about = 'redirect-uris';

/** An action on one registered redirect URI, named by the hidden field `id`. */
function onOne(
	act: (
		context: Context,
		clientId: string,
		id: number,
		form: FormData
	) => Promise<FieldResult<object>>,
	done: (uri: string) => Omit<Answer, 'about'>
) {
	return async ({ request, params: { clientId }, locals }: Event) => {
		await requireApplication(locals.context, clientId);
		const body = await readForm(request, ['id', 'newDefault']);
		if (!body.ok) return fail<Answer>(body.status, { about, error: body.message });
		const id = Number(textOf(body.form, 'id'));
		const uri = (await listRedirectUris(locals.context, clientId)).find(
			(known) => known.id === id
		)?.uri;
		const result = await act(locals.context, clientId, id, body.form);
		if (!result.ok) return fail<Answer>(400, { about, error: result.message });
		const answer: Answer = { about, ...done(uri ?? '') };
		return answer;
	};
}

export const redirectUriActions = {
	add: async ({ request, locals, params: { clientId } }: Event) => {
		await requireApplication(locals.context, clientId);
		const body = await readForm(request, ['uri']);
		if (!body.ok) return fail<Answer>(body.status, { about, error: body.message, field: 'uri' });
		const value = textOf(body.form, 'uri');
		const result = await addRedirectUri(
			locals.context,
			clientId,
			value,
			sampleUriAt(locals.context.settings.origin)
		);
		if (!result.ok) return fail<Answer>(400, { about, error: result.message, field: 'uri', value });
		const answer: Answer = { about, done: `Added ${value}` };
		return answer;
	},
	makeDefault: onOne(setDefaultRedirectUri, (uri) => ({ done: `${uri} is the default now` })),
	rewrite: onOne(rewriteRedirectUri, (uri) => ({ done: `Rewrote ${uri}` })),
	moveUp: onOne(
		(context, clientId, id) => moveRedirectUri(context, clientId, id, 'up'),
		(uri) => ({ done: `Moved ${uri} up` })
	),
	moveDown: onOne(
		(context, clientId, id) => moveRedirectUri(context, clientId, id, 'down'),
		(uri) => ({ done: `Moved ${uri} down` })
	),
	remove: onOne(
		(context, clientId, id, form) => {
			const successor = textOf(form, 'newDefault');
			return removeRedirectUri(context, clientId, id, successor === '' ? null : Number(successor));
		},
		(uri) => ({ done: `Removed ${uri}`, removed: uri })
	)
};
