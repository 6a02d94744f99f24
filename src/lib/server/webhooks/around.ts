import type { Span } from '#lib/webhooks/changes-around.ts';
import { and, between, desc, eq } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { webhookEvents, webhookSubscriptions } from '../db/webhook-schema.ts';
import type { EventState } from './deliveries/filter.ts';

interface About {
	readonly webhookId: string;
	/** The vehicle's own id. */
	readonly vehicleId: string;
}

/** Times are of the rehearsal. */
interface FoundSubscription {
	readonly createdAt: number;
	readonly watchedUntil: number | null;
	readonly lookAt: number | null;
}

/** An event that may be the one that somebody misses. */
export interface NearEvent {
	readonly eventId: string;
	readonly state: EventState;
	readonly happenedAt: number;
}

/** That a webhook is told of a vehicle, by any connection; part of a transaction. */
export async function findSubscriptionOf(
	{ db }: Transaction,
	{ webhookId, vehicleId }: About
): Promise<FoundSubscription | null> {
	const [found] = await db
		.select({
			createdAt: webhookSubscriptions.createdAt,
			watchedUntil: webhookSubscriptions.watchedUntil,
			lookAt: webhookSubscriptions.lookAt
		})
		.from(webhookSubscriptions)
		.where(
			and(
				eq(webhookSubscriptions.webhookId, webhookId),
				eq(webhookSubscriptions.vehicleId, vehicleId)
			)
		)
		.orderBy(webhookSubscriptions.createdAt);
	return found ?? null;
}

/** Of many events the newest are looked at. */
const MOST_LOOKED_AT = 200;

/** Of what was told of a vehicle within a span, what is nearest to a moment; part of a transaction. */
export async function nearestEvent(
	{ db }: Transaction,
	{ webhookId, vehicleId, span, moment }: About & { readonly span: Span; readonly moment: number }
): Promise<NearEvent | null> {
	const rows = await db
		.select({
			eventId: webhookEvents.eventId,
			state: webhookEvents.state,
			happenedAt: webhookEvents.happenedAt
		})
		.from(webhookEvents)
		.where(
			and(
				eq(webhookEvents.webhookId, webhookId),
				eq(webhookEvents.vehicleId, vehicleId),
				eq(webhookEvents.isTest, false),
				between(webhookEvents.happenedAt, span.from, span.to)
			)
		)
		.orderBy(desc(webhookEvents.id))
		.limit(MOST_LOOKED_AT);
	const away = ({ happenedAt }: NearEvent) => Math.abs(happenedAt - moment);
	return rows.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}
