import type { Context, Transaction } from '../../context.ts';
import { isForeignKeyFault } from '../../db/foreign-key.ts';
import { StorageError } from '../../storage-error.ts';
import { pieces, present, statements, valuesOf } from './flush-statements.ts';
import { pendingOf, type PendingRows } from './pending.ts';

/** Writes what happened since the last time; what cannot be written waits on. */
export async function flushCalls(context: Context): Promise<void> {
	const pending = pendingOf(context);
	const taken = pending.take();
	const { uses, calls, items } = taken;
	if ([uses, calls, items].every(({ length }) => length === 0)) return;
	try {
		await writeOnce(context, taken);
	} catch (error) {
		// Counted twice is worse than not at all: a limit may go by it.
		pending.putBack(isUncertain(error) ? { ...taken, calls: [], items: [] } : taken);
		throw error;
	}
}

async function writeOnce(context: Context, taken: PendingRows): Promise<void> {
	try {
		await context.note((transaction) => write(transaction, taken));
	} catch (error) {
		// A foreign key refuses what has lost its vehicle, connection or application meanwhile: to look
		// for all of them each time would take as long as writing them.
		if (!isForeignKeyFault(error)) throw error;
		await context.note(async (transaction) =>
			write(transaction, await standing(transaction, taken))
		);
	}
}

const isUncertain = (error: unknown) => error instanceof StorageError && error.code === 'uncertain';

async function write({ db, now }: Transaction, { uses, calls, items }: PendingRows): Promise<void> {
	// The clock may have been put back since a use was noted.
	const rows = uses.map((use) => ({ ...use, lastUsedAt: Math.min(use.lastUsedAt, now) }));
	for (const [size, some] of pieces(rows)) {
		await statements(db)[size].uses.execute({ ...valuesOf(some), now });
	}
	for (const [size, some] of pieces(calls)) {
		await statements(db)[size].calls.execute(valuesOf(some));
	}
	for (const [size, some] of pieces(items)) {
		await statements(db)[size].items.execute(valuesOf(some));
	}
}

/** An application may have another client id by now, or be gone: its calls are counted no more. */
async function standing(
	{ db }: Transaction,
	{ uses, calls, items }: PendingRows
): Promise<PendingRows> {
	const ids = uses.map(({ connectionId }) => connectionId);
	const clientIds = [...calls, ...items].map(({ clientId }) => clientId);
	const vehicleIds = calls.map(({ vehicleId }) => vehicleId);
	const connections = await present(db, 'connections', ids);
	const applications = await present(db, 'applications', clientIds);
	const vehicles = await present(db, 'vehicles', vehicleIds);
	return {
		uses: uses.filter(({ connectionId }) => connections.has(connectionId)),
		calls: calls.filter((row) => applications.has(row.clientId) && vehicles.has(row.vehicleId)),
		items: items.filter(({ clientId }) => applications.has(clientId))
	};
}
