import Database from 'better-sqlite3';
import {
	chmodSync,
	copyFileSync,
	existsSync,
	linkSync,
	renameSync,
	rmSync,
	statSync
} from 'node:fs';
import { dirname } from 'node:path';
import { timeInFileName } from '../../machine-time.ts';
import { StorageError, storageErrorOf } from '../../storage-error.ts';
import {
	checkCopy,
	copyDatabase,
	partialOf,
	removeLeftovers,
	syncFolder,
	syncToDisk
} from './copy.ts';
import { makeFolder, OWNER_FILE } from './database-file.ts';
import { checkOwnership } from './migrate.ts';

/** Milliseconds to wait for another program's lock. */
const TIMEOUT = 5000;

/**
 * Copies a database into a new file, also while a server works on it.
 *
 * @throws {StorageError} when there is none, or the file exists
 */
export function backUpDatabase(file: string, backup: string): void {
	if (file === ':memory:' || !existsSync(file)) throw new StorageError('absent', file);
	inWords(file, () => {
		const sqlite = new Database(file, { fileMustExist: true, timeout: TIMEOUT });
		try {
			checkOwnership(sqlite);
			copyDatabase(sqlite, backup);
		} finally {
			sqlite.close();
		}
	});
}

/**
 * Puts a backup in the place of a database that no server works on.
 *
 * @returns where the database is that stood there before; null when there was none
 * @throws {StorageError} when the backup is none or a server runs; nothing was changed then
 */
export function restoreDatabase(backup: string, file: string): string | null {
	if (!statSync(backup, { throwIfNoEntry: false })?.isFile()) {
		throw new StorageError('absent', backup);
	}
	if (file === ':memory:') throw new StorageError('absent', file);
	return inWords(backup, () => {
		checkCopy(backup);
		makeFolder(dirname(file));
		removeLeftovers(file);
		const partial = partialOf(file);
		try {
			copyFileSync(backup, partial);
			chmodSync(partial, OWNER_FILE);
			beginAnew(partial);
			syncToDisk(partial);
			const before = existsSync(file) ? putAside(file) : null;
			renameSync(partial, file);
			syncFolder(file);
			return before;
		} finally {
			rmSync(partial, { force: true });
		}
	});
}

/** Windows may still be open on what came after the backup; their revisions must not fit. */
function beginAnew(file: string): void {
	const sqlite = new Database(file);
	sqlite.pragma('journal_mode = delete');
	sqlite.exec('update drafts set revision = abs(random() % 140737488355328) + 1');
	sqlite.close();
}

function putAside(file: string): string {
	checkUnused(file);
	const aside = `${file}.before-restore.${timeInFileName()}`;
	try {
		linkSync(file, aside);
	} catch {
		// Not every file system knows a second name of a file.
		copyFileSync(file, aside);
	}
	// A log that is left over belongs to what is put aside: it would be written into the backup.
	if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${aside}-wal`);
	rmSync(`${file}-shm`, { force: true });
	return aside;
}

/** A server keeps a lock on its database for as long as it runs; a damaged file tells of none. */
function checkUnused(file: string): void {
	try {
		const sqlite = new Database(file, { timeout: 0 });
		try {
			sqlite.pragma('locking_mode = exclusive');
			sqlite.exec('begin exclusive; commit');
		} finally {
			sqlite.close();
		}
	} catch (error) {
		const fault = storageErrorOf(error);
		if (fault?.code === 'busy') throw new StorageError('used', file, { cause: error });
		if (fault?.code !== 'unreadable') throw error;
	}
}

function inWords<T>(file: string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw storageErrorOf(error, file) ?? unwritable(error) ?? error;
	}
}

/** What the file system says of a place in which nothing can be written. */
const UNWRITABLE = new Set(['EACCES', 'ENOENT', 'ENOTDIR', 'EPERM', 'EROFS']);

function unwritable(error: unknown): StorageError | null {
	if (!(error instanceof Error && 'code' in error && 'path' in error)) return null;
	if (!UNWRITABLE.has(String(error.code))) return null;
	return new StorageError('unwritable', String(error.path), { cause: error });
}
