import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';

/**
 * What queries are written with, whatever the engine: builders that are awaited. What was changed is
 * told by `returning`; the methods `all`, `get` and `run` are known to one engine alone.
 */
export type Db = Pick<
	BaseSQLiteDatabase<'async', void>,
	'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count' | 'with'
>;

/** What time it is in the rehearsal. */
export interface RehearsalTime {
	/** Milliseconds that it is ahead of the machine's while it runs; below 0 it is behind. */
	readonly offsetMs: number;
	/** Where it stands still; null while it runs. */
	readonly frozenAt: number | null;
}

/** While nobody has moved it. */
export const MACHINE_TIME: RehearsalTime = { offsetMs: 0, frozenAt: null };

/**
 * Work inside a transaction. It awaits nothing but the database: others wait for it. It may be done a
 * second time, so it changes nothing else.
 *
 * @param time of the rehearsal, as the transaction sees it
 */
export type Work<T> = (db: Db, time: RehearsalTime) => Promise<T>;

/**
 * Work that only reads.
 *
 * @param revision of the state that it reads from: where it is the same, so is all that is stored, but
 * perhaps for what was noted
 */
export type ReadWork<T> = (
	db: Db,
	time: RehearsalTime,
	revision: () => string | Promise<string>
) => Promise<T>;

/** A database with its way to the disk. All errors of its own are `StorageError`s. */
export interface Engine {
	/** Reads from one consistent state. */
	read<T>(work: ReadWork<T>): Promise<T>;
	/**
	 * Writes in one transaction. Resolves after the commit; on an error nothing was changed.
	 *
	 * @param patience milliseconds to wait for another program's lock
	 */
	write<T>(work: Work<T>, patience?: number): Promise<T>;
	/**
	 * Like {@link write}, for work that many requests ask for at once: several may share a commit.
	 * Each still succeeds or fails alone.
	 */
	writeTogether<T>(work: Work<T>): Promise<T>;
	/**
	 * Like {@link write}, while no other transaction of any program goes on: for work that touches so
	 * much that it would be in everybody's way, and they in its.
	 */
	writeAlone<T>(work: Work<T>): Promise<T>;
	/**
	 * Like {@link write}, for what happens so often that reads which are kept go on meanwhile: none of
	 * them may depend on it.
	 */
	note<T>(work: Work<T>): Promise<T>;
	/** Changes with every write, of this program or another: where it is the same, so is all that is stored. */
	revision(): Promise<string>;
	/**
	 * Reads, and writes what is there already.
	 *
	 * @throws {StorageError} when a write would not succeed now
	 */
	probe(): Promise<void>;
	/** Commits what waits, and lets go of the database. */
	close(): Promise<void>;
}
