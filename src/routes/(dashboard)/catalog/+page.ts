import { EVIDENCE_CLASSES } from '#lib/access/catalog/evidence.ts';
import { loadSearch } from '#lib/state/catalog-search.ts';
import type { PageLoad } from './$types.js';

/** Longest search text that is looked at. */
const LONGEST_QUERY = 120;

export const load: PageLoad = async ({ url }) => {
	const query = (url.searchParams.get('q') ?? '').slice(0, LONGEST_QUERY);
	const asked = url.searchParams.get('evidence');
	return {
		query,
		evidence: EVIDENCE_CLASSES.find(({ kind }) => kind === asked)?.kind ?? null,
		search: query === '' ? null : await loadSearch()
	};
};
