import { officialCatalog } from '#lib/access/catalog/official.ts';
import { createSearch } from '#lib/access/catalog/search.ts';
import type { PageLoad } from './$types.js';

const search = createSearch(officialCatalog.items);

export const load: PageLoad = ({ url }) => {
	const query = (url.searchParams.get('q') ?? '').slice(0, 120);
	const matches = search.find(query);
	const items = officialCatalog.items.filter(({ code }) => matches?.has(code) ?? true);
	return { query, items };
};
