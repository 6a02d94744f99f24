/** Two version numbers to compare, the older one first. */
export interface Pair {
	readonly before: number;
	readonly after: number;
}

/**
 * Reads which versions to compare: `compare=3..5` as links write it, or `from=3&to=5` as the plain
 * form does.
 *
 * @returns null when the address names no pair.
 */
export function parsePair(search: URLSearchParams): Pair | null {
	const [, first, second] =
		/^(\d{1,9})\.\.(\d{1,9})$/.exec(search.get('compare') ?? '') ??
		/^(\d{1,9}) (\d{1,9})$/.exec(`${search.get('from')} ${search.get('to')}`) ??
		[];
	if (first === undefined || second === undefined) return null;
	const [before, after] = [Number(first), Number(second)].sort((a, b) => a - b);
	return before === undefined || after === undefined || before === after ? null : { before, after };
}

export function formatPair({ before, after }: Pair): string {
	return `?compare=${before}..${after}`;
}
