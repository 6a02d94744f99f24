import type { Context } from '../context.ts';
import { tellDelay } from '../tell-delay.ts';
import { listenForWakes } from '../wake-webhooks.ts';
import type { LookAtDue, Worker } from './worker.ts';

/** Milliseconds between two looks: other servers write down too, and the rehearsal's time goes on. */
const PAUSE = 1000;

/**
 * Looks after vehicles that webhooks are told of, and sends what they are told, beside the requests.
 * Nothing is loaded for it until there is a webhook.
 *
 * @param now makes the context of one step
 * @param loadLook how vehicles are looked at
 * @returns stops it; resolves when what was under way is over
 */
export function scheduleWebhooks(
	now: () => Context,
	loadLook: () => Promise<LookAtDue>
): () => Promise<void> {
	let worker: Worker | null = null;
	let look: Promise<void> | null = null;
	let stopped = false;
	const timer = setInterval(wake, PAUSE).unref();
	const stopListening = listenForWakes(now().storage, wake);

	function wake(): void {
		if (stopped) return;
		if (worker) worker.wake();
		else look ??= begin().finally(() => (look = null));
	}

	async function begin(): Promise<void> {
		try {
			const { isAnyWebhook } = await import('./any-webhook.ts');
			if (!(await isAnyWebhook(now())) || stopped) return;
			const [{ startWorker }, lookAtDue] = await Promise.all([import('./worker.ts'), loadLook()]);
			worker = startWorker(now, lookAtDue);
			worker.wake();
		} catch (error) {
			tellDelay(error, 'webhooks wait');
		}
	}

	return async () => {
		stopped = true;
		clearInterval(timer);
		stopListening();
		await look;
		await worker?.stop();
	};
}
