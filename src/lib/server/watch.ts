import type { Context } from './context.ts';
import { log } from './log.ts';
import { storageErrorOf } from './storage-error.ts';

/**
 * What tells whether something became of some things, by their keys. It is asked for again whenever
 * anything was written, and thus reads little.
 */
export type Glimpse = (
	context: Context,
	keys: readonly string[]
) => Promise<ReadonlyMap<string, string>>;

/** Milliseconds between two looks at whether anything was written, by this server or another. */
const PAUSE = 1000;

/** Who may watch at a time, on one server: each holds a connection. */
export const MOST_WATCHING = 100;

interface Watcher {
	readonly glimpse: Glimpse;
	readonly key: string;
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
 * Tells somebody each time that something became of a thing, soon after it; and once at first, since
 * something may have become of it between what they saw of it and the begin of the watch.
 *
 * @returns ends it; null where too many watch already
 */
export function watch(
	context: Context,
	{ glimpse, key }: Pick<Watcher, 'glimpse' | 'key'>,
	told: () => void
): (() => void) | null {
	const all = watchOf(context);
	if (all.watchers.size >= MOST_WATCHING) return null;
	const watcher: Watcher = { glimpse, key, told, seen: null };
	all.watchers.add(watcher);
	all.stop ??= keepLooking(context);
	return () => {
		all.watchers.delete(watcher);
		if (all.watchers.size > 0) return;
		all.stop?.();
		all.stop = null;
	};
}

/** Looks once, and tells who watches something that changed since. */
export async function lookAgain(context: Context): Promise<void> {
	const all = watchOf(context);
	const revision = await context.storage.revision();
	const watchers = [...all.watchers];
	if (revision === all.revision && watchers.every(({ seen }) => seen !== null)) return;
	for (const [glimpse, ones] of Map.groupBy(watchers, (watcher) => watcher.glimpse)) {
		const seen = await glimpse(context, [...new Set(ones.map(({ key }) => key))]);
		for (const watcher of ones) {
			const now = seen.get(watcher.key) ?? '';
			// Some may have ended meanwhile.
			if (watcher.seen === now || !all.watchers.has(watcher)) continue;
			watcher.seen = now;
			watcher.told();
		}
	}
	all.revision = revision;
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
			if (!storageErrorOf(error)) log.error({ err: error }, 'what pages show is not watched');
		}
		if (!stopped) timer = setTimeout(() => void look(), PAUSE).unref();
	}

	return () => {
		stopped = true;
		clearTimeout(timer);
	};
}
