import type { Context } from '#lib/server/context.ts';
import { webhookAttempts, webhookEvents } from '#lib/server/db/webhook-schema.ts';
import { randomUUID } from 'node:crypto';
import { REHEARSED_START, START } from './storage.ts';

type Event = typeof webhookEvents.$inferInsert;
type Attempt = typeof webhookAttempts.$inferInsert;

/** An event in the log of a webhook, with the attempts to send it. @returns what it is found by */
export async function putDelivery(
	context: Context,
	webhookId: string,
	event: Partial<Event> = {},
	attempts: readonly Partial<Attempt>[] = []
): Promise<{ readonly id: number; readonly eventId: string }> {
	const eventId = randomUUID();
	const body = JSON.stringify({ eventId, eventType: 'VEHICLE_STATE', data: {}, meta: {} });
	return context.write(async ({ db }) => {
		const [row] = await db
			.insert(webhookEvents)
			.values({
				eventId,
				webhookId,
				type: 'VEHICLE_STATE',
				body,
				happenedAt: REHEARSED_START,
				tries: attempts.length,
				...event
			})
			.returning({ id: webhookEvents.id, eventId: webhookEvents.eventId });
		if (!row) throw new TypeError('No event');
		for (const [index, attempt] of attempts.entries()) {
			await db.insert(webhookAttempts).values({
				eventNumber: row.id,
				deliveryId: randomUUID(),
				uri: 'http://127.0.0.1:4000/smartcar',
				at: REHEARSED_START,
				machineAt: START + index,
				headers: { 'content-type': 'application/json' },
				body,
				status: 200,
				answerHeaders: {},
				answerBody: '',
				duration: 3,
				...attempt
			});
		}
		return row;
	});
}
