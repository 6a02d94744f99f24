import { findDelivery } from '#lib/server/webhooks/deliveries/open.ts';
import { expect, it } from 'vitest';
import { putDelivery } from '../../../../support/deliveries.ts';
import { REHEARSED_START, useStorage } from '../../../../support/storage.ts';
import { storedWebhook } from '../../../../support/webhooks.ts';

const storage = useStorage();

const aWebhook = async () => (await storedWebhook(storage.context)).id;

it('opens an event with both sides of each attempt', async () => {
	const webhookId = await aWebhook();
	const { id, eventId } = await putDelivery(
		storage.context,
		webhookId,
		{ state: 'delivered', body: '{"data":{"challenge":"nsQs"}}' },
		[
			{
				deliveryId: 'first',
				headers: { 'sc-signature': 'ab' },
				body: '{"a":1}',
				status: null,
				error: 'timed-out',
				answerHeaders: null,
				answerBody: null
			},
			{ deliveryId: 'second', answerHeaders: { server: 'x' }, answerBody: 'thanks' }
		]
	);
	expect(await findDelivery(storage.context, webhookId, eventId)).toMatchObject({
		id,
		eventId,
		state: 'delivered',
		happenedAt: REHEARSED_START,
		told: { kind: 'challenge' },
		attempts: [
			{
				deliveryId: 'first',
				headers: { 'sc-signature': 'ab' },
				body: '{"a":1}',
				status: null,
				error: 'timed-out',
				answerHeaders: null,
				answerBody: null
			},
			{
				deliveryId: 'second',
				status: 200,
				answerHeaders: { server: 'x' },
				answerBody: 'thanks'
			}
		]
	});
});

it('opens none of another webhook', async () => {
	const { eventId } = await putDelivery(storage.context, await aWebhook());
	expect(await findDelivery(storage.context, await aWebhook(), eventId)).toBeNull();
});
