/** Milliseconds at least between the beginnings of two probes. */
const BETWEEN = 250;

/**
 * Lets all who ask at the same moment share one probe: each is a commit, and how fast the disk syncs
 * is not for everybody to say. One answers only those who asked before it began, so that nobody is
 * told what was true earlier; whoever asks meanwhile waits for the next.
 */
export function sharedProbe(probe: () => Promise<void>): () => Promise<void> {
	let next: Promise<void> | null = null;
	let last: Promise<unknown> = Promise.resolve();
	let mayBegin = 0;

	async function begin(): Promise<void> {
		await last;
		const early = mayBegin - performance.now();
		if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
		next = null;
		mayBegin = performance.now() + BETWEEN;
		const running = probe();
		last = running.catch(() => {});
		return running;
	}

	return () => (next ??= begin());
}
