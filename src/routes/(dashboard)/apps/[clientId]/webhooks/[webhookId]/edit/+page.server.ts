import { resolve } from '$app/paths';
import { changeSeenWebhook, editionOf } from '#lib/server/webhooks/seen-webhook.ts';
import { verifyWebhook } from '#lib/server/webhooks/verify-webhook.ts';
import { findWebhook } from '#lib/server/webhooks/webhooks.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { text } from '#lib/server/http/fields.ts';
import { applicationForm } from '../../../application-form.ts';
import { describeWebhook } from '../../form/describe.ts';
import { WebhookFields, type WebhookAnswer } from '../../form/fields.ts';
import { signalGroups } from '../../form/signals.ts';
import * as page from '../../words.en.ts';
import * as words from '../../form/words.en.ts';
import type { Actions, PageServerLoad } from './$types.js';

const Params = z.object({ webhookId: z.string() });

export const load: PageServerLoad = async ({ params: { clientId, webhookId }, parent, locals }) => {
	const { published, draft } = await parent();
	const webhook = await findWebhook(locals.context, clientId, webhookId);
	if (!webhook) {
		error(404, {
			message: page.noSuchWebhook,
			way: {
				label: page.webhooks,
				href: resolve('/(dashboard)/apps/[clientId]/webhooks', { clientId })
			}
		});
	}
	const { name, callbackUri, errorUri, autoSubscribe, signsVerify } = webhook;
	return {
		title: words.editTitle(name),
		webhookId,
		edition: editionOf(webhook),
		typed: { name, callbackUri, errorUri: errorUri ?? '', autoSubscribe, signsVerify },
		groups: signalGroups(published?.selection ?? draft.selection, webhook)
	};
};

export const actions: Actions = {
	default: applicationForm(
		WebhookFields.extend({ edition: text }),
		async (typed, { context, clientId, event }) => {
			const { webhookId: id } = Params.parse(event.params);
			const wanted = { ...typed, errorUri: typed.errorUri || null };
			const changed = await changeSeenWebhook(context, { clientId, id }, wanted);
			if (!changed.ok) return fail<WebhookAnswer>(400, { ...describeWebhook(changed), typed });
			const { webhook } = changed;
			// As on the platform, who was given another address is asked at once.
			if (webhook.verifiedAt === null && webhook.disabledAt === null) {
				await verifyWebhook(context, webhook);
			}
			const query = new URLSearchParams({ webhook: id, done: 'saved' });
			redirect(303, `${resolve('/(dashboard)/apps/[clientId]/webhooks', { clientId })}?${query}`);
		},
		({ message }): WebhookAnswer => ({ error: message, typed: null })
	)
};
