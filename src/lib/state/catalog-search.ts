import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { CatalogSearch } from '#lib/access/catalog/search.ts';

const loadCode = () => import('#lib/access/catalog/search.ts');

let search: CatalogSearch | undefined;

/** The search over the official catalog, loaded once somebody searches. */
export async function loadSearch(load = loadCode): Promise<CatalogSearch> {
	const { createSearch } = await load();
	search ??= createSearch(officialCatalog.items);
	return search;
}
