/** Some of a list, always the same ones for a seed, in the order of the list. */
export function sample<T>(list: readonly T[], size: number, seed: number): readonly T[] {
	const random = randomNumbers(seed);
	return list
		.map((one, index) => ({ one, index, weight: random() }))
		.sort((a, b) => a.weight - b.weight)
		.slice(0, size)
		.sort((a, b) => a.index - b.index)
		.map(({ one }) => one);
}

/** Mulberry32: small, and the same on every machine. */
function randomNumbers(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
