import { MOST_REQUESTS } from '#lib/access/recorded.ts';
import { and, asc, desc, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { requests } from '../db/recorder-schema.ts';
import type { Db } from '../engine.ts';
import { findAskers } from './askers.ts';
import { log } from '../log.ts';
import type { Exchange } from './exchange.ts';
import { insertRequests } from './insert-requests.ts';
import { requestRow } from './request-row.ts';

/** Rows that one write removes of one application, beside as many as it adds. */
const MOST_PRUNED = 1000;

/** Writes requests down, and lets those go that are too many. */
export async function writeRequests(
	{ db, now, machineNow, frozen }: Transaction,
	exchanges: readonly Exchange[]
): Promise<void> {
	const whose = await findAskers(db, exchanges);
	const ahead = now - machineNow;
	const added = new Map<string | null, number>();
	const rows = exchanges.flatMap((exchange) => {
		const clientId = whose(exchange);
		const row = clientId === undefined ? null : rowOrTell(exchange);
		if (clientId === undefined || row === null) return [];
		added.set(clientId, (added.get(clientId) ?? 0) + 1);
		const at = exchange.needed?.at ?? (frozen ? now : exchange.machineAt + ahead);
		return [{ ...row, clientId, at }];
	});
	await insertRequests(db, rows);
	for (const [clientId, many] of added) await prune(db, clientId, many + MOST_PRUNED);
}

/** One that cannot be put into words keeps no other from being written. */
function rowOrTell(exchange: Exchange) {
	try {
		return requestRow(exchange);
	} catch (error) {
		log.error({ err: error, request: exchange.id }, 'a request is not written down');
		return null;
	}
}

async function prune(db: Db, clientId: string | null, most: number): Promise<void> {
	const own = clientId === null ? isNull(requests.clientId) : eq(requests.clientId, clientId);
	const [last] = await db
		.select({ id: requests.id })
		.from(requests)
		.where(own)
		.orderBy(desc(requests.id))
		.limit(1)
		.offset(MOST_REQUESTS);
	if (!last) return;
	const oldest = db
		.select({ id: requests.id })
		.from(requests)
		.where(and(own, lte(requests.id, last.id)))
		.orderBy(asc(requests.id))
		.limit(most);
	await db.delete(requests).where(inArray(requests.id, oldest));
}
