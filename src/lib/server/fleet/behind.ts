import type { Context } from '../context.ts';

/** Vehicles whose kept lives are far behind what was read, by the storage that they are kept in. */
const behind = new WeakMap<Context['storage'], Set<string>>();

/** Remembers that a vehicle had to live long to be read, so that the next one need not. */
export function noteBehind(context: Pick<Context, 'storage'>, vehicleId: string): void {
	behindIn(context).add(vehicleId);
}

/** Those that wait to be kept up to now. */
export function behindIn({ storage }: Pick<Context, 'storage'>): Set<string> {
	const noted = behind.get(storage) ?? new Set();
	behind.set(storage, noted);
	return noted;
}
