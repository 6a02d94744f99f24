import type { SelectedItem, Selection } from './kept.ts';

export type { SelectedItem, Selection } from './kept.ts';

/** Canonical form of a selection: sorted by code; of a repeated code, required wins. */
export function normalizeSelection(items: Iterable<SelectedItem>): Selection {
	const byCode = new Map<string, boolean>();
	for (const { code, required } of items) byCode.set(code, required || byCode.get(code) === true);
	return [...byCode]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([code, required]) => ({ code, required }));
}

export function sameSelection(a: Selection, b: Selection): boolean {
	return (
		a.length === b.length &&
		a.every((item, i) => item.code === b[i]?.code && item.required === b[i]?.required)
	);
}
