import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { statfsSync } from 'node:fs';
import { StorageError, storageErrorOf } from '../../storage-error.ts';
import { MACHINE_TIME, type Db, type Engine, type RehearsalTime, type Work } from '../../engine.ts';
import { openFile, type OpenOptions } from './open.ts';
import { shareReads } from './shared-read.ts';
import { WriteQueue, type CommitOutcome, type WaitingWrite } from './write-queue.ts';

/** Milliseconds without a write after which the log is written back. */
const IDLE = 100;

/** Milliseconds that the probe waits for another program's lock before it says so. */
const PROBE_PATIENCE = 250;

/** Bytes that must be free on the disk: a few commits with the log that they go through. */
const NEEDED_SPACE = 1024 * 1024;

/**
 * Opens a file of SQLite as the storage. There is one connection, and one transaction at a time has
 * its turn: the driver is synchronous, so that others would gain nothing by going beside it.
 *
 * @param file path of the file, or `:memory:`
 * @throws {StorageError} when the file cannot be used; it is then left as it was
 */
export function openSqlite(file: string, options?: OpenOptions): Engine {
	const opened = openFile(file, options);
	const { sqlite, folder, checkFiles } = opened;
	const db = asynchronous(sqlite);
	const begin = sqlite.prepare('begin');
	const beginImmediate = sqlite.prepare('begin immediate');
	const commitAll = sqlite.prepare('commit');
	const rollback = sqlite.prepare('rollback');
	const readTime = sqlite.prepare<[], RehearsalTime>(
		'select offset_ms as offsetMs, frozen_at as frozenAt from rehearsal'
	);

	/** Source: SQLite, PRAGMA data_version, which tells of the others' writes only. */
	const dataVersion = sqlite.prepare<[], number>('pragma data_version').pluck();

	let turn: Promise<unknown> = Promise.resolve();
	/** Commits made through this connection, and those of them that did more than note something. */
	let writes = 0;
	let changes = 0;
	let together: WaitingWrite[] = [];
	const queue = new WriteQueue(commit);
	// Off the path of every request: a commit in a burst then syncs its own pages and no others.
	const idle = setTimeout(writeBack, IDLE).unref();

	/** Does the work once all before it is over. */
	function inTurn<T>(work: () => T | Promise<T>): Promise<T> {
		const mine = turn.then(async () => {
			try {
				if (!sqlite.open) throw new StorageError('unavailable');
				checkFiles();
				return await work();
			} catch (error) {
				if (sqlite.inTransaction) rollback.run();
				throw storageErrorOf(error) ?? error;
			}
		});
		turn = mine.catch(() => {});
		return mine;
	}

	const read = shareReads({
		// Another program's lock is no hindrance: it locks writers out.
		begin() {
			begin.run();
			return readTime.get() ?? MACHINE_TIME;
		},
		end() {
			if (sqlite.inTransaction) rollback.run();
		},
		revision: () => `${changes}.${dataVersion.get()}`,
		db,
		inTurn
	});

	function transact<T>(work: Work<T>, isNote: boolean): Promise<T> {
		return inTurn(async () => {
			beginImmediate.run();
			const result = await work(db, readTime.get() ?? MACHINE_TIME);
			commitAll.run();
			writes += 1;
			if (!isNote) changes += 1;
			checkFiles();
			return result;
		});
	}

	async function commit(batch: readonly WaitingWrite[]): Promise<CommitOutcome> {
		let begun = false;
		try {
			const answers = await transact(
				async (_db, time) => {
					begun = true;
					const answers: (() => void)[] = [];
					for (const { run } of batch) answers.push(await run(db, time));
					return answers;
				},
				batch.every(({ isNote }) => isNote === true)
			);
			idle.refresh();
			for (const answer of answers) answer();
			return 'answered';
		} catch (error) {
			if (!begun && error instanceof StorageError && error.code === 'busy') return 'locked';
			if (batch.length > 1 && !(error instanceof StorageError)) return 'apart';
			for (const { reject } of batch) reject(error);
			return 'answered';
		}
	}

	function submitTogether(): void {
		const batch = together;
		together = [];
		if (batch.length > 0) queue.submit(batch);
	}

	function writeBack(): void {
		// In a transaction it waits for the next quiet moment.
		if (!sqlite.open || sqlite.inTransaction) return;
		try {
			opened.checkpoint();
		} catch {
			// What could not be written back stays in the log, and a commit tells of a failing disk.
		}
	}

	function write<T>(work: Work<T>, patience?: number): Promise<T> {
		// What was asked for before is made before.
		submitTogether();
		return new Promise((resolve, reject) => {
			queue.submit([waitingWrite(work, resolve, reject)], patience);
		});
	}

	return {
		read,
		/** Has the write lock from its first statement, so that it never fails half-way for want of it. */
		write,
		/** Every write is. */
		writeAlone: (work) => write(work),
		note: (work) =>
			new Promise((resolve, reject) => {
				submitTogether();
				queue.submit([{ ...waitingWrite(work, resolve, reject), isNote: true }]);
			}),
		/**
		 * What arrives within two turns of the event loop shares one sync to the disk: one who asks again
		 * once answered comes a turn after others, and would share none with them from then on.
		 */
		writeTogether: (work) =>
			new Promise((resolve, reject) => {
				together.push(waitingWrite(work, resolve, reject));
				if (together.length === 1) setImmediate(() => setImmediate(submitTogether));
			}),
		revision: () => read(async () => `${writes}.${dataVersion.get()}`),
		/** Writes what is there already: it goes every other commit's way, and the file does not grow. */
		async probe() {
			if (folder !== null) checkSpace(folder);
			await write(async () => {
				sqlite.exec('select 1 from applications limit 1');
				const version = Number(sqlite.pragma('user_version', { simple: true }));
				sqlite.pragma(`user_version = ${version}`);
			}, PROBE_PATIENCE);
		},
		async close() {
			submitTogether();
			await queue.finish();
			await turn;
			clearTimeout(idle);
			opened.close();
		}
	};
}

/** Its builders may be awaited, which is all that {@link Db} lets one do with them. */
function asynchronous(sqlite: Database.Database): Db {
	return drizzle(sqlite, { casing: 'snake_case' }) as unknown as Db;
}

function waitingWrite<T>(
	work: Work<T>,
	resolve: (result: T) => void,
	reject: (reason: unknown) => void
): WaitingWrite {
	const run = async (db: Db, time: RehearsalTime) => {
		const result = await work(db, time);
		return () => resolve(result);
	};
	return { run, reject };
}

function checkSpace(folder: string): void {
	const { blocks, bavail, bsize } = statfsSync(folder);
	// A file system that counts no blocks tells nothing.
	if (blocks > 0 && bavail * bsize < NEEDED_SPACE) throw new StorageError('full');
}
