import { MOST_BYTES } from '#lib/webhooks/attempts.ts';
import type { EventBody } from '#lib/webhooks/payloads/event.ts';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../context.ts';
import { webhookEvents } from '../db/webhook-schema.ts';
import { wakeWebhooksSoon } from './wake.ts';

/** Something to be told to the receiver of a webhook. */
export interface QueuedEvent {
	readonly webhookId: string;
	/** The vehicle's own id; null where it is about none. */
	readonly vehicleId: string | null;
	/** A sample that somebody asked for, of no vehicle that exists. */
	readonly isTest?: boolean;
	/** By the rehearsal. */
	readonly happenedAt: number;
	readonly body: EventBody;
}

/** Room for what an attempt adds. */
const ADDED_BYTES = 256;

/** The id of an event, which its body names. */
export function newEventId(): string {
	return randomUUID();
}

/**
 * Writes down what is to be told, to be sent once this is committed; part of the transaction of what
 * it tells of.
 *
 * @returns false where the body is larger than a delivery may be: nothing was written then
 */
export async function queueEvent(
	transaction: Transaction,
	{ webhookId, vehicleId, isTest = false, happenedAt, body }: QueuedEvent
): Promise<boolean> {
	const text = JSON.stringify(body);
	if (Buffer.byteLength(text) + ADDED_BYTES > MOST_BYTES) return false;
	const { db, now } = transaction;
	await db.insert(webhookEvents).values({
		eventId: body.eventId,
		webhookId,
		vehicleId,
		type: body.eventType,
		isTest,
		body: text,
		happenedAt,
		dueAt: now
	});
	wakeWebhooksSoon(transaction);
	return true;
}
