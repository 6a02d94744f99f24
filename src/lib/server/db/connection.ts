import { storageErrorOf } from '../storage-error.ts';
import { openDatabase, type Db, type OpenDatabase } from './open.ts';

let current: OpenDatabase | null = null;

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
	return guarded(() => connected().transaction((tx) => work(tx), { behavior: 'immediate' }));
}

function guarded<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw storageErrorOf(error) ?? error;
	}
}
