import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { log } from '../../log.ts';

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
