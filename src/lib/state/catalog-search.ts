import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { CatalogSearch } from '#lib/access/catalog/search.ts';

let search: CatalogSearch | undefined;

/** The search over the official catalog, loaded once somebody searches. */
export async function loadSearch(): Promise<CatalogSearch> {
	const { createSearch } = await import('#lib/access/catalog/search.ts');
	search ??= createSearch(officialCatalog.items);
	return search;
}
