import { invalidate } from '$app/navigation';
import { onMount } from 'svelte';

/** How often values are asked for while somebody looks. */
const EVERY = 10_000;

export interface Live {
	/** Whether scripts keep the page up to date. */
	readonly running: boolean;
	/** The server does not answer. */
	readonly lost: boolean;
	readonly retry: () => void;
}

/** Loads the vehicle again and again while the window is visible. */
export function keepLive(): Live {
	let running = $state(false);
	let lost = $state(false);

	async function ask(): Promise<void> {
		if (document.visibilityState === 'hidden') return;
		try {
			// The framework would go to the error page for what fails in a load.
			const reached = await fetch('/healthz', { method: 'HEAD' });
			if (!reached.ok) throw new TypeError('unreachable');
			await invalidate('valetkey:vehicle');
			lost = false;
		} catch {
			lost = true;
		}
	}

	onMount(() => {
		running = true;
		const timer = setInterval(() => void ask(), EVERY);
		const onVisible = () => void ask();
		document.addEventListener('visibilitychange', onVisible);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', onVisible);
		};
	});

	return {
		get running() {
			return running;
		},
		get lost() {
			return lost;
		},
		retry: () => void ask()
	};
}
