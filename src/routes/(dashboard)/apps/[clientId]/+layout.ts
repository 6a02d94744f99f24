import { officialCatalog } from '#lib/access/catalog/official.ts';
import { countAll, diffLocked, lockIn } from '#lib/access/diff.ts';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = ({ data }) => ({
	...data,
	draftChanges: countAll(diffLocked(data.published, lockIn(data.draft, officialCatalog)))
});
