/** A version by its number, or the draft. */
export type Pick = number | 'draft';

/** What is marked to be compared: none, one, or two in the direction in which they are. */
export type Picks = readonly [] | readonly [Pick] | readonly [before: Pick, after: Pick];

/** Query parameter that holds what is marked, as in `?compare=3..5` or `?compare=5..draft`. */
export const COMPARE = 'compare';

const PICKS = /^(?:(\d{1,9}|draft)(?:\.\.(\d{1,9}|draft))?)?$/;

/** Reads the value of {@link COMPARE}; null when it names nothing that can be compared. */
export function parsePicks(text: string | null): Picks | null {
	const match = PICKS.exec(text ?? '');
	if (!match) return null;
	const [, before, after] = match;
	if (before === undefined) return [];
	if (after === undefined) return [pickOf(before)];
	return pickOf(before) === pickOf(after) ? null : [pickOf(before), pickOf(after)];
}

const pickOf = (text: string): Pick => (text === 'draft' ? text : Number(text));

/** The query of a page of the history, beside what is marked on any of them. */
export function formatHistory({ picks, page }: { picks: Picks; page: number }): string {
	const parts = [
		...(picks.length > 0 ? [`${COMPARE}=${picks.join('..')}`] : []),
		...(page > 1 ? [`page=${page}`] : [])
	];
	return `?${parts.join('&')}`;
}

/** The query of the page that compares two. */
export function formatPair(before: Pick, after: Pick): string {
	return formatHistory({ picks: [before, after], page: 1 });
}

/**
 * What is marked after one more is pressed: pressed again it is marked no longer, and of two the
 * nearer one gives way to a third, the older where both are as near. The older one comes first.
 */
export function press(picks: Picks, pressed: Pick): Picks {
	const [one, other] = picks.toSorted((a, b) => place(a) - place(b));
	if (picks.some((pick) => pick === pressed)) {
		const left = one === pressed ? other : one;
		return left === undefined ? [] : [left];
	}
	if (one === undefined) return [pressed];
	if (other === undefined) return inOrder(one, pressed);
	const isNearOne = distance(one, pressed) <= distance(other, pressed);
	return inOrder(isNearOne ? other : one, pressed);
}

/** The draft comes after all versions. */
const place = (pick: Pick) => (pick === 'draft' ? Infinity : pick);
const distance = (one: Pick, other: Pick) => Math.abs(place(one) - place(other));
const inOrder = (one: Pick, other: Pick): Picks =>
	place(one) < place(other) ? [one, other] : [other, one];

/** Reads the number of a page; the first where there is none, or no number. */
export function parsePage(text: string | null): number {
	return /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 1;
}
