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
export function formatPair(pair: Pair): string {
	return formatHistory({ pair, page: 1 });
}

/** The query of a page of the list, beside the comparison that stays. */
export function formatHistory({ pair, page }: { pair: Pair | null; page: number }): string {
	const parts = [
		...(pair ? [`${COMPARE}=${pair.before}..${pair.after}`] : []),
		...(page > 1 ? [`page=${page}`] : [])
	];
	return `?${parts.join('&')}`;
}

/** Reads the number of a page; the first where there is none, or no number. */
export function parsePage(text: string | null): number {
	return /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 1;
}
