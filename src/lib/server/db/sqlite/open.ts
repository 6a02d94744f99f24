import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StorageError, storageErrorOf } from '../../storage-error.ts';
import { readMigrations } from '../migrations.ts';
import { prepareFile } from './database-file.ts';
import { beginWith, copyOfEmpty, type ReadEmpty } from './empty.ts';
import { checkOwnership, migrateDatabase } from './migrate.ts';
import { watchFiles } from './watched-files.ts';

/** An open file. `close` writes the log back into it first. */
export interface OpenFile {
	readonly sqlite: Database.Database;
	/** Where the file lies; null in memory. */
	readonly folder: string | null;
	/** @throws {StorageError} when the file was removed or replaced meanwhile */
	readonly checkFiles: () => void;
	/** Writes the log back into the file, as far as nobody reads from it. */
	readonly checkpoint: () => void;
	readonly close: () => void;
}

/** Milliseconds that a start waits for another program's lock. */
const START_TIMEOUT = 5000;

/** The same while serving, where all others wait too: a longer lock is waited for off the loop. */
const BUSY_TIMEOUT = 10;

/**
 * Pages of the log after which a commit has to write it back (64 MB). Far more than SQLite's own
 * 1000, since it is written back whenever nothing is asked for a moment.
 */
const MAX_LOG_PAGES = 16_000;

/** What every connection sets and reads back: losing a commit is worse than refusing to start. */
const PRAGMAS: readonly (readonly [name: string, value: string | number, readsAs: unknown])[] = [
	['journal_mode', 'WAL', 'wal'],
	['synchronous', 'FULL', 2],
	['wal_autocheckpoint', MAX_LOG_PAGES, MAX_LOG_PAGES],
	['foreign_keys', 'ON', 1],
	['trusted_schema', 'OFF', 0],
	['cell_size_check', 'ON', 1]
];

export interface OpenOptions {
	/** Where the migrations stand. */
	readonly migrationsFolder?: string;
	/** What a new database is a copy of. */
	readonly readEmpty?: ReadEmpty;
}

/**
 * Opens the database, checks it, and brings its schema up to date.
 *
 * @param file path of the SQLite file, created with its folder when missing, or `:memory:`
 * @throws {StorageError} when the file cannot be used; it is then left as it was
 */
export function openFile(
	file: string,
	{ migrationsFolder = 'drizzle/sqlite', readEmpty = () => null }: OpenOptions = {}
): OpenFile {
	const migrations = readMigrations(migrationsFolder);
	const sqlite = connect(file, () => copyOfEmpty(readEmpty, migrations));
	try {
		checkOwnership(sqlite);
		for (const [name, value, readsAs] of PRAGMAS) setPragma(sqlite, file, name, value, readsAs);
		const verdict = sqlite.pragma('quick_check(1)', { simple: true });
		if (verdict !== 'ok') throw new StorageError('unreadable', `${file}: ${String(verdict)}`);
		migrateDatabase(sqlite, migrations);
		setPragma(sqlite, file, 'busy_timeout', BUSY_TIMEOUT, BUSY_TIMEOUT);
	} catch (error) {
		sqlite.close();
		throw storageErrorOf(error, file) ?? error;
	}
	return {
		sqlite,
		folder: file === ':memory:' ? null : dirname(resolve(file)),
		checkFiles: watchFiles(file),
		checkpoint() {
			sqlite.pragma('wal_checkpoint(PASSIVE)');
		},
		close() {
			if (!sqlite.open) return;
			try {
				sqlite.pragma('wal_checkpoint(TRUNCATE)');
			} catch {
				// On a disk that takes nothing the log keeps it, and the next start reads it there.
			}
			sqlite.close();
		}
	};
}

function connect(file: string, copyOfEmpty: ReadEmpty): Database.Database {
	const inMemory = file === ':memory:';
	try {
		const bytes = inMemory || isNew(file) ? copyOfEmpty() : null;
		if (inMemory) return new Database(bytes ?? file);
		if (bytes !== null) beginWith(bytes, file);
		prepareFile(file);
		return new Database(file, { timeout: START_TIMEOUT });
	} catch (error) {
		throw new StorageError('folder', file, { cause: error });
	}
}

/** A log that is left over would be written into whatever stands under the name. */
function isNew(file: string): boolean {
	return ['', '-wal', '-journal'].every((suffix) => !existsSync(file + suffix));
}

function setPragma(
	sqlite: Database.Database,
	file: string,
	name: string,
	value: string | number,
	readsAs: unknown
): void {
	sqlite.pragma(`${name} = ${value}`);
	const actual = sqlite.pragma(name, { simple: true });
	const inMemory = file === ':memory:' && name === 'journal_mode';
	if (actual !== readsAs && !inMemory) {
		throw new StorageError('pragma', `${name} is ${String(actual)} instead of ${value}`);
	}
}
