import { desc, eq, getTableColumns } from 'drizzle-orm';
import { managementTokens } from '../../db/client-schema.ts';
import { webhookEvents, webhooks, webhookSubscriptions } from '../../db/webhook-schema.ts';
import type { Glimpse } from '../../watch.ts';

/** Events at which it shows whether anything was sent: others are settled. */
const LAST = 25;

/** What tells whether something became of webhooks or of what they were told, by the webhooks' ids. */
export const glimpseDeliveries: Glimpse = (context, ids) =>
	context.read(async ({ db }) => {
		const seen = new Map<string, string>();
		for (const id of ids) {
			const [webhook] = await db
				.select({ ...getTableColumns(webhooks), keyMadeAt: managementTokens.madeAt })
				.from(webhooks)
				.leftJoin(managementTokens, eq(managementTokens.clientId, webhooks.clientId))
				.where(eq(webhooks.id, id));
			const events = await db
				.select({ id: webhookEvents.id, state: webhookEvents.state, tries: webhookEvents.tries })
				.from(webhookEvents)
				.where(eq(webhookEvents.webhookId, id))
				.orderBy(desc(webhookEvents.id))
				.limit(LAST);
			const subscribed = await db.$count(
				webhookSubscriptions,
				eq(webhookSubscriptions.webhookId, id)
			);
			seen.set(id, JSON.stringify([webhook, events, subscribed]));
		}
		return seen;
	});
