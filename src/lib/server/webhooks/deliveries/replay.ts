import { MOST_REPLAYS, MOST_TRIES, replaysOf } from '#lib/webhooks/attempts.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { isRunning } from '../../connect/subscriptions.ts';
import type { Context } from '../../context.ts';
import { webhookEvents, webhooks, webhookSubscriptions } from '../../db/webhook-schema.ts';
import { gone, OK, refuse, type Outcome } from '../../outcome.ts';
import { isFree } from '../take.ts';

export type ReplayRefusal =
	/** Nothing would be sent: the webhook is off, or its receiver has not proved itself. */
	| { readonly code: 'not-running' }
	/** Nor of a vehicle that it is no longer told of. */
	| { readonly code: 'not-subscribed' }
	/** It is on its way already. */
	| { readonly code: 'waiting' }
	/** A challenge is answered once. */
	| { readonly code: 'challenge' }
	| { readonly code: 'too-often'; readonly data: { readonly limit: number } };

interface Replayed {
	readonly clientId: string;
	readonly webhookId: string;
	readonly eventId: string;
}

/** Has an event that is over sent once more, and not again where that fails. */
export async function replayEvent(
	context: Context,
	{ clientId, webhookId, eventId }: Replayed
): Promise<Outcome<object, ReplayRefusal>> {
	return context.write(async ({ db, now, machineNow }) => {
		const [webhook] = await db
			.select()
			.from(webhooks)
			.where(and(eq(webhooks.clientId, clientId), eq(webhooks.id, webhookId)));
		if (!webhook) return gone('webhook');
		if (!isRunning(webhook)) return refuse({ code: 'not-running' });
		const it = and(eq(webhookEvents.webhookId, webhookId), eq(webhookEvents.eventId, eventId));
		const [event] = await db.select().from(webhookEvents).where(it);
		if (!event) return gone('delivery');
		if (event.type === 'VERIFY') return refuse({ code: 'challenge' });
		if (replaysOf(event.tries) >= MOST_REPLAYS) {
			return refuse({ code: 'too-often', data: { limit: MOST_REPLAYS } });
		}
		if (event.vehicleId !== null && !event.isTest) {
			const [subscribed] = await db
				.select({ id: webhookSubscriptions.id })
				.from(webhookSubscriptions)
				.where(
					and(
						eq(webhookSubscriptions.webhookId, webhookId),
						eq(webhookSubscriptions.vehicleId, event.vehicleId)
					)
				);
			if (!subscribed) return refuse({ code: 'not-subscribed' });
		}
		const begun = await db
			.update(webhookEvents)
			.set({
				...{ state: 'waiting', dueAt: now, leasedUntil: null },
				tries: Math.max(event.tries, MOST_TRIES)
			})
			.where(and(it, inArray(webhookEvents.state, ['delivered', 'dropped']), isFree(machineNow)))
			.returning({ id: webhookEvents.id });
		return begun.length > 0 ? OK : refuse({ code: 'waiting' });
	});
}
