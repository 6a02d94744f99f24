import { changedPurposes, type Purposes } from './purposes.ts';
import { sameSelection, type Selection } from './selection.ts';

/** What an application would ask owners for, and what it tells them that it is for. */
export interface DraftContent {
	readonly selection: Selection;
	/** Of permissions that nothing of the selection needs as well: they wait for it to come back. */
	readonly purposes: Purposes;
}

export function sameContent(one: DraftContent, other: DraftContent): boolean {
	return (
		sameSelection(one.selection, other.selection) &&
		changedPurposes(one.purposes, other.purposes).length === 0
	);
}
