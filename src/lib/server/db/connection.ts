import { sql } from 'drizzle-orm';
import { StorageError, storageErrorOf } from '../storage-error.ts';
import { openDatabase, type Db, type OpenDatabase } from './open.ts';
import { WriteQueue, type CommitOutcome, type WaitingWrite } from './write-queue.ts';

let current: OpenDatabase | null = null;

/** Writes made through this connection. */
let writes = 0;

/** Milliseconds without a write after which the log is written back. */
const IDLE = 100;

let idle: NodeJS.Timeout | undefined;

const queue = new WriteQueue(commit);

/** Opens the database that all storage functions use from now on. */
export function connectDatabase(file: string, migrationsFolder?: string): void {
	disconnectDatabase();
	current = openDatabase(file, migrationsFolder);
	idle = setTimeout(checkpoint, IDLE).unref();
}

export function disconnectDatabase(): void {
	submitTogether();
	queue.finish();
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

function connected(): OpenDatabase {
	if (!current) throw new TypeError('The database is not connected');
	return current;
}

/** Reads from one consistent state. Another program's lock is no hindrance: it locks writers out. */
export async function read<T>(work: (db: Db) => T): Promise<T> {
	return guarded(() => {
		const { db, checkFiles } = connected();
		checkFiles();
		return work(db);
	});
}

/**
 * Writes in one transaction that has the write lock from its first statement, so that it never
 * fails half-way for want of it. Resolves after the commit; on an error nothing was changed.
 *
 * @param patience milliseconds to wait for another program's lock
 */
export function write<T>(work: (db: Db) => T, patience?: number): Promise<T> {
	return new Promise((resolve, reject) =>
		queue.submit([waitingWrite(work, resolve, reject)], patience)
	);
}

let together: WaitingWrite[] = [];

/**
 * Like {@link write}, for work that many requests ask for at once: what arrives in the same turn of
 * the event loop is committed together, so that one sync to disk serves them all. Each still
 * succeeds or fails alone, and resolves only after the commit. Work may run a second time, so it
 * changes nothing but the database.
 */
export function writeTogether<T>(work: (db: Db) => T): Promise<T> {
	return new Promise((resolve, reject) => {
		together.push(waitingWrite(work, resolve, reject));
		if (together.length === 1) setImmediate(submitTogether);
	});
}

function submitTogether(): void {
	const batch = together;
	together = [];
	if (batch.length > 0) queue.submit(batch);
}

function waitingWrite<T>(
	work: (db: Db) => T,
	resolve: (result: T) => void,
	reject: (reason: unknown) => void
): WaitingWrite {
	const run = (db: Db) => {
		const result = work(db);
		return () => resolve(result);
	};
	return { run, reject };
}

function commit(batch: readonly WaitingWrite[]): CommitOutcome {
	let begun = false;
	try {
		const settle = guarded(() => {
			const { db, checkFiles } = connected();
			checkFiles();
			const settle = db.transaction(
				(tx) => {
					begun = true;
					return batch.map(({ run }) => run(tx));
				},
				{ behavior: 'immediate' }
			);
			checkFiles();
			return settle;
		});
		countWrite();
		for (const answer of settle) answer();
		return 'answered';
	} catch (error) {
		if (!begun && isBusy(error)) return 'locked';
		if (batch.length > 1 && !(error instanceof StorageError)) return 'apart';
		for (const { reject } of batch) reject(error);
		return 'answered';
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
		const { db } = connected();
		if (db !== owner) {
			statements = prepare(db);
			owner = db;
		}
		return statements;
	};
}

/** Folder of the open database; null while it is kept in memory. */
export function storageFolder(): string | null {
	return connected().folder;
}

/**
 * Changes with every write, through this connection or another program's.
 *
 * Source: SQLite, PRAGMA data_version, which tells of the others' writes only.
 */
export function storageRevision(): string {
	const others = guarded(() => {
		const { db, checkFiles } = connected();
		checkFiles();
		return db.get<{ data_version: number }>(sql`pragma data_version`);
	});
	return `${writes}.${others.data_version}`;
}

function guarded<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw storageErrorOf(error) ?? error;
	}
}

function isBusy(error: unknown): boolean {
	return error instanceof StorageError && error.code === 'busy';
}
