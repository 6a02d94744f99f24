import { isNotNull, sql, type AnyColumn } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { webhookEvents, webhooks, webhookSubscriptions } from '../db/webhook-schema.ts';

/**
 * Goes back to the machine's time with webhooks, as the vehicles do that they tell of: what fetches
 * were looked at stay so, and what waits does so no longer and no shorter; part of the transaction that
 * puts the clock back.
 */
export async function bringBackWebhooks({ db, now, machineNow }: Transaction): Promise<void> {
	if (now <= machineNow) return;
	const earlier = (column: AnyColumn) => sql`${column} - ${now - machineNow}`;
	const { createdAt, verifiedAt, disabledAt } = webhooks;
	await db.update(webhooks).set({
		createdAt: earlier(createdAt),
		verifiedAt: earlier(verifiedAt),
		disabledAt: earlier(disabledAt)
	});
	const { happenedAt, dueAt } = webhookEvents;
	const waiting = { happenedAt: earlier(happenedAt), dueAt: earlier(dueAt) };
	await db.update(webhookEvents).set(waiting).where(isNotNull(dueAt));
	const { createdAt: begunAt, watchedUntil, lookAt } = webhookSubscriptions;
	await db.update(webhookSubscriptions).set({
		createdAt: earlier(begunAt),
		watchedUntil: earlier(watchedUntil),
		lookAt: earlier(lookAt)
	});
}
