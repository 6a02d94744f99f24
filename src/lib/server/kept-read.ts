import type { Context, Transaction } from './context.ts';

/** What the results weigh that are kept of one kind of read and of each storage; beyond it the oldest goes. */
export const MOST_KEPT = 12_000;

/** What was found at one revision of a storage. */
interface Kept<T> {
	readonly revision: string;
	readonly found: Map<string, T>;
	weight: number;
}

/**
 * A read that is not repeated until anything is written to the storage, by whichever server: every
 * transaction looks at the revision of the state that it reads from, so that nobody is told what was
 * true earlier. What depends on the time is for who asks to judge.
 *
 * @param keyOf names all that is asked for
 * @param weigh in rows, where a result may consist of many
 */
export function keptRead<Asked, T>(
	keyOf: (asked: Asked) => string,
	read: (transaction: Transaction, asked: Asked) => Promise<T>,
	weigh: (result: T) => number = () => 1
): (transaction: Transaction, asked: Asked) => Promise<T> {
	const storages = new WeakMap<Context['storage'], Kept<T>>();

	function keptAt(storage: Context['storage'], revision: string): Kept<T> {
		const known = storages.get(storage);
		if (known?.revision === revision) return known;
		const kept = { revision, found: new Map<string, T>(), weight: 0 };
		storages.set(storage, kept);
		return kept;
	}

	return async (transaction, asked) => {
		const { revision, storage } = transaction;
		if (revision === null) return read(transaction, asked);
		const kept = keptAt(storage, await revision());
		const { found } = kept;
		const key = keyOf(asked);
		const known = found.get(key);
		if (known !== undefined) return known;
		const result = await read(transaction, asked);
		// Another request may have read the same meanwhile.
		const before = found.get(key);
		kept.weight += weigh(result) - (before === undefined ? 0 : weigh(before));
		found.set(key, result);
		for (const [oldest, one] of found) {
			if (kept.weight <= MOST_KEPT) break;
			found.delete(oldest);
			kept.weight -= weigh(one);
		}
		return result;
	};
}
