import { StorageError } from '../storage-error.ts';
import type { Db } from './open.ts';

/** Milliseconds that a write waits for another program's lock before it is given up. */
export const PATIENCE = 5000;
/** Milliseconds until the lock is asked for again: at first, and at most. */
const FIRST_PAUSE = 5;
const LONGEST_PAUSE = 100;

/** One piece of work that somebody waits for. */
export interface WaitingWrite {
	/** Does the work inside a transaction; gives back what to do once that is committed. */
	readonly run: (db: Db) => () => void;
	readonly reject: (reason: unknown) => void;
}

/** Writes that share one commit. */
type Batch = readonly WaitingWrite[];

/**
 * What became of a batch: answered, not begun because another program holds the lock, or taken
 * back because of one of them, so that each has to go alone.
 */
export type CommitOutcome = 'answered' | 'locked' | 'apart';

interface QueuedBatch {
	readonly batch: Batch;
	readonly giveUpAt: number;
}

/**
 * Commits batches in the order in which they came. While another program holds the lock they wait
 * off the event loop, so that whoever only reads is served meanwhile.
 */
export class WriteQueue {
	#queue: QueuedBatch[] = [];
	#pause = FIRST_PAUSE;
	#timer: NodeJS.Timeout | undefined;
	#turn: NodeJS.Immediate | undefined;
	readonly #commit: (batch: Batch) => CommitOutcome;

	constructor(commit: (batch: Batch) => CommitOutcome) {
		this.#commit = commit;
	}

	/** Commits at once, unless others wait already. */
	submit(batch: Batch, patience = PATIENCE): void {
		this.#queue.push({ batch, giveUpAt: performance.now() + patience });
		if (!this.#timer && !this.#turn) this.#next();
	}

	/** Tries all that wait for the last time. */
	finish(): void {
		clearTimeout(this.#timer);
		clearImmediate(this.#turn);
		this.#timer = this.#turn = undefined;
		while (this.#queue.length > 0) {
			if (this.#commitFirst()) continue;
			for (const { batch } of this.#queue.splice(0)) giveUp(batch);
		}
	}

	#next(): void {
		this.#timer = this.#turn = undefined;
		if (this.#commitFirst()) {
			this.#pause = FIRST_PAUSE;
			// One per turn: after a long lock there may be many.
			if (this.#queue.length > 0) this.#turn = setImmediate(() => this.#next());
			return;
		}
		this.#queue = this.#queue.filter(({ batch, giveUpAt }) => {
			const isOver = performance.now() >= giveUpAt;
			if (isOver) giveUp(batch);
			return !isOver;
		});
		if (this.#queue.length === 0) return;
		this.#timer = setTimeout(() => this.#next(), this.#pause);
		this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
	}

	/** @returns false when another program holds the lock */
	#commitFirst(): boolean {
		const [first] = this.#queue;
		if (!first) return true;
		const outcome = this.#commit(first.batch);
		if (outcome === 'locked') return false;
		this.#queue.shift();
		if (outcome === 'apart') {
			// Rare, so that savepoints around each would cost more than to begin anew.
			const { giveUpAt } = first;
			this.#queue.unshift(...first.batch.map((one) => ({ batch: [one], giveUpAt })));
		}
		return true;
	}
}

function giveUp(batch: Batch): void {
	for (const { reject } of batch) reject(new StorageError('busy'));
}
