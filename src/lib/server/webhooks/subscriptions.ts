import type { ConnectMode } from '#lib/connect/session-data.ts';
import { and, desc, eq, inArray, type SQL } from 'drizzle-orm';
import { standsWith } from '../connect/standing.ts';
import { dropUnsubscribed, insertSubscriptions } from '../connect/subscriptions.ts';
import { OF_THE_VEHICLE, TOLD_USER_ID, TOLD_VEHICLE_ID } from '../connect/told-ids.ts';
import type { Context, Transaction } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { toldIds, vehicles } from '../db/vehicle-schema.ts';
import { webhooks, webhookSubscriptions } from '../db/webhook-schema.ts';
import type { Db } from '../engine.ts';
import { gone, OK, refuse, type Outcome } from '../outcome.ts';
import { wakeWebhooksSoon } from '../wake-webhooks.ts';

/** That a webhook is told of a vehicle, by the ids that the application knows. */
export interface Subscription {
	readonly id: string;
	readonly webhookId: string;
	readonly connectionId: string;
	readonly userId: string;
	readonly vehicleId: string;
	/** Its own id. */
	readonly ownVehicleId: string;
	readonly mode: ConnectMode;
	/** By the rehearsal. */
	readonly createdAt: number;
	/** When it is looked at next; null where nothing would be sent. */
	readonly lookAt: number | null;
	/** Up to when it was looked at; null before the first delivery. */
	readonly watchedUntil: number | null;
	readonly vehicle: Pick<
		typeof vehicles.$inferSelect,
		'make' | 'model' | 'year' | 'level' | 'profile' | 'vin'
	>;
}

/** Which subscriptions are meant; all of the application's where nothing is said. */
export interface SubscriptionFilter {
	readonly id?: string | undefined;
	readonly webhookId?: string | undefined;
	readonly userId?: string | undefined;
	/** As the application knows it. */
	readonly vehicleId?: string | undefined;
	readonly mode?: ConnectMode | undefined;
	readonly connectionIds?: readonly string[] | undefined;
}

/** Some of an application's subscriptions, the newest first; part of a transaction. */
export async function listSubscriptions(
	{ db }: Transaction,
	clientId: string,
	filter: SubscriptionFilter,
	{ size, offset }: { readonly size: number; readonly offset: number }
): Promise<{ readonly total: number; readonly subscriptions: readonly Subscription[] }> {
	const which = and(eq(webhooks.clientId, clientId), meantBy(filter));
	const total = await db.$count(select(db, which).as('meant'));
	const subscriptions = await select(db, which)
		.orderBy(desc(webhookSubscriptions.createdAt), webhookSubscriptions.id)
		.limit(size)
		.offset(offset);
	return { total, subscriptions };
}

/** @returns null where the application has none of this id */
export async function findSubscription(
	context: Context,
	clientId: string,
	id: string
): Promise<Subscription | null> {
	return context.read(async ({ db }) => {
		const [found] = await select(db, and(eq(webhooks.clientId, clientId), meantBy({ id })));
		return found ?? null;
	});
}

/** A webhook and the connection whose vehicle it is to be told of. */
interface Wanted {
	readonly clientId: string;
	readonly webhookId: string;
	readonly connectionId: string;
}

/** Subscribes a webhook to a vehicle. Its first delivery follows at once, where the webhook runs. */
export async function subscribe(
	context: Context,
	{ clientId, webhookId, connectionId }: Wanted
): Promise<Outcome<{ id: string }, { readonly code: 'subscribed' }>> {
	return context.write(async (transaction) => {
		const { db } = transaction;
		const [webhook] = await db
			.select()
			.from(webhooks)
			.where(and(eq(webhooks.clientId, clientId), eq(webhooks.id, webhookId)));
		if (!webhook) return gone('webhook');
		const connected = await db
			.select({ id: connections.id, vehicleId: connections.vehicleId })
			.from(connections)
			.where(and(standsWith(clientId), eq(connections.id, connectionId)));
		if (connected.length === 0) return gone('connection');
		const [id] = await insertSubscriptions(transaction, webhook, connected);
		return id === undefined ? refuse({ code: 'subscribed' }) : { ok: true, id };
	});
}

