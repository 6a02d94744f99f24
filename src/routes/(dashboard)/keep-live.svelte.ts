/** Milliseconds that a stream may be gone before the page says so: each ends, and the next follows at once. */
const GRACE = 5_000;

/** Milliseconds after which one that was refused is asked for again. */
const PATIENCE = 30_000;

export interface Live {
	/** Whether scripts keep the page up to date. */
	readonly running: boolean;
	/** The server does not tell, or is not there. */
	readonly lost: boolean;
	readonly retry: () => void;
}

/**
 * Reads a page again whenever its stream says so. A window that nobody sees has none: browsers open
 * six connections to a server that speaks HTTP/1.1, over all windows.
 *
 * @param address of the stream
 * @param read reads what the page shows
 */
export function keepLive(address: () => string, read: () => void): Live {
	let running = $state(false);
	let lost = $state(false);
	let open = () => {};
	// By its value: with each reading there are new data with the same address, and a new stream would
	// have them read again.
	const url = $derived(address());

	$effect(() => {
		const from = url;
		let source: EventSource | null = null;
		let timer: ReturnType<typeof setTimeout> | undefined;

		const settle = () => {
			clearTimeout(timer);
			timer = undefined;
		};
		const close = () => {
			settle();
			source?.close();
			source = null;
		};
		const onError = () => {
			if (source?.readyState === EventSource.CLOSED) {
				clearTimeout(timer);
				lost = true;
				timer = setTimeout(open, PATIENCE);
			} else {
				// The browser tries again by itself, and fails again: the first counts.
				timer ??= setTimeout(() => (lost = true), GRACE);
			}
		};
		open = () => {
			close();
			source = new EventSource(from);
			source.addEventListener('look', read);
			source.onerror = onError;
			source.onopen = () => {
				settle();
				if (lost) read();
				lost = false;
			};
		};
		const onVisible = () => {
			if (document.visibilityState === 'hidden') return close();
			open();
			read();
		};

		running = true;
		if (document.visibilityState !== 'hidden') open();
		document.addEventListener('visibilitychange', onVisible);
		return () => {
			close();
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
		retry: () => open()
	};
}
