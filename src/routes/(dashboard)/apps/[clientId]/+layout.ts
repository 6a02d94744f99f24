import { countChanges, diffItems } from '#lib/access/diff.ts';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = ({ data }) => ({
	...data,
	draftChanges: countChanges(diffItems(data.published?.selection ?? [], data.draft.selection))
});
