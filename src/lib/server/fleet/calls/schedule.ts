import type { Context } from '../../context.ts';
import { log } from '../../log.ts';
import { storageErrorOf } from '../../storage-error.ts';
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
	let flush: Promise<void> = Promise.resolve();
	let timer = wait();
	let stopped = false;

	function wait(): ReturnType<typeof setTimeout> {
		return setTimeout(() => void (flush = flushAndWait()), PAUSE).unref();
	}

	async function flushAndWait(): Promise<void> {
		await flushOrTell(now());
		if (!stopped) await catchUpOrTell(now());
		if (!stopped) timer = wait();
	}

	return async () => {
		stopped = true;
		clearTimeout(timer);
		await flush;
		await flushOrTell(now());
	};
}

/** Nothing is lost where it fails: the next read lives as long again. */
async function catchUpOrTell(context: Context): Promise<void> {
	if (behindIn(context).size === 0) return;
	try {
		// With all that vehicles do, which a start need not load.
		const { catchUp } = await import('../catch-up.ts');
		await catchUp(context);
	} catch (error) {
		tell(error, 'lives that were read are not written down yet');
	}
}

async function flushOrTell(context: Context): Promise<void> {
	try {
		// With the tables that it writes, which a start need not load.
		const { flushCalls } = await import('./flush.ts');
		await flushCalls(context);
	} catch (error) {
		tell(error, 'what calls used is not written down yet');
	}
}

function tell(error: unknown, what: string): void {
	const storage = storageErrorOf(error);
	if (storage) log.warn({ code: storage.code }, `${what}: ${storage.message}`);
	else log.error({ err: error }, what);
}
