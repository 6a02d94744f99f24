import type { Context } from '../context.ts';
import { log } from '../log.ts';
import { storageErrorOf } from '../storage-error.ts';
import { flushRequests } from './request-log.ts';
import { tellReaders } from './readers.ts';

/** Milliseconds whose requests are lost when the process is killed, at the most. */
const PAUSE = 1000;

/**
 * Writes requests down, beside those that come.
 *
 * @param now makes the context of one flush
 * @returns stops it, and writes what still waits
 */
export function scheduleRequests(now: () => Context): () => Promise<void> {
	let flush: Promise<void> = Promise.resolve();
	let timer = wait();
	let stopped = false;

	function wait(): ReturnType<typeof setTimeout> {
		return setTimeout(() => void (flush = flushAndWait()), PAUSE).unref();
	}

	async function flushAndWait(): Promise<void> {
		await flushOrTell(now());
		if (!stopped) timer = wait();
	}

	return async () => {
		stopped = true;
		clearTimeout(timer);
		await flush;
		await flushOrTell(now());
	};
}

async function flushOrTell(context: Context): Promise<void> {
	try {
		if (await flushRequests(context)) tellReaders(context);
	} catch (error) {
		const storage = storageErrorOf(error);
		const what = 'requests are not written down yet';
		if (storage) log.warn({ code: storage.code }, `${what}: ${storage.message}`);
		else log.error({ err: error }, what);
	}
}
