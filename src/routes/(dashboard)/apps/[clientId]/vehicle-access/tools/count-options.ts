import type { Catalog } from '#lib/access/catalog/catalog.ts';
import { itemsOfTab } from '#lib/access/catalog/groups.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { passesFilters, type Picked, type View } from '../view.ts';

/**
 * How many rows each option of the filter’s menu leaves: of what the search found on this tab, with
 * the other filters as they are.
 */
export function countOptions(
	matching: readonly CatalogItem[],
	view: View,
	picked: Picked,
	catalog: Catalog
): (chosen: Partial<View>) => number {
	const items = itemsOfTab(matching, view.tab);
	return (chosen) =>
		items.filter((item) => passesFilters(item, { ...view, ...chosen }, picked, catalog)).length;
}
