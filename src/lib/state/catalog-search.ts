import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { CatalogSearch } from '#lib/access/catalog/search.ts';

let search: Promise<CatalogSearch> | undefined;

/** The search over the official catalog, loaded once somebody searches. */
export function loadSearch(): Promise<CatalogSearch> {
	search ??= import('#lib/access/catalog/search.ts').then(({ createSearch }) =>
		createSearch(officialCatalog.items)
	);
	return search;
}
