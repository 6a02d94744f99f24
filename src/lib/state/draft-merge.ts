export { mergeSelections } from '#lib/access/merge.ts';

/** What the person is told of a merge. */
export function describeMerge(conflicts: readonly { readonly code: string }[]): string {
	const both = 'The draft was also changed in another window. Both sets of changes are kept';
	if (conflicts.length === 0) return `${both}.`;
	return `${both}; where they differ, yours stand: ${conflicts.map(({ code }) => code).join(', ')}.`;
}
