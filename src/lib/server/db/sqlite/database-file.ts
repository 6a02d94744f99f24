import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { log } from '../../log.ts';
import { StorageError } from '../../storage-error.ts';

/** What a new file and a new folder allow: everything to their owner, nothing to others. */
export const OWNER_FILE = 0o600;
const OWNER_FOLDER = 0o700;
const OTHERS = 0o077;

/**
 * Creates the file with its folder when missing, and takes the rights that others have on it. The
 * log beside it gets the rights of the file from SQLite.
 */
export function prepareFile(file: string): void {
	makeFolder(dirname(resolve(file)));
	if (!existsSync(file)) closeSync(openSync(file, 'a', OWNER_FILE));
	for (const path of [file, `${file}-wal`, `${file}-shm`]) keepFromOthers(path);
}

function keepFromOthers(path: string): void {
	const stats = statSync(path, { throwIfNoEntry: false });
	// A device is everybody's, and no database: as root its rights would be taken from the whole machine.
	if (!stats?.isFile()) return;
	const { mode } = stats;
	// Windows keeps no such rights.
	if (process.platform === 'win32' || (mode & OTHERS) === 0) return;
	try {
		chmodSync(path, mode & 0o777 & ~OTHERS);
	} catch {
		log.warn(
			{ file: path },
			'Others may read the database, and its rights cannot be changed from here'
		);
	}
}

/**
 * One level after the other: told to do it at once, Node never comes back from a file system such
 * as /proc, which refuses a folder as if its parent were missing.
 */
export function makeFolder(folder: string): void {
	if (existsSync(folder)) return;
	makeFolder(dirname(folder));
	try {
		mkdirSync(folder, { mode: OWNER_FOLDER });
	} catch (error) {
		// Another start may have been faster.
		if (!existsSync(folder)) throw error;
	}
}

/**
 * Remembers which files a database is open on, and gives back a check that they are still the ones
 * under these names. Without it, what is written after a removal is answered and gone.
 */
export function watchFiles(file: string): () => void {
	if (file === ':memory:') return () => {};
	// Without the index of the log another program would make its own, and neither see the other's writes.
	const paths = ['', '-wal', '-shm'].map((suffix) => resolve(file + suffix));
	const watched = paths.flatMap((path) => {
		const identity = identityOf(path);
		return identity === null ? [] : [{ path, identity }];
	});
	return () => {
		for (const { path, identity } of watched) {
			if (identityOf(path) !== identity) throw new StorageError('gone');
		}
	};
}

/**
 * A microsecond or two, measured; a commit takes a thousand. Emptied is as good as gone,
 * but for a log, which others may have written back.
 */
function identityOf(path: string): string | null {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (!stats || (stats.size === 0 && !path.endsWith('-wal'))) return null;
	return `${stats.dev}:${stats.ino}`;
}
