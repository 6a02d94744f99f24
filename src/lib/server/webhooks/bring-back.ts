import { movedEvent } from '#lib/webhooks/payloads/moved.ts';
import { and, asc, eq, gt, isNotNull, sql, type AnyColumn } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { webhookEvents, webhooks, webhookSubscriptions } from '../db/webhook-schema.ts';

/** Events that are held at once: each may have 50 kB. */
const AT_A_TIME = 100;

/**
 * Goes back to the machine's time with webhooks, as the vehicles do that they tell of: what fetches
 * were looked at stay so, and what waits does so no longer and no shorter, and tells of the vehicle as it
 * is then; part of the transaction that puts the clock back.
 */
export async function bringBackWebhooks(transaction: Transaction): Promise<void> {
	const { db, now, machineNow } = transaction;
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
	await bringBackBodies(transaction);
	const { createdAt: begunAt, watchedUntil, lookAt } = webhookSubscriptions;
	await db.update(webhookSubscriptions).set({
		createdAt: earlier(begunAt),
		watchedUntil: earlier(watchedUntil),
		lookAt: earlier(lookAt)
	});
}

/** Else a receiver would be told of what is yet to come. */
async function bringBackBodies({ db, now, machineNow }: Transaction): Promise<void> {
	const { id, body, dueAt, vehicleId } = webhookEvents;
	for (let after = 0; ;) {
		const some = await db
			.select({ id, body })
			.from(webhookEvents)
			.where(and(isNotNull(dueAt), isNotNull(vehicleId), gt(id, after)))
			.orderBy(asc(id))
			.limit(AT_A_TIME);
		for (const event of some) {
			const moved = movedEvent(event.body, now - machineNow);
			await db.update(webhookEvents).set({ body: moved }).where(eq(id, event.id));
		}
		const last = some.at(-1)?.id;
		if (last === undefined) return;
		after = last;
	}
}
