import { inArray } from 'drizzle-orm';
import { machineClients } from '../db/client-schema.ts';
import { applications, formerClientIds } from '../db/schema.ts';
import type { Db } from '../engine.ts';
import type { Exchange } from './exchange.ts';

/** Whose request it was: null for nobody's, undefined for one whose application is gone. */
export type Whose = (exchange: Exchange) => string | null | undefined;

/** Whether who asks is known, and not only said: tokens are given out to whom they prove it. */
export function isProved({ dialect, status }: Exchange): boolean {
	return status !== 401 && (dialect !== 'oauth' || status < 400);
}

/** Finds the applications of requests, by what they are called now. */
export async function findAskers(db: Db, exchanges: readonly Exchange[]): Promise<Whose> {
	const named = exchanges.flatMap(({ clientId }) => clientId ?? []);
	const ids = [...new Set(named)];
	const known = new Map<string, string>();
	const since = new Map<string, number>();
	if (ids.length > 0) {
		const rows = await db
			.select({ clientId: applications.clientId, createdAt: applications.createdAt })
			.from(applications)
			.where(inArray(applications.clientId, ids));
		for (const { clientId, createdAt } of rows) {
			known.set(clientId, clientId);
			since.set(clientId, createdAt);
		}
	}
	const others = ids.filter((id) => !known.has(id));
	if (others.length > 0) {
		const former = await db
			.select({ id: formerClientIds.formerId, clientId: formerClientIds.clientId })
			.from(formerClientIds)
			.where(inArray(formerClientIds.formerId, others));
		const machines = await db
			.select({ id: machineClients.id, clientId: machineClients.clientId })
			.from(machineClients)
			.where(inArray(machineClients.id, others));
		for (const { id, clientId } of [...former, ...machines]) known.set(id, clientId);
	}
	return (exchange) => {
		const { clientId } = exchange;
		if (clientId === undefined) return null;
		// One that had the client id before; it may have been made anew by the same seed.
		if (exchange.machineAt < (since.get(clientId) ?? 0)) return undefined;
		return known.get(clientId) ?? (isProved(exchange) ? undefined : null);
	};
}
