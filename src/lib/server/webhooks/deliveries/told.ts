import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { readJson, readOne } from '../../db/stored-json.ts';
import { webhookAttempts, webhookEvents } from '../../db/webhook-schema.ts';

/** An event of a webhook with the attempts to send it, each as it was sent. Times are of the rehearsal. */
export type ToldDelivery = Pick<
	typeof webhookEvents.$inferSelect,
	'id' | 'eventId' | 'type' | 'isTest' | 'vehicleId' | 'body' | 'happenedAt' | 'state' | 'dueAt'
> & { readonly attempts: readonly ToldAttempt[] };

type ToldAttempt = Omit<
	typeof webhookAttempts.$inferSelect,
	'id' | 'eventNumber' | 'headers' | 'answerHeaders' | 'machineAt'
> & { readonly headers: Readonly<Record<string, string>> };

/** The last events of a webhook, the newest first; after one of them, those before it. */
export async function listTold(
	context: Context,
	webhookId: string,
	{ after, most }: { readonly after: number | null; readonly most: number }
): Promise<readonly ToldDelivery[]> {
	return context.read(async ({ db }) => {
		const events = await db
			.select({
				id: webhookEvents.id,
				eventId: webhookEvents.eventId,
				type: webhookEvents.type,
				isTest: webhookEvents.isTest,
				vehicleId: webhookEvents.vehicleId,
				body: webhookEvents.body,
				happenedAt: webhookEvents.happenedAt,
				state: webhookEvents.state,
				dueAt: webhookEvents.dueAt
			})
			.from(webhookEvents)
			.where(
				and(
					eq(webhookEvents.webhookId, webhookId),
					after === null ? undefined : lt(webhookEvents.id, after)
				)
			)
			.orderBy(desc(webhookEvents.id))
			.limit(most);
		if (events.length === 0) return [];
		const numbers = events.map(({ id }) => id);
		const rows = await db
			.select()
			.from(webhookAttempts)
			.where(inArray(webhookAttempts.eventNumber, numbers))
			.orderBy(asc(webhookAttempts.id));
		const byEvent = Map.groupBy(rows, ({ eventNumber }) => eventNumber);
		return events.map((event) => ({
			...event,
			attempts: (byEvent.get(event.id) ?? []).map((row) => ({
				...row,
				headers: readOne(() => readJson(row.headers, row.deliveryId)) ?? {}
			}))
		}));
	});
}
