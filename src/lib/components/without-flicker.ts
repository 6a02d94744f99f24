/** Milliseconds that a wait may take before it is worth a word: the delay of Waiting.svelte. */
const UNSEEN = 200;

/** Milliseconds that the word then stays, so that it can be read. */
const SEEN = 300;

/** Hands work on; not while the word for it has just come up. */
export async function withoutFlicker<T>(work: Promise<T>): Promise<T> {
	let seen: Promise<void> | undefined;
	const timer = setTimeout(() => {
		seen = new Promise((resolve) => setTimeout(resolve, SEEN));
	}, UNSEEN);
	try {
		return await work;
	} finally {
		clearTimeout(timer);
		await seen;
	}
}
