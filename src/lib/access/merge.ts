import { normalizeSelection, type Selection } from './selection.ts';

/** How one item stands in a selection. */
export type ItemState = 'absent' | 'optional' | 'required';

/** An item that both sides changed, to different ends. */
export interface MergeConflict {
	readonly code: string;
	readonly base: ItemState;
	readonly mine: ItemState;
	readonly theirs: ItemState;
}

export interface MergeResult {
	/** Both sides' changes; where they conflict, mine. */
	readonly merged: Selection;
	readonly conflicts: readonly MergeConflict[];
}

/** Three-way merge of selections: a change made on one side only is kept. */
export function mergeSelections(base: Selection, mine: Selection, theirs: Selection): MergeResult {
	const [atBase, atMine, atTheirs] = [base, mine, theirs].map(statesOf);
	const codes = new Set([...base, ...mine, ...theirs].map(({ code }) => code));
	const conflicts: MergeConflict[] = [];
	const merged: { code: string; required: boolean }[] = [];
	for (const code of codes) {
		const was = atBase?.get(code) ?? 'absent';
		const my = atMine?.get(code) ?? 'absent';
		const their = atTheirs?.get(code) ?? 'absent';
		if (my !== was && their !== was && my !== their) {
			conflicts.push({ code, base: was, mine: my, theirs: their });
		}
		const state = my === was ? their : my;
		if (state !== 'absent') merged.push({ code, required: state === 'required' });
	}
	return { merged: normalizeSelection(merged), conflicts };
}

function statesOf(selection: Selection): ReadonlyMap<string, ItemState> {
	return new Map(
		selection.map(({ code, required }) => [code, required ? 'required' : 'optional'] as const)
	);
}
