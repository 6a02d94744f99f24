import type { Db, ReadWork, RehearsalTime } from '../../engine.ts';
import { storageErrorOf } from '../../storage-error.ts';

/** What a transaction that only reads consists of, whoever reads in it. */
interface ReadTransaction {
	/** Begins it. @returns the time as it sees it */
	readonly begin: () => RehearsalTime;
	readonly end: () => void;
	/** Of what it sees. */
	readonly revision: () => string;
	readonly db: Db;
	/** Does work once all before it is over. */
	readonly inTurn: (work: () => Promise<void>) => Promise<void>;
}

interface WaitingRead {
	readonly start: (time: RehearsalTime) => void;
	readonly reject: (reason: unknown) => void;
}

/**
 * Lets reads share a transaction which are asked for in the same turn of the event loop, by whatever
 * requests came in with it: to begin and to end one takes longer than most of them. It begins after
 * all of them and is over before the loop goes on, thus before anybody can have heard of a change
 * that it does not see. Each read still succeeds or fails alone.
 */
export function shareReads({ begin, end, revision, db, inTurn }: ReadTransaction) {
	/** Those that begin the next transaction; null where none waits. */
	let waiting: WaitingRead[] | null = null;
	/** The time of the transaction that others may read in. */
	let open: RehearsalTime | null = null;
	let running = 0;
	let whenNoneRuns = () => {};

	async function readAll(reads: readonly WaitingRead[]): Promise<void> {
		waiting = null;
		const time = begin();
		open = time;
		for (const { start } of reads) start(time);
		await new Promise<void>((resolve) => {
			// After all that goes on by itself from what was read, and before the next event.
			process.nextTick(() => {
				open = null;
				if (running === 0) resolve();
				else whenNoneRuns = resolve;
			});
		});
		end();
	}

	function readTogether(reads: readonly WaitingRead[]): void {
		inTurn(() => readAll(reads)).catch((error: unknown) => {
			if (waiting === reads) waiting = null;
			// It did not begin, or nobody waits any more.
			for (const { reject } of reads) reject(error);
		});
	}

	async function run<T>(work: ReadWork<T>, time: RehearsalTime): Promise<T> {
		running += 1;
		try {
			return await work(db, time, revision);
		} catch (error) {
			throw storageErrorOf(error) ?? error;
		} finally {
			running -= 1;
			if (running === 0) whenNoneRuns();
		}
	}

	return <T>(work: ReadWork<T>): Promise<T> => {
		if (open !== null) return run(work, open);
		return new Promise<T>((resolve, reject) => {
			const read = {
				start: (time: RehearsalTime) => run(work, time).then(resolve, reject),
				reject
			};
			if (waiting !== null) return void waiting.push(read);
			waiting = [read];
			setImmediate(readTogether, waiting);
		});
	};
}
