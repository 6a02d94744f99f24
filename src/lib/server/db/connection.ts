import { sql } from 'drizzle-orm';
import { StorageError, storageErrorOf } from '../storage-error.ts';
import { openDatabase, type Db, type OpenDatabase } from './open.ts';

let current: OpenDatabase | null = null;

/** Writes made through this connection. */
let writes = 0;

/** Milliseconds without a write after which the log is written back. */
const IDLE = 100;

let idle: NodeJS.Timeout | undefined;

/** Opens the database that all storage functions use from now on. */
export function connectDatabase(file: string, migrationsFolder?: string): void {
	disconnectDatabase();
	current = openDatabase(file, migrationsFolder);
	idle = setTimeout(checkpoint, IDLE).unref();
}

export function disconnectDatabase(): void {
	if (waiting.length > 0) commitWaiting();
	clearTimeout(idle);
	current?.close();
	current = null;
}

/** Off the path of every request: a commit in a burst then syncs its own pages and no others. */
function checkpoint(): void {
	try {
		current?.checkpoint();
	} catch {
		// What could not be written back stays in the log, and a commit tells of a failing disk.
	}
}

function countWrite(): void {
	writes += 1;
	idle?.refresh();
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
	countWrite();
	return result;
}

interface WaitingWrite {
	/** Does the work inside a transaction; gives back what to do once that is committed. */
	readonly run: (db: Db) => () => void;
	readonly reject: (reason: unknown) => void;
}

let waiting: WaitingWrite[] = [];

/**
 * Like {@link write}, for work that many requests ask for at once: what arrives in the same turn of
 * the event loop is committed together, so that one sync to disk serves them all. Each still
 * succeeds or fails alone, and resolves only after the commit. Work may run a second time, so it
 * changes nothing but the database.
 */
export function writeTogether<T>(work: (db: Db) => T): Promise<T> {
	return new Promise((resolve, reject) => {
		const run = (db: Db) => {
			const result = work(db);
			return () => resolve(result);
		};
		waiting.push({ run, reject });
		if (waiting.length === 1) setImmediate(commitWaiting);
	});
}

function commitWaiting(): void {
	const batch = waiting;
	waiting = [];
	commit(batch);
}

function commit(batch: readonly WaitingWrite[]): void {
	try {
		const settle = guarded(() =>
			connected().transaction((tx) => batch.map(({ run }) => run(tx)), { behavior: 'immediate' })
		);
		countWrite();
		for (const answer of settle) answer();
	} catch (error) {
		const isShared = batch.length === 1 || error instanceof StorageError;
		if (isShared) for (const { reject } of batch) reject(error);
		// Rare, so that savepoints around each would cost more than to begin anew.
		else for (const one of batch) commit([one]);
	}
}

/**
 * Statements that are compiled once for the open database. They take part in the transaction that
 * runs when they are executed.
 */
export function prepareOnce<T>(prepare: (db: Db) => T): () => T {
	let owner: Db | null = null;
	let statements: T;
	return () => {
		const db = connected();
		if (db !== owner) {
			statements = prepare(db);
			owner = db;
		}
		return statements;
	};
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
