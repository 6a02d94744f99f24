import type { z } from 'zod';
import type { NewWebhook } from '../../webhooks/webhooks.ts';
import type { WebhookOfApplication } from './webhook-request.ts';

/** What a webhook is made with, by what a request says of it. */
export function wantedWebhook(asked: z.infer<typeof WebhookOfApplication>): NewWebhook {
	const { name, callbackUri, errorUri = null } = asked;
	return { ...asked, name: name ?? URL.parse(callbackUri)?.host ?? 'Webhook', errorUri };
}
