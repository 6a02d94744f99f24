import { readdirSync, readlinkSync, statSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { StorageError } from '../../storage-error.ts';

/** Where Linux shows the files that a process has open, each as a link to what it is called now. */
const OPEN_FILES = '/proc/self/fd';

/**
 * Remembers which files a database is open on, and gives back a check that they are still the ones
 * under these names. Without it, what is written after a removal is answered and gone.
 */
export function watchFiles(file: string): () => void {
	if (file === ':memory:') return () => {};
	// Without the index of the log another program would make its own, and neither see the other's writes.
	const watched = [watch(file), watchByLink(`${file}-wal`), watch(`${file}-shm`)];
	return () => {
		for (const isThere of watched) if (!isThere()) throw new StorageError('gone');
	};
}

/** Whether the same file is there. */
function watch(name: string): () => boolean {
	const path = resolve(name);
	const identity = identityOf(path);
	return () => identity === null || identityOf(path) === identity;
}

/**
 * The same by what the open file is called, for one that each commit writes: to ask for its times, as
 * every `stat` does, has Linux keep them to the nanosecond from then on, and the next sync write them
 * too, which then takes a quarter longer.
 *
 * Source: Linux 6.13, Documentation/filesystems/multigrain-ts.rst.
 */
function watchByLink(name: string): () => boolean {
	const isThere = watch(name);
	const link = linkTo(resolve(name));
	const called = link === null ? null : targetOf(link);
	if (link === null || called === null) return isThere;
	// What it is called may look another way for other reasons.
	return () => targetOf(link) === called || isThere();
}

function targetOf(link: string): string | null {
	try {
		return readlinkSync(link);
	} catch {
		return null;
	}
}

/** Under which link a file is open; null where that is not told, or where it is open more than once. */
function linkTo(path: string): string | null {
	try {
		const { dev, ino } = statSync(path);
		const links = readdirSync(OPEN_FILES).map((number) => `${OPEN_FILES}/${number}`);
		const [link, another] = links.filter((one) => {
			const stats = statSync(one, { throwIfNoEntry: false });
			return stats?.dev === dev && stats.ino === ino;
		});
		return another === undefined ? (link ?? null) : null;
	} catch {
		return null;
	}
}

/**
 * A microsecond or two, measured; a commit takes a hundred. Emptied is as good as gone, but for a
 * log, which others may have written back.
 */
function identityOf(path: string): string | null {
	const stats: Stats | undefined = statSync(path, { throwIfNoEntry: false });
	if (!stats || (stats.size === 0 && !path.endsWith('-wal'))) return null;
	return `${stats.dev}:${stats.ino}`;
}
