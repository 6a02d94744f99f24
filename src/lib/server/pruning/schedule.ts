import type { Context } from '../context.ts';
import { tellDelay } from '../tell-delay.ts';

const SECOND = 1000;

/** Milliseconds before the next step, at the least; as much again is added by chance. */
const PAUSES = {
	/** The start and its first requests come first. */
	first: 60 * SECOND,
	/** While there is more. */
	next: SECOND / 4,
	/** Once nothing was found, or the database did not answer. */
	rest: 30 * 60 * SECOND
};

/**
 * Prunes beside the requests, a step at a time. By chance, so that nodes that were started together
 * do not come together.
 *
 * @param now makes the context of one step
 * @param chance from 0 to 1
 * @returns stops it; resolves when the step under way is over
 */
export function schedulePruning(
	now: () => Context,
	chance: () => number = Math.random
): () => Promise<void> {
	let step: Promise<void> = Promise.resolve();
	let timer = wait(PAUSES.first);
	let stopped = false;

	function wait(pause: number): ReturnType<typeof setTimeout> {
		return setTimeout(() => void (step = take()), pause * (1 + chance())).unref();
	}

	async function take(): Promise<void> {
		let more = false;
		try {
			// With all the tables that it goes through, which a start need not load.
			const { pruneSome } = await import('./prune.ts');
			more = await pruneSome(now());
		} catch (error) {
			tellDelay(error, 'what is old was not pruned');
		}
		if (!stopped) timer = wait(more ? PAUSES.next : PAUSES.rest);
	}

	return async () => {
		stopped = true;
		clearTimeout(timer);
		await step;
	};
}
