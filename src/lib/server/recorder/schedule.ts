import type { Context } from '../context.ts';
import { tellDelay } from '../tell-delay.ts';
import { writeBeside } from '../write-beside.ts';
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
	return writeBeside({ pause: PAUSE, write: () => flushOrTell(now()) });
}

async function flushOrTell(context: Context): Promise<void> {
	try {
		if (await flushRequests(context)) tellReaders(context);
	} catch (error) {
		tellDelay(error, 'requests are not written down yet');
	}
}
