import { createWebhookOnce } from '#lib/server/webhooks/seen-webhook.ts';
import { verifyWebhook } from '#lib/server/webhooks/verify-webhook.ts';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import { applicationForm } from '../../application-form.ts';
import { describeWebhook } from '../form/describe.ts';
import { WebhookFields, type WebhookAnswer } from '../form/fields.ts';
import { defaultCodes, signalGroups } from '../form/signals.ts';
import * as page from '../words.en.ts';
import * as words from '../form/words.en.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ parent, url }) => {
	const { published, draft } = await parent();
	const selection = published?.selection ?? draft.selection;
	const codes = defaultCodes(selection);
	return {
		title: words.newTitle,
		typed: {
			name: page.defaultName,
			callbackUri: url.searchParams.get('callback') ?? '',
			errorUri: '',
			autoSubscribe: true,
			signsVerify: false
		},
		groups: signalGroups(selection, { triggers: codes, signals: codes })
	};
};

export const actions: Actions = {
	default: applicationForm(
		WebhookFields,
		async (typed, { context, clientId }) => {
			const made = await createWebhookOnce(context, clientId, {
				...typed,
				errorUri: typed.errorUri || null
			});
			if (!made.ok) return fail<WebhookAnswer>(400, { ...describeWebhook(made), typed });
			const proved = await verifyWebhook(context, made.webhook);
			const done = proved.ok ? 'proved' : 'made';
			const query = new URLSearchParams({ webhook: made.webhook.id, done });
			redirect(303, `${resolve('/(dashboard)/apps/[clientId]/webhooks', { clientId })}?${query}`);
		},
		({ message }): WebhookAnswer => ({ error: message, typed: null })
	)
};
