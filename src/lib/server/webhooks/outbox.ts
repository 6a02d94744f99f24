import { MOST_BYTES } from '#lib/webhooks/attempts.ts';
import type { EventBody } from '#lib/webhooks/payloads/event.ts';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../context.ts';
import { webhookEvents } from '../db/webhook-schema.ts';
import { log } from '../log.ts';
import { wakeWebhooksSoon } from '../wake-webhooks.ts';

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

/** Events that one statement writes. */
const AT_A_TIME = 100;

/** The id of an event, which its body names. */
export function newEventId(): string {
	return randomUUID();
}

/**
 * Writes down what is to be told, to be sent once this is committed; part of the transaction of what
 * it tells of. One whose body is larger than a delivery may be is left out.
 *
 * @returns how many were written
 */
export async function queueEvents(
	transaction: Transaction,
	events: readonly QueuedEvent[]
): Promise<number> {
	const { db, now } = transaction;
	const rows = events.map(({ webhookId, vehicleId, isTest = false, happenedAt, body }) => ({
		...{ eventId: body.eventId, webhookId, vehicleId, type: body.eventType, isTest },
		...{ body: JSON.stringify(body), happenedAt, dueAt: now }
	}));
	const fitting = rows.filter(({ body }) => Buffer.byteLength(body) + ADDED_BYTES <= MOST_BYTES);
	for (let from = 0; from < fitting.length; from += AT_A_TIME) {
		await db.insert(webhookEvents).values(fitting.slice(from, from + AT_A_TIME));
	}
	if (fitting.length > 0) wakeWebhooksSoon(transaction);
	const left = rows.length - fitting.length;
	if (left > 0) log.error({ events: left }, 'events of webhooks are larger than a delivery may be');
	return fitting.length;
}

/** The same for one. @returns false where its body is too large */
export async function queueEvent(transaction: Transaction, event: QueuedEvent): Promise<boolean> {
	return (await queueEvents(transaction, [event])) === 1;
}
