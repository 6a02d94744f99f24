import { log } from '../log.ts';
import { storageErrorOf } from '../storage-error.ts';

/** Tells the log why webhooks wait; the next look tries again. */
export function tell(error: unknown): void {
	const storage = storageErrorOf(error);
	if (storage) log.warn({ code: storage.code }, `webhooks wait: ${storage.message}`);
	else log.error({ err: error }, 'webhooks wait');
}
