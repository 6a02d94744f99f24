import type { DeliveryPlan, FindDeliveryFault } from '#lib/server/webhooks/delivery-fault.ts';
import smartcar from 'smartcar';
import { describe, expect, it } from 'vitest';
import { useDeliveries } from '../../../support/hooked.ts';
import { useStorage } from '../../../support/storage.ts';
import { queued, storedAttempts, storedEvents } from '../../../support/webhooks.ts';

const storage = useStorage();
const hook = useDeliveries(storage);
const { receiver, now, deliver, bodies } = hook;

describe('what goes wrong on purpose', () => {
	const planned =
		(plan: DeliveryPlan): FindDeliveryFault =>
		() =>
			Promise.resolve(plan);

	it('sends an event twice, each time under an id of its own', async () => {
		const eventId = await queued(now(), hook.webhookId);
		await deliver(planned({ fault: 'DUPLICATE', copies: 2 }));
		expect(bodies().map((body) => body.eventId)).toEqual([eventId, eventId]);
		expect(new Set(bodies().map(({ meta }) => meta.deliveryId)).size).toBe(2);
		expect(await storedAttempts(now())).toMatchObject([
			{ fault: 'DUPLICATE' },
			{ fault: 'DUPLICATE' }
		]);
		expect(await storedEvents(now())).toMatchObject([{ state: 'delivered', tries: 1 }]);
	});

	it('signs with another token', async () => {
		await queued(now(), hook.webhookId);
		await deliver(planned({ fault: 'BAD_SIGNATURE', badSignature: true }));
		const signature = String(receiver.received[0]?.headers['sc-signature']);
		expect(signature).toMatch(/^[0-9a-f]{64}$/);
		expect(smartcar.verifyPayload(hook.token, signature, bodies()[0] ?? {})).toBe(false);
	});

	it('puts an event off once, so that the next one overtakes it', async () => {
		await queued(now(), hook.webhookId, { n: 1 });
		await deliver(planned({ fault: 'REORDER', putOff: 5000 }));
		expect(receiver.received).toEqual([]);
		await queued(now(), hook.webhookId, { n: 2 });
		await deliver();
		hook.time += 5000;
		await deliver(planned({ fault: 'REORDER', putOff: 5000 }));
		expect(bodies().map(({ data }) => data.n)).toEqual([2, 1]);
	});

	it('counts as unanswered what is not sent at all', async () => {
		await queued(now(), hook.webhookId);
		await deliver(planned({ fault: 'MISSED', missed: true }));
		expect(receiver.received).toEqual([]);
		expect(await storedAttempts(now())).toMatchObject([{ error: 'missed', fault: 'MISSED' }]);
		hook.time += 25_000;
		await deliver();
		expect(receiver.received).toHaveLength(1);
	});
});
