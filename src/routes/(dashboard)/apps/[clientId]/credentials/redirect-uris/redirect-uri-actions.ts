import { sampleUriAt } from '#lib/server/applications/built-in-redirect-uris.ts';
import {
	addRedirectUri,
	listRedirectUris,
	moveRedirectUri,
	removeRedirectUri,
	rewriteRedirectUri,
	setDefaultRedirectUri
} from '#lib/server/applications/redirect-uris.ts';
import type { Context } from '#lib/server/context.ts';
import { rowId, text, wholeNumber } from '#lib/server/http/fields.ts';
import type { FormFault } from '#lib/server/http/form.ts';
import type { Outcome } from '#lib/server/outcome.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { applicationForm } from '../../application-form.ts';
import type { Answer } from '../answer.ts';
import { describeRefusedUri, type RedirectUriRefusal } from '../words.ts';
import * as words from '../words.en.ts';

const about = 'redirect-uris';

const One = z.object({ id: rowId, newDefault: wholeNumber });

function refuse({ message }: FormFault): Answer {
	return { about, error: message };
}

/** An action on one registered redirect URI, named by the hidden field `id`. */
function onOne(
	act: (
		context: Context,
		clientId: string,
		id: number,
		newDefault: number | null
	) => Promise<Outcome<object, RedirectUriRefusal>>,
	done: (uri: string) => Omit<Answer, 'about'>
) {
	return applicationForm(
		One,
		async ({ id, newDefault }, { context, clientId }) => {
			const all = await listRedirectUris(context, clientId);
			const uri = all.find((known) => known.id === id)?.uri;
			const result = await act(context, clientId, id, newDefault);
			if (!result.ok) return fail<Answer>(400, { about, error: describeRefusedUri(result) });
			const answer: Answer = { about, ...done(uri ?? '') };
			return answer;
		},
		refuse
	);
}

export const redirectUriActions = {
	add: applicationForm(
		z.object({ uri: text }),
		async ({ uri: value }, { context, clientId }) => {
			const sample = sampleUriAt(context.settings.origin);
			const result = await addRedirectUri(context, clientId, value, sample);
			if (!result.ok) {
				const error = describeRefusedUri(result);
				return fail<Answer>(400, { about, error, field: 'uri', value });
			}
			const answer: Answer = { about, done: words.added(value) };
			return answer;
		},
		(fault): Answer => ({ ...refuse(fault), field: 'uri' })
	),
	makeDefault: onOne(setDefaultRedirectUri, (uri) => ({ done: words.isDefaultNow(uri) })),
	rewrite: onOne(rewriteRedirectUri, (uri) => ({ done: words.rewrote(uri) })),
	moveUp: onOne(
		(context, clientId, id) => moveRedirectUri(context, clientId, id, 'up'),
		(uri) => ({ done: words.movedUp(uri) })
	),
	moveDown: onOne(
		(context, clientId, id) => moveRedirectUri(context, clientId, id, 'down'),
		(uri) => ({ done: words.movedDown(uri) })
	),
	remove: onOne(removeRedirectUri, (uri) => ({ done: words.removed(uri), removed: uri }))
};
