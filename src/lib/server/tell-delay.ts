import { log } from './log.ts';
import { storageErrorOf } from './storage-error.ts';

/** Tells the log of work beside the requests that waits for its next try. @param what waits */
export function tellDelay(error: unknown, what: string): void {
	const storage = storageErrorOf(error);
	if (storage) log.warn({ code: storage.code }, `${what}: ${storage.message}`);
	else log.error({ err: error }, what);
}
