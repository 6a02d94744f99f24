import { inArray, sql } from 'drizzle-orm';
import type { Context, Transaction } from '../../context.ts';
import { permissionUses, vehicleCalls } from '../../db/call-schema.ts';
import { connections } from '../../db/connect-schema.ts';
import { applications } from '../../db/schema.ts';
import { vehicles } from '../../db/vehicle-schema.ts';
import { pendingOf, type PendingRows } from './pending.ts';

/** Rows that one statement writes. */
const ROWS = 1000;

/** Writes what happened since the last time; what cannot be written waits on. */
export async function flushCalls(context: Context): Promise<void> {
	const pending = pendingOf(context);
	const taken = pending.take();
	if (taken.uses.length === 0 && taken.calls.length === 0) return;
	try {
		await context.note(async (transaction) => {
			await writeUses(transaction, taken.uses);
			await writeCalls(transaction, taken.calls);
		});
	} catch (error) {
		pending.putBack(taken);
		throw error;
	}
}

async function writeUses({ db, now }: Transaction, uses: PendingRows['uses']): Promise<void> {
	for (const some of slices(uses)) {
		const ids = some.map(({ connectionId }) => connectionId);
		const found = await db
			.select({ id: connections.id })
			.from(connections)
			.where(inArray(connections.id, ids));
		const there = new Set(found.map(({ id }) => id));
		// The clock may have been put back since a use was noted.
		const rows = some
			.filter(({ connectionId }) => there.has(connectionId))
			.map((use) => ({ ...use, lastUsedAt: Math.min(use.lastUsedAt, now) }));
		if (rows.length === 0) continue;
		await db
			.insert(permissionUses)
			.values(rows)
			.onConflictDoUpdate({
				target: [permissionUses.connectionId, permissionUses.permission],
				set: { lastUsedAt: sql`excluded.last_used_at` }
			});
	}
}

/** An application may have another client id by now, or be gone: its calls are counted no more. */
async function writeCalls({ db }: Transaction, calls: PendingRows['calls']): Promise<void> {
	for (const some of slices(calls)) {
		const clientIds = [...new Set(some.map(({ clientId }) => clientId))];
		const vehicleIds = some.map(({ vehicleId }) => vehicleId);
		const [apps, cars] = [
			await db
				.select({ id: applications.clientId })
				.from(applications)
				.where(inArray(applications.clientId, clientIds)),
			await db.select({ id: vehicles.id }).from(vehicles).where(inArray(vehicles.id, vehicleIds))
		];
		const there = new Set([...apps, ...cars].map(({ id }) => id));
		const rows = some.filter((row) => there.has(row.clientId) && there.has(row.vehicleId));
		if (rows.length === 0) continue;
		await db
			.insert(vehicleCalls)
			.values(rows)
			.onConflictDoUpdate({
				target: [vehicleCalls.clientId, vehicleCalls.vehicleId, vehicleCalls.month],
				set: { calls: sql`${vehicleCalls.calls} + excluded.calls` }
			});
	}
}

function* slices<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
	for (let from = 0; from < rows.length; from += ROWS) yield rows.slice(from, from + ROWS);
}
