import type { Context } from '#lib/server/context.ts';
import { webhookEvents } from '#lib/server/db/webhook-schema.ts';
import { newEventId, queueEvent } from '#lib/server/webhooks/outbox.ts';
import type { EventBody } from '#lib/webhooks/payloads/event.ts';
import { describe, expect, it } from 'vitest';
import { REHEARSED_START, useStorage } from '../../../support/storage.ts';
import { storedWebhook } from '../../../support/webhooks.ts';

const storage = useStorage();

const bodyOf = (data: object = {}): EventBody => ({
	eventId: newEventId(),
	eventType: 'VEHICLE_STATE',
	data,
	meta: { version: '4.0' }
});

const eventsIn = (context: Context) =>
	context.read(({ db }) => db.select().from(webhookEvents).orderBy(webhookEvents.id));

describe('queueEvent', () => {
	it('writes down what is due now, by the rehearsal', async () => {
		const { id: webhookId } = await storedWebhook(storage.context);
		const body = bodyOf({ a: 'é' });
		const queued = await storage.context.write((transaction) =>
			queueEvent(transaction, { webhookId, vehicleId: 'car', happenedAt: 7, body })
		);
		expect(queued).toBe(true);
		expect(await eventsIn(storage.context)).toMatchObject([
			{
				...{ eventId: body.eventId, webhookId, vehicleId: 'car', type: 'VEHICLE_STATE' },
				...{ isTest: false, body: JSON.stringify(body), happenedAt: 7, state: 'waiting' },
				...{ dueAt: REHEARSED_START, leasedUntil: null, tries: 0 }
			}
		]);
	});

	it('goes with the transaction that it tells of', async () => {
		const { id: webhookId } = await storedWebhook(storage.context);
		const failing = storage.context.write(async (transaction) => {
			await queueEvent(transaction, { webhookId, vehicleId: null, happenedAt: 7, body: bodyOf() });
			throw new RangeError('no');
		});
		await expect(failing).rejects.toThrow(RangeError);
		expect(await eventsIn(storage.context)).toEqual([]);
	});

	it.each([
		[50_000, true],
		[52_000, false]
	])('with %i bytes of data: %s', async (bytes, queued) => {
		const { id: webhookId } = await storedWebhook(storage.context);
		const body = bodyOf({ a: 'x'.repeat(bytes - 100) });
		const event = { webhookId, vehicleId: null, happenedAt: 7, body };
		expect(await storage.context.write((transaction) => queueEvent(transaction, event))).toBe(
			queued
		);
		expect(await eventsIn(storage.context)).toHaveLength(queued ? 1 : 0);
	});
});
