import type { Context } from '../../context.ts';
import { tellDelay } from '../../tell-delay.ts';
import { writeBeside } from '../../write-beside.ts';
import { behindIn } from '../behind.ts';

/** Milliseconds whose calls are lost when the process is killed, at the most. */
const PAUSE = 2000;

/**
 * Writes what calls used, how many there were, and lives that are far behind, beside the requests.
 *
 * @param now makes the context of one flush
 * @returns stops it, and writes what still waits
 */
export function scheduleFlush(now: () => Context): () => Promise<void> {
	return writeBeside({
		pause: PAUSE,
		write: () => flushOrTell(now()),
		then: () => catchUpOrTell(now())
	});
}

/** Nothing is lost where it fails: the next read lives as long again. */
async function catchUpOrTell(context: Context): Promise<void> {
	if (behindIn(context).size === 0) return;
	try {
		// With all that vehicles do, which a start need not load.
		const { catchUp } = await import('../catch-up.ts');
		await catchUp(context);
	} catch (error) {
		tellDelay(error, 'lives that were read are not written down yet');
	}
}

async function flushOrTell(context: Context): Promise<void> {
	try {
		// With the tables that it writes, which a start need not load.
		const { flushCalls } = await import('./flush.ts');
		await flushCalls(context);
	} catch (error) {
		tellDelay(error, 'what calls used is not written down yet');
	}
}
