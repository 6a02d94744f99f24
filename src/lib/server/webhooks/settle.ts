import { nextAttempt } from '#lib/webhooks/attempts.ts';
import { and, inArray } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { webhookAttempts, webhookEvents } from '../db/webhook-schema.ts';
import type { AttemptMade } from './attempt.ts';
import { letGo } from './let-go.ts';
import type { TakenEvent } from './take.ts';

/** What became of an event that was taken. */
export interface Settled {
	readonly event: Pick<TakenEvent, 'id' | 'webhookId' | 'tries' | 'leasedUntil'>;
	readonly attempts: readonly AttemptMade[];
	/** Given back, it is as it was. */
	readonly outcome: 'delivered' | 'failed' | 'back';
}

/** Writes attempts down together with where their events stand by them; part of a transaction. */
export async function settle(transaction: Transaction, settled: readonly Settled[]): Promise<void> {
	if (settled.length === 0) return;
	await insertAttempts(transaction, settled);
	const alike = Map.groupBy(settled, ({ event, outcome }) => `${outcome} ${event.tries}`);
	for (const group of alike.values()) await move(transaction, group);
	const over = settled.filter(({ outcome }) => outcome !== 'back');
	const byWebhook = Map.groupBy(over, ({ event }) => event.webhookId);
	for (const [webhookId, { length }] of byWebhook) await letGo(transaction, webhookId, length);
}

async function move({ db, now }: Transaction, group: readonly Settled[]): Promise<void> {
	const [first] = group;
	if (!first) return;
	const which = inArray(
		webhookEvents.id,
		group.map(({ event }) => event.id)
	);
	// One that was delivered is, whoever has it by now; else whoever has it says what becomes of it.
	const leases = [...new Set(group.map(({ event }) => event.leasedUntil))];
	const isMine = inArray(webhookEvents.leasedUntil, leases);
	await db
		.update(webhookEvents)
		.set({ leasedUntil: null, ...standing(first, now) })
		.where(first.outcome === 'delivered' ? which : and(which, isMine))
		.returning({ id: webhookEvents.id });
}

function standing({ event, outcome }: Settled, now: number) {
	if (outcome === 'back') return {};
	const tries = event.tries + 1;
	if (outcome === 'delivered') return { tries, state: outcome, dueAt: null };
	const dueAt = nextAttempt(tries, now);
	return dueAt === null ? { tries, dueAt, state: 'dropped' as const } : { tries, dueAt };
}

/** Of events that are still there: their webhook may have been removed meanwhile. */
async function insertAttempts({ db }: Transaction, settled: readonly Settled[]): Promise<void> {
	const ids = settled.filter(({ attempts }) => attempts.length > 0).map(({ event }) => event.id);
	if (ids.length === 0) return;
	const rows = await db
		.select({ id: webhookEvents.id })
		.from(webhookEvents)
		.where(inArray(webhookEvents.id, ids));
	const there = new Set(rows.map(({ id }) => id));
	const values = settled.flatMap(({ event, attempts }) =>
		there.has(event.id) ? attempts.map((made) => attemptRow(event.id, made)) : []
	);
	if (values.length > 0) await db.insert(webhookAttempts).values(values);
}

/** An attempt as it is written down. */
export function attemptRow(
	eventNumber: number,
	made: Omit<AttemptMade, 'error'> & { readonly error: string | null }
): typeof webhookAttempts.$inferInsert {
	const { deliveryId, uri, at, machineAt, headers, body, sent, error, fault } = made;
	const answered = sent.status !== null;
	return {
		...{ eventNumber, deliveryId, uri, at, machineAt, headers, body, error, fault },
		status: sent.status,
		answerHeaders: answered ? sent.headers : null,
		answerBody: answered ? sent.body : null,
		duration: sent.duration
	};
}
