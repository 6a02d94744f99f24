import { normalizeSelection, type SelectedItem, type Selection } from './selection.ts';

/** What somebody is offered to tick, beside what is ticked already. */
export interface Addition {
	/** Both; nothing is taken away, and an item that either has as Required is Required. */
	readonly added: Selection;
	/** Codes of the items that are not ticked yet. */
	readonly fresh: readonly string[];
	/** Codes of the ticked items that were not offered. */
	readonly beside: readonly string[];
}

export function addToSelection(selection: Selection, offered: readonly SelectedItem[]): Addition {
	const ticked = new Set(selection.map(({ code }) => code));
	const wanted = new Set(offered.map(({ code }) => code));
	return {
		added: normalizeSelection([...selection, ...offered]),
		fresh: [...wanted].filter((code) => !ticked.has(code)),
		beside: [...ticked].filter((code) => !wanted.has(code))
	};
}
