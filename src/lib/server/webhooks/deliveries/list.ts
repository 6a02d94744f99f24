import { readTold, type Told } from '#lib/webhooks/told.ts';
import { and, asc, desc, gt, inArray, lt, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { webhookAttempts, webhookEvents } from '../../db/webhook-schema.ts';
import type { Db } from '../../engine.ts';
import { passing, type DeliveryFilter, type EventState, type EventType } from './filter.ts';

const DELIVERIES_PER_PAGE = 25;

/** One time that an event was sent, in short. */
export interface AttemptMark {
	/** By the rehearsal, and by the machine. */
	readonly at: number;
	readonly machineAt: number;
	/** Of the answer; null where none came. */
	readonly status: number | null;
	readonly error: string | null;
	readonly fault: string | null;
	/** Milliseconds. */
	readonly duration: number;
}

/** An event of the log, as its row tells it. Times are of the rehearsal. */
export interface DeliveryRow {
	/** Later events have higher ones. */
	readonly id: number;
	/** As its receiver knows it. */
	readonly eventId: string;
	readonly type: EventType;
	readonly isTest: boolean;
	readonly vehicleId: string | null;
	readonly state: EventState;
	readonly happenedAt: number;
	/** When it is sent next; null once that is over. */
	readonly dueAt: number | null;
	/** How often it was sent; replays count on from those that are planned. */
	readonly tries: number;
	readonly told: Told;
	/** The first comes first. */
	readonly attempts: readonly AttemptMark[];
}

/** Where in the log a page begins: beside the event of this number; null for the newest. */
export type DeliveryEdge = { readonly side: 'older' | 'newer'; readonly than: number } | null;

export interface DeliveryPage {
	/** The newest come first. */
	readonly deliveries: readonly DeliveryRow[];
	/** Whether there are any on either side. */
	readonly hasNewer: boolean;
	readonly hasOlder: boolean;
}

/** A page of the log of a webhook, however long that is. */
export async function pageOfDeliveries(
	context: Context,
	webhookId: string,
	{ edge, ...filter }: DeliveryFilter & { readonly edge: DeliveryEdge }
): Promise<DeliveryPage> {
	return context.read(async ({ db }) => {
		const which = passing(webhookId, filter);
		const backwards = edge?.side === 'newer';
		const rows = await db
			.select(ROW)
			.from(webhookEvents)
			.where(and(which, edge ? beyond(edge) : undefined))
			.orderBy((backwards ? asc : desc)(webhookEvents.id))
			.limit(DELIVERIES_PER_PAGE);
		const deliveries = await withMarks(db, backwards ? rows.toReversed() : rows);
		const isThere = async (side: 'older' | 'newer', than: number | undefined) => {
			if (than === undefined) return false;
			const [found] = await db
				.select({ id: webhookEvents.id })
				.from(webhookEvents)
				.where(and(which, beyond({ side, than })))
				.limit(1);
			return found !== undefined;
		};
		return {
			deliveries,
			hasNewer: await isThere('newer', deliveries.at(0)?.id),
			hasOlder: await isThere('older', deliveries.at(-1)?.id)
		};
	});
}

function beyond({ side, than }: NonNullable<DeliveryEdge>): SQL {
	return (side === 'newer' ? gt : lt)(webhookEvents.id, than);
}

export const ROW = {
	id: webhookEvents.id,
	eventId: webhookEvents.eventId,
	type: webhookEvents.type,
	isTest: webhookEvents.isTest,
	vehicleId: webhookEvents.vehicleId,
	state: webhookEvents.state,
	happenedAt: webhookEvents.happenedAt,
	dueAt: webhookEvents.dueAt,
	tries: webhookEvents.tries,
	body: webhookEvents.body
};

type Row = Omit<DeliveryRow, 'told' | 'attempts'> & { readonly body: string };

async function withMarks(db: Db, rows: readonly Row[]): Promise<readonly DeliveryRow[]> {
	const marks = await marksOf(
		db,
		rows.map(({ id }) => id)
	);
	return rows.map(({ body, ...row }) => ({
		...row,
		told: readTold(body),
		attempts: marks.get(row.id) ?? []
	}));
}

/** The attempts of events, by their numbers; part of a transaction. */
export async function marksOf(
	db: Db,
	ids: readonly number[]
): Promise<ReadonlyMap<number, readonly AttemptMark[]>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.select({
			event: webhookAttempts.eventNumber,
			at: webhookAttempts.at,
			machineAt: webhookAttempts.machineAt,
			status: webhookAttempts.status,
			error: webhookAttempts.error,
			fault: webhookAttempts.fault,
			duration: webhookAttempts.duration
		})
		.from(webhookAttempts)
		.where(inArray(webhookAttempts.eventNumber, [...ids]))
		.orderBy(asc(webhookAttempts.id));
	const found = new Map<number, AttemptMark[]>();
	for (const { event, ...mark } of rows) found.set(event, [...(found.get(event) ?? []), mark]);
	return found;
}
