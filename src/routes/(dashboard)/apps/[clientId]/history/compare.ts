/** Numbers of two versions, in the direction in which they are compared. */
export interface Pair {
	readonly before: number;
	readonly after: number;
}

/** Query parameter that holds a pair, as in `?compare=3..5`. */
export const COMPARE = 'compare';

/** Reads the value of {@link COMPARE}; null when it names no two versions. */
export function parsePair(text: string): Pair | null {
	const [, before, after] = /^(\d{1,9})\.\.(\d{1,9})$/.exec(text) ?? [];
	return before === undefined || after === undefined || before === after
		? null
		: { before: Number(before), after: Number(after) };
}

/** The query of the page that compares two versions. */
export function formatPair({ before, after }: Pair): string {
	return `?${COMPARE}=${before}..${after}`;
}
