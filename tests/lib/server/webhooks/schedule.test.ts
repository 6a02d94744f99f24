import { scheduleWebhooks } from '#lib/server/webhooks/schedule.ts';
import { wakeWebhooks } from '#lib/server/wake-webhooks.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { useDeliveries } from '../../../support/hooked.ts';
import { useStorage } from '../../../support/storage.ts';
import { queued, storedEvents } from '../../../support/webhooks.ts';
import { webhooks } from '#lib/server/db/webhook-schema.ts';

const storage = useStorage();
const hook = useDeliveries(storage);
const { now, receiver } = hook;

let stop: (() => Promise<void>) | null = null;
afterEach(async () => {
	await stop?.();
	stop = null;
});

/** @returns how often vehicles were looked at */
function schedule() {
	const looks = { loaded: 0, count: 0 };
	stop = scheduleWebhooks(now, () => {
		looks.loaded += 1;
		return Promise.resolve(() => {
			looks.count += 1;
			return Promise.resolve(false);
		});
	});
	return looks;
}

describe('scheduleWebhooks', () => {
	it('loads nothing as long as there is no webhook', async () => {
		await now().write(({ db }) => db.delete(webhooks).returning());
		const looks = schedule();
		wakeWebhooks(now());
		await now().read(() => Promise.resolve());
		await stop?.();
		expect(looks).toEqual({ loaded: 0, count: 0 });
	});

	it('sends what is written down soon after, and looks at vehicles', async () => {
		const looks = schedule();
		await queued(now(), hook.webhookId, { n: 1 });
		await expect.poll(() => receiver.received.length).toBe(1);
		await expect.poll(() => looks.count).toBeGreaterThan(0);
		await queued(now(), hook.webhookId, { n: 2 });
		await expect.poll(() => receiver.received.length).toBe(2);
		expect(looks.loaded).toBe(1);
	});

	it('writes down what it sent before it stops, and sends no more', async () => {
		schedule();
		await queued(now(), hook.webhookId);
		await expect.poll(() => receiver.received.length).toBe(1);
		await stop?.();
		expect(await storedEvents(now())).toMatchObject([{ state: 'delivered' }]);
		await queued(now(), hook.webhookId);
		wakeWebhooks(now());
		expect(await storedEvents(now())).toMatchObject([
			{ state: 'delivered' },
			{ state: 'waiting', leasedUntil: null }
		]);
	});
});
