import { normalizeSelection, type Selection } from './selection.ts';

/** How one item stands in a selection. */
type ItemState = 'absent' | 'optional' | 'required';

/** An item that both sides changed, to different ends. */
interface MergeConflict {
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

/** One item on the three sides and after the merge. */
export interface ThreeWayItem {
	readonly code: string;
	readonly base: ItemState;
	readonly mine: ItemState;
	readonly theirs: ItemState;
	readonly merged: ItemState;
	/** Both sides changed it, to different ends; mine stands. */
	readonly conflict: boolean;
}

/** Three-way merge of selections: a change made on one side only is kept. */
export function mergeSelections(base: Selection, mine: Selection, theirs: Selection): MergeResult {
	const items = threeWays(base, mine, theirs);
	return {
		merged: normalizeSelection(
			items
				.filter(({ merged }) => merged !== 'absent')
				.map(({ code, merged }) => ({ code, required: merged === 'required' }))
		),
		conflicts: items
			.filter(({ conflict }) => conflict)
			.map(({ code, base, mine, theirs }) => ({ code, base, mine, theirs }))
	};
}

/** The items on which two selections and their common base do not all agree, by code. */
export function compareThreeWays(
	base: Selection,
	mine: Selection,
	theirs: Selection
): readonly ThreeWayItem[] {
	return threeWays(base, mine, theirs).filter(
		(item) => item.mine !== item.base || item.theirs !== item.base
	);
}

function threeWays(base: Selection, mine: Selection, theirs: Selection): readonly ThreeWayItem[] {
	const [atBase, atMine, atTheirs] = [statesOf(base), statesOf(mine), statesOf(theirs)];
	const codes = new Set([...base, ...mine, ...theirs].map(({ code }) => code));
	return [...codes].sort().map((code) => {
		const was = atBase.get(code) ?? 'absent';
		const my = atMine.get(code) ?? 'absent';
		const their = atTheirs.get(code) ?? 'absent';
		return {
			code,
			base: was,
			mine: my,
			theirs: their,
			merged: my === was ? their : my,
			conflict: my !== was && their !== was && my !== their
		};
	});
}

function statesOf(selection: Selection): ReadonlyMap<string, ItemState> {
	return new Map(
		selection.map(({ code, required }) => [code, required ? 'required' : 'optional'] as const)
	);
}
