import type { Context } from '../context.ts';
import { Deliveries } from './deliver.ts';
import { faultByRules } from './rule-faults.ts';
import { createSender } from './send.ts';
import { tellDelay } from '../tell-delay.ts';

/**
 * Looks at some vehicles whose next fetch may bring something to tell.
 *
 * @returns whether there may be more
 */
export type LookAtDue = (context: Context) => Promise<boolean>;

export interface Worker {
	wake(): void;
	stop(): Promise<void>;
}

/** Looks at vehicles, and sends what is due, whenever it is woken. */
export function startWorker(now: () => Context, lookAtDue: LookAtDue): Worker {
	const sender = createSender({ named: now().settings.webhookHosts });
	const deliveries = new Deliveries({ now, sender, findFault: faultByRules });
	let looking: Promise<void> | null = null;
	let stopped = false;

	async function look(): Promise<void> {
		try {
			while (!stopped && (await lookAtDue(now()))) deliveries.wake();
		} catch (error) {
			tellDelay(error, 'webhooks wait');
		}
	}

	return {
		wake() {
			deliveries.wake();
			looking ??= look().finally(() => {
				looking = null;
				if (!stopped) deliveries.wake();
			});
		},
		async stop() {
			stopped = true;
			await looking;
			await deliveries.stop();
		}
	};
}
