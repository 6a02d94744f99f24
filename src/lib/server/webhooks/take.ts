import {
	and,
	asc,
	eq,
	exists,
	gt,
	inArray,
	isNotNull,
	isNull,
	lte,
	ne,
	or,
	sql,
	type SQL
} from 'drizzle-orm';
import { tokenOf } from '../applications/management-token.ts';
import { STANDING } from '../connect/standing.ts';
import type { Transaction } from '../context.ts';
import { managementTokens } from '../db/client-schema.ts';
import { connections } from '../db/connect-schema.ts';
import { webhookEvents, webhooks, webhookSubscriptions } from '../db/webhook-schema.ts';
import type { Attempted } from './attempt.ts';
import type { DeliveryPlan, FindDeliveryFault } from './delivery-fault.ts';
import { originOf } from './lanes.ts';

/** Milliseconds of the machine for which a server has an event that it took. */
export const LEASE = 60_000;

/** An event that this server alone sends for now. */
export interface TakenEvent extends Attempted {
	readonly id: number;
	readonly webhookId: string;
	readonly tries: number;
	/** By the machine. */
	readonly leasedUntil: number;
	readonly plan: DeliveryPlan | null;
}

/** How many events of one receiver there is room for. */
export type Room = (uri: string) => number;

type Webhook = Awaited<ReturnType<typeof dueWebhooks>>[number];

/** That no server has an event, or none that still lives: a lease from later on is of a clock that was put back. */
export function isFree(machineNow: number): SQL | undefined {
	const { leasedUntil } = webhookEvents;
	return or(
		isNull(leasedUntil),
		lte(leasedUntil, machineNow),
		gt(leasedUntil, machineNow + 2 * LEASE)
	);
}

/** Whether any event is due that no server has; part of a transaction. */
export async function isAnyDue({ db, now }: Transaction): Promise<boolean> {
	const [any] = await db.select({ id: webhooks.id }).from(webhooks).where(hasDue(db, now)).limit(1);
	return any !== undefined;
}

/**
 * Takes events that are due, as far as there is room for them, and drops those that nobody is to be
 * told of any more: their webhook is off, or their vehicle no longer connected or subscribed. Part of
 * a transaction.
 *
 * @param most events in all
 */
export async function takeEvents(
	transaction: Transaction,
	{ room, most, findFault }: { room: Room; most: number; findFault: FindDeliveryFault }
): Promise<readonly TakenEvent[]> {
	const taken: TakenEvent[] = [];
	const left = new Map<string, number>();
	for (const webhook of await dueWebhooks(transaction)) {
		for (const { uri, which } of waysOf(webhook)) {
			const lane = originOf(uri);
			const free = left.get(lane) ?? room(uri);
			const size = Math.min(most - taken.length, free);
			if (size <= 0) continue;
			const some = await takeSome(transaction, webhook, { uri, which, size, findFault });
			taken.push(...some);
			left.set(lane, free - some.length);
		}
	}
	return taken;
}

/** The addresses of a webhook, each with the events that go there. */
function waysOf({ callbackUri, errorUri }: Webhook) {
	const { type } = webhookEvents;
	if (errorUri === null) return [{ uri: callbackUri, which: undefined }];
	return [
		{ uri: callbackUri, which: ne(type, 'VEHICLE_ERROR') },
		{ uri: errorUri, which: eq(type, 'VEHICLE_ERROR') }
	];
}

interface Taking {
	readonly uri: string;
	readonly which: SQL | undefined;
	readonly size: number;
	readonly findFault: FindDeliveryFault;
}

/** What an event is sent by. */
export const SENT_BY = {
	callbackUri: webhooks.callbackUri,
	errorUri: webhooks.errorUri,
	signsVerify: webhooks.signsVerify,
	disabledAt: webhooks.disabledAt,
	kept: { sealed: managementTokens.sealed, digest: managementTokens.digest }
};

