import { StorageError } from '../../storage-error.ts';
import type { Work } from '../../engine.ts';

/** Milliseconds that a write waits for another program's lock before it is given up. */
export const PATIENCE = 5000;
/** Milliseconds until the lock is asked for again: at first, and at most. */
const FIRST_PAUSE = 5;
const LONGEST_PAUSE = 100;

/** One piece of work that somebody waits for. */
export interface WaitingWrite {
	/** Does the work inside a transaction; gives back what to do once that is committed. */
	readonly run: Work<() => void>;
	readonly reject: (reason: unknown) => void;
	/** Whether it only notes what no read depends on that is kept. */
	readonly isNote?: true;
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
	#running: Promise<void> | null = null;
	#isFinishing = false;
	/** Ends the pause between two tries. */
	#goOn = () => {};
	readonly #commit: (batch: Batch) => Promise<CommitOutcome>;

	constructor(commit: (batch: Batch) => Promise<CommitOutcome>) {
		this.#commit = commit;
	}

	/** Commits at once, unless others wait already. */
	submit(batch: Batch, patience = PATIENCE): void {
		this.#queue.push({ batch, giveUpAt: performance.now() + patience });
		this.#running ??= this.#commitAll();
	}

	/** Tries all that wait for the last time. */
	async finish(): Promise<void> {
		this.#isFinishing = true;
		this.#goOn();
		await this.#running;
		this.#isFinishing = false;
	}

	async #commitAll(): Promise<void> {
		for (let first = this.#queue[0]; first; first = this.#queue[0]) {
			const isLastTry = this.#isFinishing;
			const outcome = await this.#commit(first.batch);
			if (outcome === 'locked') {
				this.#giveUpThoseOver(isLastTry);
				await this.#waitForLock();
				continue;
			}
			this.#pause = FIRST_PAUSE;
			this.#queue.shift();
			if (outcome === 'apart') {
				// Rare, so that savepoints around each would cost more than to begin anew.
				const { giveUpAt } = first;
				this.#queue.unshift(...first.batch.map((one) => ({ batch: [one], giveUpAt })));
			}
			// One per turn: after a long lock there may be many.
			if (this.#queue.length > 0) await new Promise((resolve) => setImmediate(resolve));
		}
		this.#running = null;
	}

	#giveUpThoseOver(isLastTry: boolean): void {
		this.#queue = this.#queue.filter(({ batch, giveUpAt }) => {
			const isOver = isLastTry || performance.now() >= giveUpAt;
			if (isOver) giveUp(batch);
			return !isOver;
		});
	}

	async #waitForLock(): Promise<void> {
		if (this.#queue.length === 0 || this.#isFinishing) return;
		await new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, this.#pause);
			this.#goOn = () => {
				clearTimeout(timer);
				resolve();
			};
		});
		this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
	}
}

function giveUp(batch: Batch): void {
	for (const { reject } of batch) reject(new StorageError('busy'));
}
