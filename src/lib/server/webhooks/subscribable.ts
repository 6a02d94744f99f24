import type { ConnectMode } from '#lib/connect/session-data.ts';
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { standsWith } from '../connect/standing.ts';
import { insertSubscriptions } from '../connect/subscriptions.ts';
import { withName } from '../connect/vehicle-name.ts';
import type { Context, Transaction } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { vehicles } from '../db/vehicle-schema.ts';
import { webhooks, webhookSubscriptions } from '../db/webhook-schema.ts';
import { gone, type Outcome } from '../outcome.ts';

/** Vehicles that are listed at most, those that are subscribed first. */
const MOST_LISTED = 50;

/** A vehicle that an application is connected to, beside a webhook of it. */
interface SubscribableVehicle {
	readonly connectionId: string;
	/** Its own id. */
	readonly vehicleId: string;
	/** Brand, model and year. */
	readonly name: string;
	/** Of the connection: one vehicle may be connected as a real one and as a simulated one. */
	readonly mode: ConnectMode;
	readonly isSubscribed: boolean;
}

export interface SubscribableVehicles {
	readonly vehicles: readonly SubscribableVehicle[];
	/** Vehicles that the application is connected to, and those of them that the webhook is told of. */
	readonly connected: number;
	readonly subscribed: number;
}

interface Key {
	readonly clientId: string;
	readonly webhookId: string;
}

/** What a webhook may be told of, and what it is told of. */
export async function listSubscribable(
	context: Context,
	{ clientId, webhookId }: Key
): Promise<SubscribableVehicles> {
	return context.read(async (transaction) => {
		const { db } = transaction;
		const rows = await select(transaction, { clientId, webhookId })
			.orderBy(
				asc(isNull(webhookSubscriptions.id)),
				asc(vehicles.make),
				asc(vehicles.model),
				asc(connections.id)
			)
			.limit(MOST_LISTED);
		const [counted] = await db
			.select({ connected: count(), subscribed: count(webhookSubscriptions.id) })
			.from(connections)
			.leftJoin(webhookSubscriptions, ofIt(webhookId))
			.where(standsWith(clientId));
		return {
			vehicles: rows.map(({ connectionId, vehicleId, mode, subscriptionId, ...vehicle }) => ({
				connectionId,
				vehicleId,
				mode,
				name: withName(vehicle).name,
				isSubscribed: subscriptionId !== null
			})),
			connected: counted?.connected ?? 0,
			subscribed: counted?.subscribed ?? 0
		};
	});
}

/** A webhook beside a vehicle that it may be told of. */
interface ToldWebhook {
	readonly id: string;
	readonly name: string;
	readonly isSubscribed: boolean;
}

/**
 * The webhooks of an application, the oldest first.
 *
 * @param connectionId of the vehicle; null where it is not connected
 */
export async function listToldBy(
	context: Context,
	{ clientId, connectionId }: { readonly clientId: string; readonly connectionId: string | null }
): Promise<readonly ToldWebhook[]> {
	const rows = await context.read(({ db }) =>
		db
			.select({ id: webhooks.id, name: webhooks.name, subscriptionId: webhookSubscriptions.id })
			.from(webhooks)
			.leftJoin(
				webhookSubscriptions,
				and(
					eq(webhookSubscriptions.webhookId, webhooks.id),
					eq(webhookSubscriptions.connectionId, connectionId ?? '')
				)
			)
			.where(eq(webhooks.clientId, clientId))
			.orderBy(asc(webhooks.createdAt), asc(webhooks.id))
	);
	return rows.map(({ subscriptionId, ...webhook }) => ({
		...webhook,
		isSubscribed: subscriptionId !== null
	}));
}

/** How many rows one statement inserts. */
const AT_A_TIME = 1000;

/** Subscribes a webhook to every vehicle that its application is connected to. */
export async function subscribeAll(
	context: Context,
	{ clientId, webhookId }: Key
): Promise<Outcome<{ begun: number }>> {
	return context.write(async (transaction) => {
		const [webhook] = await transaction.db
			.select()
			.from(webhooks)
			.where(and(eq(webhooks.clientId, clientId), eq(webhooks.id, webhookId)));
		if (!webhook) return gone('webhook');
		const rows = await select(transaction, { clientId, webhookId });
		const left = rows
			.filter(({ subscriptionId }) => subscriptionId === null)
			.map(({ connectionId, vehicleId }) => ({ id: connectionId, vehicleId }));
		let begun = 0;
		for (let from = 0; from < left.length; from += AT_A_TIME) {
			const some = left.slice(from, from + AT_A_TIME);
			begun += (await insertSubscriptions(transaction, webhook, some)).length;
		}
		return { ok: true, begun };
	});
}

function select({ db }: Transaction, { clientId, webhookId }: Key) {
	return db
		.select({
			connectionId: connections.id,
			vehicleId: connections.vehicleId,
			make: vehicles.make,
			model: vehicles.model,
			year: vehicles.year,
			mode: connections.mode,
			subscriptionId: webhookSubscriptions.id
		})
		.from(connections)
		.innerJoin(vehicles, eq(vehicles.id, connections.vehicleId))
		.leftJoin(webhookSubscriptions, ofIt(webhookId))
		.where(standsWith(clientId))
		.$dynamic();
}

const ofIt = (webhookId: string) =>
	and(
		eq(webhookSubscriptions.connectionId, connections.id),
		eq(webhookSubscriptions.webhookId, webhookId)
	);
