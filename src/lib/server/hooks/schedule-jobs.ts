import type { Context } from '../context.ts';
import { scheduleFlush } from '../fleet/calls/schedule.ts';
import { scheduleMail } from '../mail/schedule.ts';
import { schedulePruning } from '../pruning/schedule.ts';
import { scheduleWebhooks } from '../webhooks/schedule.ts';

/**
 * Has done beside the requests what is due.
 *
 * @param now makes the context of one round of a job
 * @returns ends all of them, one after the other
 */
export function scheduleJobs(now: () => Context): () => Promise<void> {
	const stops = [
		schedulePruning(now),
		scheduleMail(now),
		scheduleWebhooks(now, loadLook),
		scheduleFlush(now)
	];
	return async () => {
		for (const stop of stops) await stop();
	};
}

/** With all that vehicles do, which a start need not load. */
const loadLook = async () => (await import('../fleet/look-at-due.ts')).lookAtDue;