function hasDue(db: Transaction['db'], now: number) {
	return exists(
		db
			.select({ id: webhookEvents.id })
			.from(webhookEvents)
			.where(and(eq(webhookEvents.webhookId, webhooks.id), lte(webhookEvents.dueAt, now)))
	);
}

function dueWebhooks({ db, now }: Transaction) {
	return (
		db
			.select({
				id: webhooks.id,
				clientId: webhooks.clientId,
				...SENT_BY
			})
			.from(webhooks)
			.leftJoin(managementTokens, eq(managementTokens.clientId, webhooks.clientId))
			.where(
				and(
					hasDue(db, now),
					// One that is to prove itself anew keeps what it was to be told until then.
					or(isNotNull(webhooks.verifiedAt), isNotNull(webhooks.disabledAt))
				)
			)
			// By chance, so that one which has much to be told does not come first each time.
			.orderBy(sql`random()`)
	);
}

/** Whether the receiver may still be told of the vehicle, if it is of one. */
const isTold = (db: Transaction['db']) =>
	or(
		isNull(webhookEvents.vehicleId),
		webhookEvents.isTest,
		exists(
			db
				.select({ id: webhookSubscriptions.connectionId })
				.from(webhookSubscriptions)
				.innerJoin(connections, eq(connections.id, webhookSubscriptions.connectionId))
				.where(
					and(
						eq(webhookSubscriptions.webhookId, webhookEvents.webhookId),
						eq(webhookSubscriptions.vehicleId, webhookEvents.vehicleId),
						STANDING
					)
				)
		)
	);

async function takeSome(
	transaction: Transaction,
	webhook: Webhook,
	{ uri, which, size, findFault }: Taking
): Promise<readonly TakenEvent[]> {
	const { db, key, now, machineNow } = transaction;
	const free = isFree(machineNow);
	const rows = await db
		.select({
			id: webhookEvents.id,
			isTold: sql`${isTold(db)}`.mapWith(Boolean)
		})
		.from(webhookEvents)
		.where(and(eq(webhookEvents.webhookId, webhook.id), lte(webhookEvents.dueAt, now), free, which))
		.orderBy(asc(webhookEvents.dueAt), asc(webhookEvents.id))
		.limit(size);
	const isOn = webhook.disabledAt === null;
	const [told, over] = [true, false].map((wanted) =>
		rows.filter((row) => (isOn && row.isTold) === wanted).map(({ id }) => id)
	);
	await drop(transaction, over ?? []);
	if (!told || told.length === 0) return [];
	const leasedUntil = machineNow + LEASE;
	const leased = await db
		.update(webhookEvents)
		.set({ leasedUntil })
		.where(and(inArray(webhookEvents.id, told), free))
		.returning();
	const token = webhook.kept === null ? null : tokenOf(key, webhook.kept);
	const taken: TakenEvent[] = [];
	for (const event of leased.toSorted((one, other) => one.id - other.id)) {
		const { id, type, body, tries, putOffBy, vehicleId } = event;
		const { clientId, id: webhookId, signsVerify } = webhook;
		const about = { clientId, webhookId, vehicleId, type, tries, putOffBy };
		const plan = await findFault(transaction, about);
		if (plan?.putOff !== undefined && putOffBy === null) {
			await putOff(transaction, id, plan.putOff, plan.fault);
			continue;
		}
		taken.push({ id, webhookId, type, body, tries, uri, token, signsVerify, leasedUntil, plan });
	}
	return taken;
}

async function drop({ db }: Transaction, ids: readonly number[]): Promise<void> {
	if (ids.length === 0) return;
	await db
		.update(webhookEvents)
		.set({ state: 'dropped', dueAt: null, leasedUntil: null })
		.where(inArray(webhookEvents.id, [...ids]))
		.returning({ id: webhookEvents.id });
}

async function putOff(
	{ db, now }: Transaction,
	id: number,
	by: number,
	fault: string
): Promise<void> {
	await db
		.update(webhookEvents)
		.set({ dueAt: now + by, leasedUntil: null, putOffBy: fault })
		.where(eq(webhookEvents.id, id))
		.returning({ id: webhookEvents.id });
}
