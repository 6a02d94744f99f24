import { resolve } from '$app/paths';
import { readDraft } from '#lib/server/configurations/drafts.ts';
import { text } from '#lib/server/http/fields.ts';
import { createWebhookOnce } from '#lib/server/webhooks/seen-webhook.ts';
import { verifyWebhook } from '#lib/server/webhooks/verify-webhook.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { applicationForm } from '../application-form.ts';
import type { Answer } from './answer.ts';
import { describeWebhook } from './form/describe.ts';
import { defaultCodes } from './form/signals.ts';
import * as words from './words.en.ts';

/** Makes the first webhook, of its address alone: it is told what the application asks for. */
export const makeAction = {
	make: applicationForm(
		z.object({ callbackUri: text }),
		async ({ callbackUri }, { context, clientId }) => {
			const codes = defaultCodes((await readDraft(context, clientId))?.selection ?? []);
			const made = await createWebhookOnce(context, clientId, {
				name: words.defaultName,
				callbackUri,
				errorUri: null,
				triggers: codes,
				signals: codes,
				autoSubscribe: true
			});
			if (!made.ok) {
				return fail<Answer>(400, { ...describeWebhook(made), typed: { callbackUri } });
			}
			const proved = await verifyWebhook(context, made.webhook);
			const done = proved.ok ? 'proved' : 'made';
			const query = new URLSearchParams({ webhook: made.webhook.id, done });
			redirect(303, `${resolve('/(dashboard)/apps/[clientId]/webhooks', { clientId })}?${query}`);
		},
		({ message }): Answer => ({ error: message })
	)
};
