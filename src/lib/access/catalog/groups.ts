import { tabOf, type TabId } from './kinds.ts';
import type { CatalogItem } from './schema.ts';
import type { Matches } from './search.ts';

export interface ItemGroup {
	readonly name: string;
	readonly items: readonly CatalogItem[];
}

/** Items of one tab under their groups, both in the order in which they come. */
export function groupItems(items: readonly CatalogItem[]): readonly ItemGroup[] {
	const groups = new Map<string, CatalogItem[]>();
	for (const item of items) {
		const group = groups.get(item.group);
		if (group) group.push(item);
		else groups.set(item.group, [item]);
	}
	return [...groups].map(([name, members]) => ({ name, items: members }));
}

/** The items that a search found, the best first; equally good ones stay in catalog order. */
export function byRank(items: readonly CatalogItem[], matches: Matches): readonly CatalogItem[] {
	const found = items.flatMap((item) =>
		matches.has(item.code) ? [{ item, rank: matches.rank(item) }] : []
	);
	return found.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

export function itemsOfTab(items: readonly CatalogItem[], tab: TabId): readonly CatalogItem[] {
	return items.filter((item) => tabOf(item) === tab);
}
