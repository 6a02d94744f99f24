import type { Context, Transaction } from '../../context.ts';
import { pieces, statements, valuesOf } from './flush-statements.ts';
import { pendingOf, type PendingRows } from './pending.ts';

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
	const known = statements(db);
	const there = new Set<string>();
	for (const [size, some] of pieces(uses)) {
		const ids = valuesOf(some.map(({ connectionId }) => ({ id: connectionId })));
		for (const { id } of await known[size].connections.execute(ids)) there.add(id);
	}
	// The clock may have been put back since a use was noted.
	const rows = uses
		.filter(({ connectionId }) => there.has(connectionId))
		.map((use) => ({ ...use, lastUsedAt: Math.min(use.lastUsedAt, now) }));
	for (const [size, some] of pieces(rows)) await known[size].uses.execute(valuesOf(some));
}

/** An application may have another client id by now, or be gone: its calls are counted no more. */
async function writeCalls({ db }: Transaction, calls: PendingRows['calls']): Promise<void> {
	const known = statements(db);
	const there = new Set<string>();
	const clientIds = [...new Set(calls.map(({ clientId }) => clientId))];
	for (const [size, some] of pieces(clientIds)) {
		const ids = valuesOf(some.map((id) => ({ id })));
		for (const { id } of await known[size].applications.execute(ids)) there.add(id);
	}
	for (const [size, some] of pieces(calls)) {
		const ids = valuesOf(some.map(({ vehicleId }) => ({ id: vehicleId })));
		for (const { id } of await known[size].vehicles.execute(ids)) there.add(id);
	}
	const rows = calls.filter((row) => there.has(row.clientId) && there.has(row.vehicleId));
	for (const [size, some] of pieces(rows)) await known[size].calls.execute(valuesOf(some));
}
