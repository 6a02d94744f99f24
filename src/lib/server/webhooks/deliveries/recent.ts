import type { HintEvent } from '#lib/webhooks/hints.ts';
import { roundsOf } from '#lib/webhooks/rounds.ts';
import { count, desc, eq, gte } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { webhookEvents } from '../../db/webhook-schema.ts';
import type { EventState } from './filter.ts';
import { marksOf } from './list.ts';

/** Events by which a receiver is judged. */
const RECENT = 100;

/** Events that are counted at most: beyond it nobody asks how many exactly. */
const MOST_COUNTED = 1000;

/** The last events of a webhook with how its receiver answered, the newest first. */
export async function recentEvents(
	context: Context,
	webhookId: string
): Promise<readonly (HintEvent & { readonly eventId: string })[]> {
	return context.read(async ({ db }) => {
		const rows = await db
			.select({
				id: webhookEvents.id,
				eventId: webhookEvents.eventId,
				type: webhookEvents.type,
				isTest: webhookEvents.isTest,
				vehicleId: webhookEvents.vehicleId,
				tries: webhookEvents.tries
			})
			.from(webhookEvents)
			.where(eq(webhookEvents.webhookId, webhookId))
			.orderBy(desc(webhookEvents.id))
			.limit(RECENT);
		const marks = await marksOf(
			db,
			rows.map(({ id }) => id)
		);
		return rows.map(({ tries, ...row }) => {
			const attempts = marks.get(row.id) ?? [];
			return { ...row, attempts, replays: roundsOf(attempts, tries).replayed.flat().length };
		});
	});
}

/**
 * How many events since a time of the rehearsal stand where, among the last {@link MOST_COUNTED} of
 * the webhook.
 */
export async function countDeliveries(
	context: Context,
	webhookId: string,
	since: number
): Promise<Readonly<Record<EventState, number>>> {
	return context.read(async ({ db }) => {
		const last = db
			.select({ state: webhookEvents.state, happenedAt: webhookEvents.happenedAt })
			.from(webhookEvents)
			.where(eq(webhookEvents.webhookId, webhookId))
			.orderBy(desc(webhookEvents.id))
			.limit(MOST_COUNTED)
			.as('last');
		const rows = await db
			.select({ state: last.state, number: count() })
			.from(last)
			.where(gte(last.happenedAt, since))
			.groupBy(last.state);
		const found = new Map(rows.map(({ state, number }) => [state, number]));
		const of = (state: EventState) => found.get(state) ?? 0;
		return { waiting: of('waiting'), delivered: of('delivered'), dropped: of('dropped') };
	});
}
