import { countDeliveries, recentEvents } from '#lib/server/webhooks/deliveries/recent.ts';
import { beforeEach, expect, it } from 'vitest';
import { putDelivery } from '../../../../support/deliveries.ts';
import { REHEARSED_START, useStorage } from '../../../../support/storage.ts';
import { storedWebhook } from '../../../../support/webhooks.ts';

const storage = useStorage();

let webhookId: string;

beforeEach(async () => {
	({ id: webhookId } = await storedWebhook(storage.context));
});

it('judges a receiver by its last events', async () => {
	const { context } = storage;
	await putDelivery(context, webhookId, { type: 'VERIFY' }, [{ status: 401 }]);
	await putDelivery(context, webhookId, { isTest: true }, [{ status: 404 }, { status: 200 }]);
	expect(await recentEvents(context, webhookId)).toEqual([
		expect.objectContaining({
			isTest: true,
			attempts: [expect.objectContaining({ status: 404 }), expect.objectContaining({ status: 200 })]
		}),
		expect.objectContaining({ type: 'VERIFY', isTest: false })
	]);
});

it('counts where the events since a time stand', async () => {
	const { context } = storage;
	for (const state of ['delivered', 'delivered', 'dropped', 'waiting'] as const) {
		await putDelivery(context, webhookId, { state });
	}
	await putDelivery(context, webhookId, { state: 'dropped', happenedAt: REHEARSED_START - 1 });
	expect(await countDeliveries(context, webhookId, REHEARSED_START)).toEqual({
		waiting: 1,
		delivered: 2,
		dropped: 1
	});
});
