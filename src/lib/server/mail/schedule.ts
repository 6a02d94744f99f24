import type { Context } from '../context.ts';
import { tellDelay } from '../tell-delay.ts';
import { deliverMails, type Send } from './deliver.ts';

/** Milliseconds between two looks, since other servers queue too, and what failed is tried again. */
const PAUSE = 5000;

const wakers = new WeakMap<Context['storage'], () => void>();

/** Says that a mail was queued and committed: it is sent now, if it is sent from here. */
export function wakeMail({ storage }: Pick<Context, 'storage'>): void {
	wakers.get(storage)?.();
}

/**
 * Sends queued mail beside the requests, where a mail server is set; else there is nothing to do.
 *
 * @param now makes the context of one round
 * @param load how a mail is sent; loaded with the first one that is due
 * @returns stops it; resolves when the round under way is over
 */
export function scheduleMail(
	now: () => Context,
	load: (url: string, from: string) => Promise<Send> = loadSmtp
): () => Promise<void> {
	const { storage, settings } = now();
	const way = settings.mail;
	if (way.kind !== 'smtp') return async () => {};
	const { url, from } = way;
	let send: Send | null = null;
	let round: Promise<void> | null = null;
	let again = false;
	let stopped = false;
	const timer = setInterval(wake, PAUSE).unref();
	wakers.set(storage, wake);

	function wake(): void {
		if (stopped) return;
		again = true;
		round ??= rounds().finally(() => {
			round = null;
		});
	}

	async function rounds(): Promise<void> {
		while (again && !stopped) {
			again = false;
			try {
				const deliver: Send = async (mail) => {
					send ??= await load(url, from);
					await send(mail);
				};
				if ((await deliverMails(now, deliver)) > 0) again = true;
			} catch (error) {
				tellDelay(error, 'mail waits');
			}
		}
	}

	return async () => {
		stopped = true;
		clearInterval(timer);
		wakers.delete(storage);
		await round;
	};
}

async function loadSmtp(url: string, from: string): Promise<Send> {
	const { smtpSender } = await import('./smtp.ts');
	return smtpSender(url, from);
}
