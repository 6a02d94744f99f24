import type { Context } from './context.ts';

type Storage = Context['storage'];

const wakers = new WeakMap<Storage, () => void>();
const soon = new WeakMap<Storage, ReturnType<typeof setTimeout>>();

/** Milliseconds until what is written down in a transaction is looked for: by then most have committed. */
const SOON = 10;

/** Says that something may be due: it is sent now, if it is sent from here. */
export function wakeWebhooks({ storage }: Pick<Context, 'storage'>): void {
	wakers.get(storage)?.();
}

/**
 * The same from within a transaction. Nobody hears of its commit; one that takes longer is found by the
 * next look.
 */
export function wakeWebhooksSoon(context: Pick<Context, 'storage'>): void {
	const { storage } = context;
	if (!wakers.has(storage) || soon.has(storage)) return;
	const timer = setTimeout(() => {
		soon.delete(storage);
		wakeWebhooks(context);
	}, SOON);
	soon.set(storage, timer.unref());
}

/** @returns takes it away again */
export function listenForWakes(storage: Storage, wake: () => void): () => void {
	wakers.set(storage, wake);
	return () => {
		wakers.delete(storage);
		clearTimeout(soon.get(storage));
		soon.delete(storage);
	};
}
