import { log } from './log.ts';
import { storageErrorOf, type StorageError } from './storage-error.ts';

/**
 * Logs what kept a request from its answer, once: a line that says what is wrong with the storage,
 * or the stack of a fault of ours.
 *
 * @param id of the request
 * @returns the storage error that it is, whose message may be shown; null for a fault of ours
 */
export function logFault(error: unknown, id: string): StorageError | null {
	const storage = storageErrorOf(error);
	if (storage) log.error({ id, code: storage.code, ...storage.facts }, storage.message);
	else log.error({ id, err: error }, 'a request failed');
	return storage;
}
