import type { Context } from '../../context.ts';
import { log } from '../../log.ts';
import { storageErrorOf } from '../../storage-error.ts';
import { glimpse } from './glimpse.ts';

/** Milliseconds between two looks at whether anything was written, by this server or another. */
const PAUSE = 1000;

/** Who may watch at a time, on one server: each holds a connection. */
export const MOST_WATCHING = 100;

interface Watcher {
	readonly vehicleId: string;
	readonly told: () => void;
	/** What was glimpsed when it was told last; null before the first look. */
	seen: string | null;
}

interface Watch {
	readonly watchers: Set<Watcher>;
	/** Of the storage, when it was looked at last. */
	revision: string | null;
	/** Ends the looking; null while nobody watches. */
	stop: (() => void) | null;
}

const watches = new WeakMap<Context['storage'], Watch>();

/**
 * Tells somebody each time that something became of a vehicle, soon after it; and once at first, since
 * something may have become of it between what they saw of it and the begin of the watch.
 *
 * @returns ends it; null where too many watch already
 */
export function watchVehicle(
	context: Context,
	vehicleId: string,
	told: () => void
): (() => void) | null {
	const watch = watchOf(context);
	if (watch.watchers.size >= MOST_WATCHING) return null;
	const watcher: Watcher = { vehicleId, told, seen: null };
	watch.watchers.add(watcher);
	watch.stop ??= keepLooking(context);
	return () => {
		watch.watchers.delete(watcher);
		if (watch.watchers.size > 0) return;
		watch.stop?.();
		watch.stop = null;
	};
}

/** Looks once, and tells who watches a vehicle of which something became since. */
export async function lookAgain(context: Context): Promise<void> {
	const watch = watchOf(context);
	const revision = await context.storage.revision();
	const watchers = [...watch.watchers];
	if (revision === watch.revision && watchers.every(({ seen }) => seen !== null)) return;
	const seen = await glimpse(context, [...new Set(watchers.map(({ vehicleId }) => vehicleId))]);
	watch.revision = revision;
	for (const watcher of watchers) {
		const now = seen.get(watcher.vehicleId) ?? '';
		// Some may have ended meanwhile.
		if (watcher.seen === now || !watch.watchers.has(watcher)) continue;
		watcher.seen = now;
		watcher.told();
	}
}

function watchOf({ storage }: Context): Watch {
	const known = watches.get(storage);
	if (known) return known;
	const watch: Watch = { watchers: new Set(), revision: null, stop: null };
	watches.set(storage, watch);
	return watch;
}

function keepLooking(context: Context): () => void {
	let timer = setTimeout(() => void look(), 0).unref();
	let stopped = false;

	async function look(): Promise<void> {
		try {
			await lookAgain(context);
		} catch (error) {
			// The page that watches says itself that the storage does not answer.
			if (!storageErrorOf(error)) log.error({ err: error }, 'vehicles are not watched');
		}
		if (!stopped) timer = setTimeout(() => void look(), PAUSE).unref();
	}

	return () => {
		stopped = true;
		clearTimeout(timer);
	};
}
