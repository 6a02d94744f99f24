import { formatRow } from '#lib/access/language/english.ts';
import * as words from './words.en.ts';
export { mergeSelections } from '#lib/access/merge.ts';

/** What the person is told of a merge. */
export function describeMerge(conflicts: readonly { readonly code: string }[]): string {
	if (conflicts.length === 0) return words.merged;
	return words.mergedWithConflicts(formatRow(conflicts.map(({ code }) => code)));
}
