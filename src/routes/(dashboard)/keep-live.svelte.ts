/** Milliseconds that a stream may be gone before the page says so: each ends, and the next follows at once. */
const GRACE = 5_000;

/** Milliseconds after which one that is lost is asked for again: twice as many each time, up to so many. */
const PATIENCE = 30_000;

/** Answered by whoever serves the pages, at no cost. */
const SMALL_FILE = '/robots.txt';

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
		let wait = GRACE;

		const settle = () => {
			clearTimeout(timer);
			timer = undefined;
		};
		const close = () => {
			settle();
			source?.close();
			source = null;
		};
		const lose = () => {
			close();
			lost = true;
			timer = setTimeout(open, wait);
			wait = Math.min(wait * 2, PATIENCE);
		};
		// Kit puts a page of errors in place of one that could not be read.
		const look = async () => {
			const asked = source;
			const isThere = await answers();
			if (source === asked) return isThere ? read() : lose();
		};
		const onError = () => {
			if (lost || source?.readyState === EventSource.CLOSED) return lose();
			// The browser tries again by itself, and fails again: the first counts.
			timer ??= setTimeout(lose, GRACE);
		};
		const begin = (mayHaveMissed: boolean) => {
			close();
			source = new EventSource(from);
			source.addEventListener('look', () => void look());
			source.onerror = onError;
			source.onopen = () => {
				settle();
				wait = GRACE;
				lost = false;
				if (mayHaveMissed) void look();
				mayHaveMissed = true;
			};
		};
		open = () => begin(true);
		const onVisible = () => (document.visibilityState === 'hidden' ? close() : open());
		const onOnline = () => {
			if (lost) open();
		};

		running = true;
		if (document.visibilityState !== 'hidden') begin(false);
		document.addEventListener('visibilitychange', onVisible);
		window.addEventListener('online', onOnline);
		return () => {
			close();
			document.removeEventListener('visibilitychange', onVisible);
			window.removeEventListener('online', onOnline);
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

/** Whether the server is there; no browser knows it of one on the same machine. */
async function answers(): Promise<boolean> {
	const answer = await fetch(SMALL_FILE, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
	return answer?.ok === true;
}
