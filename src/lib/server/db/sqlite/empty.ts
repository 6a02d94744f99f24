import Database from 'better-sqlite3';
import { closeSync, fsyncSync, linkSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { machineTime } from '../../machine-time.ts';
import { AppliedMigrations, type Migration } from '../migrations.ts';
import { partialOf, removeLeftovers, syncFolder } from './copy.ts';
import { makeFolder, OWNER_FILE } from './database-file.ts';

/**
 * Gives the bytes of a database with all tables and no rows; null where there is none. A new one
 * begins as a copy of it: to go through every migration takes longer than the rest of a start.
 */
export type ReadEmpty = () => Buffer | null;

/**
 * A copy of an empty database, as of now; null where it is of other migrations than these, which a
 * new database then goes through by itself.
 */
export function copyOfEmpty(
	readEmpty: ReadEmpty,
	migrations: readonly Migration[]
): Buffer<ArrayBuffer> | null {
	const bytes = readEmpty();
	if (bytes === null) return null;
	const sqlite = new Database(bytes);
	try {
		const applied = AppliedMigrations.parse(
			sqlite.prepare('select tag, sha256 from migrations order by rowid').all()
		);
		const isOfThese =
			applied.length === migrations.length &&
			migrations.every(
				({ tag, sha256 }, at) => applied[at]?.tag === tag && applied[at].sha256 === sha256
			);
		if (!isOfThese) return null;
		sqlite.prepare('update migrations set applied_at = ?').run(machineTime());
		return Buffer.from(sqlite.serialize());
	} catch {
		return null;
	} finally {
		sqlite.close();
	}
}

/**
 * Puts a database under a name that no file has. Under it stands all of the bytes, synced, or nothing;
 * where another start was faster, what that made.
 */
export function beginWith(bytes: Uint8Array, file: string): void {
	makeFolder(dirname(resolve(file)));
	removeLeftovers(resolve(file));
	const partial = partialOf(file);
	try {
		const descriptor = openSync(partial, 'wx', OWNER_FILE);
		try {
			writeSync(descriptor, bytes);
			fsyncSync(descriptor);
		} finally {
			closeSync(descriptor);
		}
		linkSync(partial, file);
		syncFolder(resolve(file));
	} catch {
		// Another start was faster, or the file system knows no second name of a file, or takes nothing:
		// whoever opens the file now goes the long way, and says what is wrong.
	} finally {
		rmSync(partial, { force: true });
	}
}
