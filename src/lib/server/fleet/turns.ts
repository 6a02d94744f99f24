import type { Context } from '../context.ts';

/** By storage and vehicle, when the last who was given a turn is done. */
const turns = new WeakMap<Context['storage'], Map<string, Promise<unknown>>>();

/**
 * Has those who change a vehicle on this server come one after the other: all at once they would be
 * in each other's way in the database, until some of them gave up. Who changes several takes a place
 * with all of them at the same moment, so that no two wait for each other. Whoever is within a
 * transaction already goes ahead, since others may wait for that.
 */
export async function inTurn<T>(
	context: Context,
	vehicleIds: readonly string[],
	work: () => Promise<T>
): Promise<T> {
	if ('db' in context) return work();
	const waiting = turns.get(context.storage) ?? new Map<string, Promise<unknown>>();
	turns.set(context.storage, waiting);
	const turn = Promise.all(vehicleIds.map((id) => waiting.get(id) ?? Promise.resolve())).then(work);
	const done = turn.catch(() => {});
	for (const id of vehicleIds) waiting.set(id, done);
	try {
		return await turn;
	} finally {
		for (const id of vehicleIds) if (waiting.get(id) === done) waiting.delete(id);
	}
}
