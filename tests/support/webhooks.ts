import { createApplication } from '#lib/server/applications/applications.ts';
import type { Context } from '#lib/server/context.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import {
	webhookAttempts,
	webhookEvents,
	webhooks,
	webhookSubscriptions
} from '#lib/server/db/webhook-schema.ts';
import { newEventId, queueEvent } from '#lib/server/webhooks/outbox.ts';
import { eq } from 'drizzle-orm';

/** A webhook of a new application as it stands in the database, verified unless something else is said. */
export async function storedWebhook(
	context: Context,
	wanted: Partial<typeof webhooks.$inferInsert> = {}
): Promise<typeof webhooks.$inferSelect> {
	return context.write(async (transaction) => {
		const made = wanted.clientId
			? { ok: true as const, clientId: wanted.clientId }
			: await createApplication(transaction, { name: 'Fleet' });
		if (!made.ok) throw new TypeError('No application was made.');
		const { db, now } = transaction;
		const [row] = await db
			.insert(webhooks)
			.values({
				id: crypto.randomUUID(),
				clientId: made.clientId,
				name: 'Home',
				callbackUri: 'http://127.0.0.1:9/hook',
				triggers: [],
				signals: [],
				autoSubscribe: false,
				createdAt: now,
				verifiedAt: now,
				...wanted
			})
			.returning();
		if (!row) throw new TypeError('No webhook was written.');
		return row;
	});
}

/** Subscribes a webhook to the vehicle of a connection. */
export async function storedSubscription(
	context: Context,
	{ webhookId, connectionId }: { readonly webhookId: string; readonly connectionId: string }
): Promise<void> {
	await context.write(async ({ db, now }) => {
		const [connection] = await db
			.select({ vehicleId: connections.vehicleId })
			.from(connections)
			.where(eq(connections.id, connectionId));
		if (!connection) throw new TypeError(connectionId);
		const { vehicleId } = connection;
		await db.insert(webhookSubscriptions).values({
			id: crypto.randomUUID(),
			webhookId,
			connectionId,
			vehicleId,
			createdAt: now,
			lookAt: now
		});
	});
}

interface QueuedFacts {
	readonly vehicleId?: string | null;
	/** Tells it from others, in its data. */
	readonly n?: number;
	readonly type?: 'VEHICLE_STATE' | 'VEHICLE_ERROR';
}

/** Writes an event down. @returns its event id */
export async function queued(
	context: Context,
	webhookId: string,
	{ vehicleId = null, n = 0, type = 'VEHICLE_STATE' }: QueuedFacts = {}
): Promise<string> {
	const eventId = newEventId();
	const body = { eventId, eventType: type, data: { n }, meta: { webhookId } };
	await context.write((transaction) =>
		queueEvent(transaction, { webhookId, vehicleId, happenedAt: transaction.now, body })
	);
	return eventId;
}

/** Where all events stand, in the order in which they were written down. */
export function storedEvents(context: Context) {
	return context.read(({ db }) => db.select().from(webhookEvents).orderBy(webhookEvents.id));
}

export function storedAttempts(context: Context) {
	return context.read(({ db }) => db.select().from(webhookAttempts).orderBy(webhookAttempts.id));
}
