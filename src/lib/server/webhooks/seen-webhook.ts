import { createHash } from 'node:crypto';
import { ensureManagementToken } from '../applications/management-token.ts';
import type { Context } from '../context.ts';
import type { Outcome, Stale } from '../outcome.ts';
import { checkWanted } from './check-wanted.ts';
import {
	changeWebhook,
	createWebhook,
	findWebhook,
	listWebhooks,
	type NewWebhook,
	type Webhook,
	type WebhookRefusal
} from './webhooks.ts';

type Chosen = Parameters<typeof changeWebhook>[2];

/** Stands for all that somebody chose of a webhook: it is another one where any of that was changed. */
export function editionOf(webhook: Chosen): string {
	const { name, callbackUri, errorUri, autoSubscribe, signsVerify = false } = webhook;
	const { triggers, signals } = webhook;
	const chosen = [name, callbackUri, errorUri, triggers, signals, autoSubscribe, signsVerify];
	return createHash('sha256').update(JSON.stringify(chosen)).digest('base64url').slice(0, 16);
}

/**
 * Changes a webhook that somebody saw in an edition, unless it has become another one since. One that
 * is already as wanted is as good as changed, so that a form may be sent twice.
 */
export async function changeSeenWebhook(
	context: Context,
	key: Pick<Webhook, 'clientId' | 'id'>,
	{ edition, ...wanted }: Chosen & { readonly edition: string }
): Promise<Outcome<{ webhook: Webhook }, WebhookRefusal> | Stale<Webhook>> {
	return context.write(async (transaction) => {
		const before = await findWebhook(transaction, key.clientId, key.id);
		const checked = checkWanted(wanted);
		if (before && checked.ok && edition !== editionOf(before)) {
			const { signsVerify = before.signsVerify } = wanted;
			if (editionOf({ ...checked.webhook, signsVerify }) !== editionOf(before)) {
				return { ok: false, kind: 'stale', now: before };
			}
		}
		return changeWebhook(transaction, key, wanted);
	});
}

/**
 * Makes a webhook, unless the application has one for which all the same was chosen: a form that is
 * sent twice makes one.
 */
export async function createWebhookOnce(
	context: Context,
	clientId: string,
	wanted: NewWebhook
): ReturnType<typeof createWebhook> {
	return context.write(async (transaction) => {
		const checked = checkWanted(wanted);
		if (!checked.ok) return checked;
		const edition = editionOf(checked.webhook);
		const webhook = (await listWebhooks(transaction, clientId)).find(
			(one) => editionOf(one) === edition
		);
		if (!webhook) return createWebhook(transaction, clientId, wanted);
		const ensured = await ensureManagementToken(transaction, clientId);
		if (!ensured.ok) return ensured;
		const { token: managementToken, isKnown: isTokenKnown } = ensured;
		return { ok: true, webhook, managementToken, isTokenKnown };
	});
}
