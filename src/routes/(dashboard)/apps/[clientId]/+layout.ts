import { officialCatalog } from '#lib/access/catalog/official.ts';
import { countUnpublished, lockIn } from '#lib/access/diff.ts';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = ({ data }) => ({
	...data,
	draftChanges: countUnpublished(data.published, lockIn(data.draft, officialCatalog))
});
