import { loadSearch } from '#lib/state/catalog-search.ts';
import type { PageLoad } from './$types.js';

/** Longest search text that is looked at. */
const LONGEST_QUERY = 120;

export const load: PageLoad = async ({ url }) => {
	const query = (url.searchParams.get('q') ?? '').slice(0, LONGEST_QUERY);
	return { query, search: query === '' ? null : await loadSearch() };
};
