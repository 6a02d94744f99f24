/** The value below which a share of the samples lies: `quantile(samples, 0.95)`. */
export function quantile(samples: readonly number[], share: number): number {
	const sorted = [...samples].sort((a, b) => a - b);
	const position = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
	return sorted[Math.max(position, 0)] ?? NaN;
}

export function median(samples: readonly number[]): number {
	return quantile(samples, 0.5);
}

/** Milliseconds one call takes, as the median of several rounds after a warm-up. */
export function timeOf(run: () => unknown, { rounds = 30, calls = 1 } = {}): number {
	for (let warmUp = 0; warmUp < Math.max(3, calls); warmUp++) run();
	const samples: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const began = performance.now();
		for (let call = 0; call < calls; call++) run();
		samples.push((performance.now() - began) / calls);
	}
	return median(samples);
}
