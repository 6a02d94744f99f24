import { and, eq, exists, inArray, isNotNull, isNull, not, or, type SQL } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { vehicles } from '../db/vehicle-schema.ts';
import { webhookEvents, webhooks, webhookSubscriptions } from '../db/webhook-schema.ts';
import { wakeWebhooksSoon } from '../wake-webhooks.ts';
import { standsWith } from './standing.ts';

type WebhookRow = Pick<
	typeof webhooks.$inferSelect,
	'id' | 'clientId' | 'verifiedAt' | 'disabledAt'
>;
type ConnectionRow = Pick<typeof connections.$inferSelect, 'id' | 'vehicleId'>;

/** Nothing is told before the receiver has proved itself, nor while the webhook is off. */
export function isRunning({
	verifiedAt,
	disabledAt
}: Pick<WebhookRow, 'verifiedAt' | 'disabledAt'>): boolean {
	return verifiedAt !== null && disabledAt === null;
}

/**
 * Subscribes a webhook to the vehicles of connections; part of a transaction. Each gets a first
 * delivery at once, or as soon as the webhook runs.
 *
 * @returns the ids of those that begin: others were subscribed before
 */
export async function insertSubscriptions(
	transaction: Transaction,
	webhook: WebhookRow,
	connected: readonly ConnectionRow[]
): Promise<readonly string[]> {
	if (connected.length === 0) return [];
	const { db, now } = transaction;
	const lookAt = isRunning(webhook) ? now : null;
	const begun = await db
		.insert(webhookSubscriptions)
		.values(
			connected.map(({ id: connectionId, vehicleId }) => ({
				...{ id: randomUUID(), webhookId: webhook.id, connectionId, vehicleId },
				...{ createdAt: now, lookAt }
			}))
		)
		.onConflictDoNothing()
		.returning({ id: webhookSubscriptions.id });
	if (begun.length > 0) wakeWebhooksSoon(transaction);
	return begun.map(({ id }) => id);
}

/** Subscribes the webhooks that want every vehicle to those that were connected; part of a transaction. */
export async function subscribeConnected(
	transaction: Transaction,
	clientId: string,
	connectionIds: readonly string[]
): Promise<void> {
	const wanting = await transaction.db
		.select()
		.from(webhooks)
		.where(and(eq(webhooks.clientId, clientId), eq(webhooks.autoSubscribe, true)));
	for (const webhook of wanting) {
		await subscribeByItself(transaction, webhook, inArray(connections.id, [...connectionIds]));
	}
}

/** How many rows one statement inserts. */
const AT_A_TIME = 1000;

/** Subscribes a webhook to the vehicles of its application, but simulated ones that were added by hand. */
export async function subscribeByItself(
	transaction: Transaction,
	webhook: WebhookRow,
	which?: SQL
): Promise<void> {
	const { db } = transaction;
	const found = await db
		.select({ id: connections.id, vehicleId: connections.vehicleId })
		.from(connections)
		.innerJoin(vehicles, eq(vehicles.id, connections.vehicleId))
		.where(
			and(
				standsWith(webhook.clientId),
				which,
				or(eq(connections.mode, 'live'), isNull(vehicles.addedAt))
			)
		);
	for (let from = 0; from < found.length; from += AT_A_TIME) {
		await insertSubscriptions(transaction, webhook, found.slice(from, from + AT_A_TIME));
	}
}

/** Ends the subscriptions of an application's connections that have ended; part of a transaction. */
export async function endSubscriptions(transaction: Transaction, clientId: string): Promise<void> {
	const { db } = transaction;
	const own = await db
		.select({ id: webhooks.id })
		.from(webhooks)
		.where(eq(webhooks.clientId, clientId));
	if (own.length === 0) return;
	const ids = own.map(({ id }) => id);
	const ended = db
		.select({ id: connections.id })
		.from(connections)
		.where(
			and(eq(connections.id, webhookSubscriptions.connectionId), isNotNull(connections.endedAt))
		);
	await db
		.delete(webhookSubscriptions)
		.where(and(inArray(webhookSubscriptions.webhookId, ids), exists(ended)))
		.returning({ id: webhookSubscriptions.id });
	await dropUnsubscribed(transaction, ids);
}

/** Drops what was to be told of vehicles that a webhook is not subscribed to; part of a transaction. */
export async function dropUnsubscribed(
	transaction: Transaction,
	webhookIds: readonly string[]
): Promise<void> {
	const subscribed = transaction.db
		.select({ id: webhookSubscriptions.id })
		.from(webhookSubscriptions)
		.where(
			and(
				eq(webhookSubscriptions.webhookId, webhookEvents.webhookId),
				eq(webhookSubscriptions.vehicleId, webhookEvents.vehicleId)
			)
		);
	await dropWaiting(
		transaction,
		and(
			inArray(webhookEvents.webhookId, [...webhookIds]),
			isNotNull(webhookEvents.vehicleId),
			not(exists(subscribed))
		)
	);
}

/** Gives events up that wait to be sent; part of a transaction. */
export async function dropWaiting({ db }: Transaction, which: SQL | undefined): Promise<void> {
	await db
		.update(webhookEvents)
		.set({ state: 'dropped', dueAt: null, leasedUntil: null })
		.where(and(isNotNull(webhookEvents.dueAt), which))
		.returning({ id: webhookEvents.id });
}

/**
 * Has the vehicles of connections be looked at soon, since more or less of them may be told from now
 * on; part of a transaction.
 */
export async function lookAgain(
	transaction: Transaction,
	connected: SQL | undefined
): Promise<void> {
	const { db, now } = transaction;
	const running = db
		.select({ id: webhooks.id })
		.from(webhooks)
		.where(and(isNotNull(webhooks.verifiedAt), isNull(webhooks.disabledAt)));
	const ids = db.select({ id: connections.id }).from(connections).where(connected);
	const looked = await db
		.update(webhookSubscriptions)
		.set({ lookAt: now })
		.where(
			and(
				inArray(webhookSubscriptions.connectionId, ids),
				inArray(webhookSubscriptions.webhookId, running)
			)
		)
		.returning({ id: webhookSubscriptions.id });
	if (looked.length > 0) wakeWebhooksSoon(transaction);
}
