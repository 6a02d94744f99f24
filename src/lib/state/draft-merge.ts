type Merge = typeof import('#lib/access/merge.ts');

/** Null when it cannot be fetched. */
export async function loadMerge(): Promise<Merge | null> {
	try {
		return await import('#lib/access/merge.ts');
	} catch {
		return null;
	}
}

/** What the person is told of it. */
export function describeMerge(conflicts: readonly { readonly code: string }[]): string {
	const both = 'The draft was also changed in another window. Both sets of changes are kept';
	if (conflicts.length === 0) return `${both}.`;
	return `${both}; where they differ, yours stand: ${conflicts.map(({ code }) => code).join(', ')}.`;
}
