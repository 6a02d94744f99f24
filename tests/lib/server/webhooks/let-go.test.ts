import { MOST_EVENTS } from '#lib/webhooks/kept.ts';
import { webhookAttempts, webhookEvents } from '#lib/server/db/webhook-schema.ts';
import { letGo } from '#lib/server/webhooks/let-go.ts';
import { verifyWebhook } from '#lib/server/webhooks/verify-webhook.ts';
import { findWebhook } from '#lib/server/webhooks/webhooks.ts';
import { asc, count, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { putDelivery } from '../../../support/deliveries.ts';
import { useDeliveries } from '../../../support/hooked.ts';
import { useStorage } from '../../../support/storage.ts';
import { queued, storedWebhook } from '../../../support/webhooks.ts';

const storage = useStorage();
const hook = useDeliveries(storage);
const { now } = hook;

type State = 'waiting' | 'delivered' | 'dropped';

async function fill(webhookId: string, many: number, state: State): Promise<void> {
	const rows = Array.from({ length: many }, () => ({
		...{ eventId: crypto.randomUUID(), webhookId, type: 'VEHICLE_STATE' as const, body: '{}' },
		...{ happenedAt: 1, state }
	}));
	await now().write(async ({ db }) => {
		for (let from = 0; from < many; from += 500) {
			await db.insert(webhookEvents).values(rows.slice(from, from + 500));
		}
	});
}

const idsOf = (webhookId: string) =>
	now().read(async ({ db }) => {
		const rows = await db
			.select({ id: webhookEvents.id })
			.from(webhookEvents)
			.where(eq(webhookEvents.webhookId, webhookId))
			.orderBy(asc(webhookEvents.id));
		return rows.map(({ id }) => id);
	});
const attempts = () => now().read(({ db }) => db.$count(webhookAttempts));

describe('of a webhook with more events than are kept', () => {
	let oldest: number;
	let waiting: number;

	beforeEach(async () => {
		({ id: oldest } = await putDelivery(now(), hook.webhookId, { state: 'dropped' }, [{}, {}]));
		({ id: waiting } = await putDelivery(now(), hook.webhookId, { state: 'waiting', dueAt: 9e15 }, [
			{}
		]));
		await fill(hook.webhookId, MOST_EVENTS - 1, 'delivered');
	});

	it('the oldest that is over goes with its attempts once another one is sent', async () => {
		const other = await storedWebhook(now(), { clientId: hook.clientId });
		const { id: kept } = await putDelivery(now(), other.id, { state: 'delivered' }, [{}]);
		await now().write((transaction) => letGo(transaction, hook.webhookId, 1));
		// Of those beyond the newest one is over, and one waits.
		expect(await idsOf(hook.webhookId)).toHaveLength(MOST_EVENTS);
		expect(await idsOf(hook.webhookId)).not.toContain(oldest);
		await queued(now(), hook.webhookId);
		await hook.deliver();
		const left = await idsOf(hook.webhookId);
		expect(left[0]).toBe(waiting);
		expect(left).toHaveLength(MOST_EVENTS + 1);
		expect(await idsOf(other.id)).toEqual([kept]);
		expect(await attempts()).toBe(3);
	});

	it('the oldest goes as well once its receiver is asked to prove itself', async () => {
		const webhook = await findWebhook(now(), hook.clientId, hook.webhookId);
		if (!webhook) throw new TypeError('No webhook');
		await verifyWebhook(now(), webhook);
		const left = await idsOf(hook.webhookId);
		expect(left[0]).toBe(waiting);
		expect(left).toHaveLength(MOST_EVENTS + 1);
	});
});

it('those of an older version go a step at a time', async () => {
	await fill(hook.webhookId, MOST_EVENTS + 250, 'delivered');
	const step = async () => {
		await now().write((transaction) => letGo(transaction, hook.webhookId, 1));
		return (await idsOf(hook.webhookId)).length - MOST_EVENTS;
	};
	expect([await step(), await step(), await step(), await step()]).toEqual([149, 48, 0, 0]);
});

it('what waits is all kept', async () => {
	await fill(hook.webhookId, MOST_EVENTS + 10, 'waiting');
	await now().write((transaction) => letGo(transaction, hook.webhookId, 10));
	const [row] = await now().read(({ db }) => db.select({ many: count() }).from(webhookEvents));
	expect(row?.many).toBe(MOST_EVENTS + 10);
});