/** Ends a subscription; what waits to be told by it is dropped. */
export async function unsubscribe(
	context: Context,
	clientId: string,
	which: { readonly id: string } | Omit<Wanted, 'clientId'>
): Promise<Outcome> {
	return context.write(async (transaction) => {
		const { db } = transaction;
		const it =
			'id' in which
				? eq(webhookSubscriptions.id, which.id)
				: and(
						eq(webhookSubscriptions.webhookId, which.webhookId),
						eq(webhookSubscriptions.connectionId, which.connectionId)
					);
		const [found] = await db
			.select({ id: webhookSubscriptions.id, webhookId: webhooks.id })
			.from(webhookSubscriptions)
			.innerJoin(webhooks, eq(webhooks.id, webhookSubscriptions.webhookId))
			.where(and(eq(webhooks.clientId, clientId), it));
		if (!found) return gone('subscription');
		await db
			.delete(webhookSubscriptions)
			.where(eq(webhookSubscriptions.id, found.id))
			.returning({ id: webhookSubscriptions.id });
		await dropUnsubscribed(transaction, [found.webhookId]);
		return OK;
	});
}

/** Begins all subscriptions of a webhook anew, each with a first delivery; part of a transaction. */
export async function startAnew(transaction: Transaction, webhookId: string): Promise<void> {
	const { db, now } = transaction;
	await set(db, webhookId, { watchedUntil: null, lookAt: now, openErrors: [] });
	wakeWebhooksSoon(transaction);
}

/** Looks at the vehicles of a webhook at once, by what it is told from now on; part of a transaction. */
export async function lookAnew(transaction: Transaction, webhookId: string): Promise<void> {
	const { db, now } = transaction;
	await set(db, webhookId, { lookAt: now });
	wakeWebhooksSoon(transaction);
}

/** Looks at no vehicle of a webhook any more; part of a transaction. */
export async function stopLooking({ db }: Transaction, webhookId: string): Promise<void> {
	await set(db, webhookId, { lookAt: null });
}

async function set(
	db: Db,
	webhookId: string,
	values: Partial<typeof webhookSubscriptions.$inferInsert>
): Promise<void> {
	await db
		.update(webhookSubscriptions)
		.set(values)
		.where(eq(webhookSubscriptions.webhookId, webhookId))
		.returning({ id: webhookSubscriptions.id });
}

function meantBy(filter: SubscriptionFilter): SQL | undefined {
	const { id, webhookId, userId, vehicleId, mode, connectionIds } = filter;
	return and(
		connectionIds === undefined ? undefined : inArray(connections.id, [...connectionIds]),
		id === undefined ? undefined : eq(webhookSubscriptions.id, id),
		webhookId === undefined ? undefined : eq(webhookSubscriptions.webhookId, webhookId),
		userId === undefined ? undefined : eq(TOLD_USER_ID, userId),
		vehicleId === undefined ? undefined : eq(TOLD_VEHICLE_ID, vehicleId),
		mode === undefined ? undefined : eq(connections.mode, mode)
	);
}

function select(db: Db, which: SQL | undefined) {
	return db
		.select({
			id: webhookSubscriptions.id,
			webhookId: webhookSubscriptions.webhookId,
			connectionId: webhookSubscriptions.connectionId,
			userId: TOLD_USER_ID,
			vehicleId: TOLD_VEHICLE_ID,
			ownVehicleId: webhookSubscriptions.vehicleId,
			mode: connections.mode,
			createdAt: webhookSubscriptions.createdAt,
			lookAt: webhookSubscriptions.lookAt,
			watchedUntil: webhookSubscriptions.watchedUntil,
			vehicle: {
				make: vehicles.make,
				model: vehicles.model,
				year: vehicles.year,
				level: vehicles.level,
				profile: vehicles.profile,
				vin: vehicles.vin
			}
		})
		.from(webhookSubscriptions)
		.innerJoin(webhooks, eq(webhooks.id, webhookSubscriptions.webhookId))
		.innerJoin(connections, eq(connections.id, webhookSubscriptions.connectionId))
		.innerJoin(vehicles, eq(vehicles.id, connections.vehicleId))
		.leftJoin(toldIds, OF_THE_VEHICLE)
		.where(which);
}
