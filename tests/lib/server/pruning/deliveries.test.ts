import { webhookAttempts, webhookEvents } from '#lib/server/db/webhook-schema.ts';
import { DAY } from '#lib/server/keep-days.ts';
import { pruneSome } from '#lib/server/pruning/prune.ts';
import { expect, it } from 'vitest';
import { putDelivery } from '../../../support/deliveries.ts';
import { START, useStorage } from '../../../support/storage.ts';
import { storedWebhook } from '../../../support/webhooks.ts';

const storage = useStorage();

async function left(days: number) {
	const context = storage.at(START + days * DAY);
	while (await pruneSome(context));
	return context.read(async ({ db }) => {
		const events = await db.select().from(webhookEvents).orderBy(webhookEvents.id);
		return [events.map(({ id }) => id), await db.$count(webhookAttempts)];
	});
}

it('deliveries go after a week, with their events; what is to be sent stays', async () => {
	const { context } = storage;
	const { id } = await storedWebhook(context);
	const put = async (...[event, attempts]: [Parameters<typeof putDelivery>[2], number[]]) => {
		const made = attempts.map((day) => ({ machineAt: START + day * DAY }));
		return (await putDelivery(context, id, event, made)).id;
	};
	await put({ state: 'delivered' }, [0]);
	await put({ state: 'dropped' }, []);
	const waiting = await put({ state: 'waiting', dueAt: 1 }, [0]);
	const retried = await put({ state: 'delivered' }, [0, 3]);
	const dropped = await put({ state: 'dropped' }, []);
	const last = await put({ state: 'delivered' }, [4]);
	expect(await left(6.9)).toEqual([expect.arrayContaining([waiting, last]), 5]);
	expect((await left(6.9))[0]).toHaveLength(6);
	expect(await left(7.1)).toEqual([[waiting, retried, dropped, last], 2]);
	expect(await left(10.1)).toEqual([[waiting, last], 1]);
});
