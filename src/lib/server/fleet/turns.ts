import type { Context } from '../context.ts';

/** By storage and vehicle, when the last who was given a turn is done. */
const turns = new WeakMap<Context['storage'], Map<string, Promise<unknown>>>();

/**
 * Has those who change one vehicle on this server come one after the other: all at once they would be
 * in each other's way in the database, until some of them gave up. Whoever is within a transaction
 * already goes ahead, since others may wait for that.
 */
export async function inTurn<T>(
	context: Context,
	vehicleId: string,
	work: () => Promise<T>
): Promise<T> {
	if ('db' in context) return work();
	const waiting = turns.get(context.storage) ?? new Map<string, Promise<unknown>>();
	turns.set(context.storage, waiting);
	const before = waiting.get(vehicleId) ?? Promise.resolve();
	const turn = before.then(work);
	const done = turn.catch(() => {});
	waiting.set(vehicleId, done);
	try {
		return await turn;
	} finally {
		if (waiting.get(vehicleId) === done) waiting.delete(vehicleId);
	}
}
