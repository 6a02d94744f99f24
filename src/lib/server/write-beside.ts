interface Beside {
	/** Milliseconds between two rounds: what they would write is lost when the process is killed. */
	readonly pause: number;
	/** Writes what waits; tells of failures itself. */
	readonly write: () => Promise<void>;
	/** Follows each round but the last. */
	readonly then?: () => Promise<void>;
}

/**
 * Writes what waits in memory beside the requests, again and again.
 *
 * @returns stops it, and writes what still waits
 */
export function writeBeside({ pause, write, then }: Beside): () => Promise<void> {
	let round: Promise<void> = Promise.resolve();
	let timer = wait();
	let stopped = false;

	function wait(): ReturnType<typeof setTimeout> {
		return setTimeout(() => void (round = writeAndWait()), pause).unref();
	}

	async function writeAndWait(): Promise<void> {
		await write();
		if (!stopped) await then?.();
		if (!stopped) timer = wait();
	}

	return async () => {
		stopped = true;
		clearTimeout(timer);
		await round;
		await write();
	};
}
