import { gt } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { webhookEvents, webhookSubscriptions } from '../db/webhook-schema.ts';

/**
 * Goes back to the machine's time with what waits: it is due at once, and vehicles are looked at from
 * then on; part of the transaction that puts the clock back.
 */
export async function bringBackWebhooks({ db, now, machineNow }: Transaction): Promise<void> {
	if (now <= machineNow) return;
	const { dueAt } = webhookEvents;
	await db.update(webhookEvents).set({ dueAt: machineNow }).where(gt(dueAt, machineNow));
	const { watchedUntil, lookAt } = webhookSubscriptions;
	await db
		.update(webhookSubscriptions)
		.set({ watchedUntil: machineNow })
		.where(gt(watchedUntil, machineNow));
	await db.update(webhookSubscriptions).set({ lookAt: machineNow }).where(gt(lookAt, machineNow));
}
