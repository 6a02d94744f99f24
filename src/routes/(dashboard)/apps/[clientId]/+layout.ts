import { officialCatalog } from '#lib/access/catalog/official.ts';
import { countChanges, diffSelections } from '#lib/access/diff.ts';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = ({ data }) => {
	const { items } = diffSelections(
		data.published?.selection ?? [],
		data.draft.selection,
		officialCatalog
	);
	return { ...data, draftChanges: countChanges(items) };
};
