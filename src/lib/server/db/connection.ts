import { sql } from 'drizzle-orm';
import { storageErrorOf } from '../storage-error.ts';
import { openDatabase, type Db, type OpenDatabase } from './open.ts';

let current: OpenDatabase | null = null;

/** Writes made through this connection. */
let writes = 0;

/** Opens the database that all storage functions use from now on. */
export function connectDatabase(file: string, migrationsFolder?: string): void {
	current?.close();
	current = openDatabase(file, migrationsFolder);
}

export function disconnectDatabase(): void {
	current?.close();
	current = null;
}

function connected(): Db {
	if (!current) throw new TypeError('The database is not connected');
	return current.db;
}

/** Reads from one consistent state. */
export async function read<T>(work: (db: Db) => T): Promise<T> {
	return guarded(() => work(connected()));
}

/**
 * Writes in one transaction that has the write lock from its first statement, so that it never
 * fails half-way for want of it. Resolves after the commit; on an error nothing was changed.
 */
export async function write<T>(work: (db: Db) => T): Promise<T> {
	const result = guarded(() =>
		connected().transaction((tx) => work(tx), { behavior: 'immediate' })
	);
	writes += 1;
	return result;
}

/**
 * Changes with every write, through this connection or another program's.
 *
 * Source: SQLite, PRAGMA data_version, which tells of the others' writes only.
 */
export function storageRevision(): string {
	const others = guarded(() => connected().get<{ data_version: number }>(sql`pragma data_version`));
	return `${writes}.${others.data_version}`;
}

function guarded<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw storageErrorOf(error) ?? error;
	}
}
