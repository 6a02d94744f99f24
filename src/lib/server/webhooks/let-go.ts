import { MOST_EVENTS } from '#lib/webhooks/kept.ts';
import { and, asc, desc, eq, inArray, lte, ne } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { webhookEvents } from '../db/webhook-schema.ts';

/** Events that are looked at beside as many as were added: there may be more of an older version. */
const MORE = 100;

/**
 * Lets go of a webhook's events that are over where it has too many, the oldest first, with their
 * attempts; part of the transaction that says of some what became of them.
 *
 * @param added how many those are
 */
export async function letGo({ db }: Transaction, webhookId: string, added: number): Promise<void> {
	const own = eq(webhookEvents.webhookId, webhookId);
	const [last] = await db
		.select({ id: webhookEvents.id })
		.from(webhookEvents)
		.where(own)
		.orderBy(desc(webhookEvents.id))
		.limit(1)
		.offset(MOST_EVENTS);
	if (!last) return;
	const oldest = db
		.select({ id: webhookEvents.id })
		.from(webhookEvents)
		.where(and(own, lte(webhookEvents.id, last.id)))
		.orderBy(asc(webhookEvents.id))
		.limit(added + MORE);
	await db
		.delete(webhookEvents)
		.where(and(inArray(webhookEvents.id, oldest), ne(webhookEvents.state, 'waiting')))
		.returning({ id: webhookEvents.id });
}
