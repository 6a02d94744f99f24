import { makeManagementToken } from '#lib/server/applications/management-token.ts';
import type { Context } from '#lib/server/context.ts';
import { webhookEvents, webhooks } from '#lib/server/db/webhook-schema.ts';
import { glimpseDeliveries } from '#lib/server/webhooks/deliveries/glimpse.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { putDelivery } from '../../../../support/deliveries.ts';
import { useStorage } from '../../../../support/storage.ts';
import { storedWebhook } from '../../../../support/webhooks.ts';

const storage = useStorage();

let webhookId: string;
let clientId: string;

beforeEach(async () => {
	({ id: webhookId, clientId } = await storedWebhook(storage.context));
	await putDelivery(storage.context, webhookId);
});

const glimpse = async () => (await glimpseDeliveries(storage.context, [webhookId])).get(webhookId);

describe('who watches a webhook', () => {
	it.each<[string, (context: Context) => Promise<unknown>]>([
		['another event', (context) => putDelivery(context, webhookId)],
		[
			'an event that was delivered',
			(context) =>
				context.write(async ({ db }) =>
					db
						.update(webhookEvents)
						.set({ state: 'delivered', tries: 1 })
						.where(eq(webhookEvents.webhookId, webhookId))
				)
		],
		[
			'that it is off',
			(context) =>
				context.write(async ({ db }) =>
					db.update(webhooks).set({ disabledAt: 1 }).where(eq(webhooks.id, webhookId))
				)
		],
		[
			'another name or address',
			(context) =>
				context.write(async ({ db }) =>
					db.update(webhooks).set({ name: 'Other' }).where(eq(webhooks.id, webhookId))
				)
		],
		['another key', (context) => makeManagementToken(context, clientId)]
	])('sees %s', async (_, change) => {
		const before = await glimpse();
		await change(storage.context);
		expect(await glimpse()).not.toBe(before);
	});

	it('sees nothing of others', async () => {
		const before = await glimpse();
		await putDelivery(storage.context, (await storedWebhook(storage.context)).id);
		expect(await glimpse()).toBe(before);
	});
});
