import Database from 'better-sqlite3';
import {
	closeSync,
	existsSync,
	fsyncSync,
	linkSync,
	openSync,
	readdirSync,
	renameSync,
	rmSync
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { timeInFileName } from '../../machine-time.ts';
import { StorageError } from '../../storage-error.ts';
import { OWNER_FILE } from './database-file.ts';

/** Copies from before a migration that are kept, the newest ones. */
const KEPT_COPIES = 5;

/**
 * Writes the database as it stands into a new file, while others read and write it. Under the
 * name of the file stands a whole, checked, synced copy or nothing, whatever happens meanwhile.
 *
 * @throws {StorageError} `exists` when the file is there already; it is left as it is
 */
export function copyDatabase(sqlite: Database.Database, file: string): void {
	if (existsSync(file)) throw new StorageError('exists', file);
	removeLeftovers(file);
	const partial = partialOf(file);
	try {
		// An empty file is taken by SQLite, with its rights.
		closeSync(openSync(partial, 'wx', OWNER_FILE));
		sqlite.prepare('vacuum into ?').run(partial);
		checkCopy(partial);
		syncToDisk(partial);
		giveName(partial, file);
	} finally {
		for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(partial + rest, { force: true });
	}
}

/** A file that is being written, named after the program that does it. */
export function partialOf(file: string): string {
	return `${file}.${process.pid}.partial`;
}

/** Removes what programs left beside a file that were killed while they wrote it. */
export function removeLeftovers(file: string): void {
	const folder = dirname(file);
	for (const name of readdirSync(folder)) {
		if (!name.startsWith(basename(file))) continue;
		const rest = name.slice(basename(file).length);
		const [, pid] = /^\.(\d+)\.partial(?:-\w+)?$/.exec(rest) ?? [];
		if (pid !== undefined && isGone(Number(pid))) rmSync(join(folder, name), { force: true });
	}
}

/** One of our own number is of another program that had it before. */
function isGone(pid: number): boolean {
	if (pid === process.pid) return true;
	try {
		process.kill(pid, 0);
		return false;
	} catch (error) {
		// Somebody else's program runs, and may not be asked.
		return !(error instanceof Error && 'code' in error && error.code === 'EPERM');
	}
}

/** @throws {StorageError} when a file is not a whole database of ours */
export function checkCopy(file: string): void {
	const copy = new Database(file, { readonly: true, fileMustExist: true });
	try {
		const verdict = copy.pragma('integrity_check(1)', { simple: true });
		const orphans = copy.prepare('select 1 from pragma_foreign_key_check limit 1').get();
		if (verdict !== 'ok' || orphans) throw new StorageError('unreadable', file);
		if (!isOurs(copy)) throw new StorageError('foreign', file);
	} finally {
		copy.close();
	}
}

/** Whether a database has our record of migrations, which another program's has not. */
export function keepsRecord(sqlite: Database.Database): boolean {
	const columns = sqlite
		.prepare("select count(*) from pragma_table_info('migrations') where name in ('tag', 'sha256')")
		.pluck();
	return columns.get() === 2;
}

function isOurs(copy: Database.Database): boolean {
	return keepsRecord(copy) && copy.prepare('select 1 from migrations').get() !== undefined;
}

/**
 * Keeps a copy of a database beside it before its schema changes, and lets the oldest copies go.
 *
 * @param schema number of the migrations that it has gone through
 */
export function copyBeforeMigration(sqlite: Database.Database, schema: number): void {
	const file = sqlite.name;
	const now = timeInFileName();
	try {
		copyDatabase(sqlite, `${file}.schema-${schema}.${now}`);
	} catch (error) {
		throw new StorageError('copy', file, { cause: error });
	}
	const folder = dirname(file);
	const names = readdirSync(folder).filter((name) => name.startsWith(`${basename(file)}.schema-`));
	const copies = names.filter((name) => timeOf(name).endsWith('Z'));
	const kept = copies.sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1)).slice(0, KEPT_COPIES);
	// Beside older copies: what a start left that was ended in the middle of one.
	for (const name of names) if (!kept.includes(name)) rmSync(join(folder, name));
}

const timeOf = (name: string) => name.replace(/^.*\.schema-\d+\./, '');

/** Gives a file its name unless that is taken meanwhile. */
function giveName(partial: string, file: string): void {
	try {
		linkSync(partial, file);
	} catch (error) {
		if (existsSync(file)) throw new StorageError('exists', file, { cause: error });
		// Not every file system knows a second name of a file.
		renameSync(partial, file);
	}
	syncFolder(file);
}

export function syncToDisk(path: string): void {
	const descriptor = openSync(path, 'r+');
	try {
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
}

/** So that the name of a file outlives a power cut; Windows has no such thing. */
export function syncFolder(file: string): void {
	if (process.platform === 'win32') return;
	const descriptor = openSync(dirname(file), 'r');
	try {
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
}
