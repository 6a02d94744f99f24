import { tabOf, type TabId } from './kinds.ts';
import type { CatalogItem } from './schema.ts';

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

export function itemsOfTab(items: readonly CatalogItem[], tab: TabId): readonly CatalogItem[] {
	return items.filter((item) => tabOf(item) === tab);
}
