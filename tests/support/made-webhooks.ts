import { createWebhook, noteVerified, type Webhook } from '#lib/server/webhooks/webhooks.ts';
import { listSubscriptions, type Subscription } from '#lib/server/webhooks/subscriptions.ts';
import type { WantedWebhook } from '#lib/server/webhooks/check-wanted.ts';
import type { Context } from '#lib/server/context.ts';
import { done } from './outcome.ts';

/** A webhook as most tests want it. */
export const WANTED: WantedWebhook = {
	name: 'Home',
	callbackUri: 'http://127.0.0.1:9/hook',
	errorUri: null,
	triggers: ['tractionbattery-stateofcharge'],
	signals: ['tractionbattery-stateofcharge', 'odometer-traveleddistance'],
	autoSubscribe: false
};

/** Makes a webhook whose receiver counts as proved. */
export async function newWebhook(
	context: Context,
	clientId: string,
	wanted: Partial<WantedWebhook> = {}
): Promise<Webhook> {
	const { webhook } = done(await createWebhook(context, clientId, { ...WANTED, ...wanted }));
	if (!(await noteVerified(context, webhook))) throw new TypeError('It is not there.');
	return webhook;
}

/** All subscriptions of an application. */
export async function subscriptionsOf(
	context: Context,
	clientId: string
): Promise<readonly Subscription[]> {
	const found = await context.read((transaction) =>
		listSubscriptions(transaction, clientId, {}, { size: 100, offset: 0 })
	);
	return found.subscriptions;
}
