import { formatRow } from '#lib/access/language/english.ts';
import { mergeSelections } from '#lib/access/merge.ts';
import { mergePurposes } from '#lib/access/merge-purposes.ts';
import type { DraftContent } from '#lib/access/draft-content.ts';
import * as words from './words.en.ts';

interface MergedDraft {
	/** Both sides' changes; where they conflict, mine. */
	readonly merged: DraftContent;
	/** Items, and permissions with two purposes. */
	readonly conflicts: readonly string[];
}

export function mergeDrafts(
	base: DraftContent,
	mine: DraftContent,
	theirs: DraftContent
): MergedDraft {
	const items = mergeSelections(base.selection, mine.selection, theirs.selection);
	const told = mergePurposes(base.purposes, mine.purposes, theirs.purposes);
	return {
		merged: { selection: items.merged, purposes: told.merged },
		conflicts: [...items.conflicts.map(({ code }) => code), ...told.conflicts]
	};
}

/** What the person is told of a merge. */
export function describeMerge(conflicts: readonly string[]): string {
	if (conflicts.length === 0) return words.merged;
	return words.mergedWithConflicts(formatRow(conflicts));
}
