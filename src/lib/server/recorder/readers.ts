import type { Context } from '../context.ts';

/** Who may wait for requests at a time, on one server: each holds a connection. */
const MOST_READERS = 100;

const readers = new WeakMap<Context['storage'], Set<() => void>>();

/**
 * Tells somebody each time that requests were written down by this server.
 *
 * @returns ends it; null where too many wait already
 */
export function awaitRequests(
	{ storage }: Pick<Context, 'storage'>,
	told: () => void
): (() => void) | null {
	const own = readers.get(storage) ?? new Set();
	readers.set(storage, own);
	if (own.size >= MOST_READERS) return null;
	// A function of its own for each, since one may wait twice.
	const reader = () => told();
	own.add(reader);
	return () => void own.delete(reader);
}

export function tellReaders({ storage }: Pick<Context, 'storage'>): void {
	for (const told of readers.get(storage) ?? []) told();
}
