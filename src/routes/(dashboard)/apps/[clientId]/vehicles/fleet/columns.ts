import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { permissionRank } from '#lib/access/permission.ts';
import type { Selection } from '#lib/access/selection.ts';

/** Columns that a table can have and still be read. */
export const MOST_COLUMNS = 24;

/** Items of a selection under what they need: refusals come by permission. */
export interface ItemGroup {
	/** Permissions, parted by spaces; empty for what any token reads. */
	readonly name: string;
	readonly required: boolean;
	readonly items: readonly CatalogItem[];
}

/**
 * The items of a selection by their permissions, in the order of a scope.
 *
 * @param permission only the items of a group that has this among its names; empty for all
 */
export function groupItems(selection: Selection, permission = ''): readonly ItemGroup[] {
	const groups = new Map<string, { items: CatalogItem[]; required: boolean; rank: number }>();
	const chosen = new Map(selection.map(({ code, required }) => [code, required]));
	// In the order of the catalog, in which groups stand together.
	for (const item of officialCatalog.items) {
		const required = chosen.get(item.code);
		if (required === undefined) continue;
		const name = item.permissions.join(' ');
		const [first] = item.permissions;
		const rank = first === undefined ? Infinity : permissionRank(first);
		const group = groups.get(name) ?? { items: [], required: false, rank };
		group.items.push(item);
		group.required ||= required;
		groups.set(name, group);
	}
	return [...groups]
		.filter(
			([name]) => permission === '' || name.split(' ').includes(permission.split(' ')[0] ?? '')
		)
		.sort(([, a], [, b]) => a.rank - b.rank)
		.map(([name, { items, required }]) => ({ name, required, items }));
}

/** As many items as fit, whole groups first. */
export function firstItems(groups: readonly ItemGroup[]): readonly ItemGroup[] {
	let left = MOST_COLUMNS;
	return groups.flatMap((group) => {
		const items = group.items.slice(0, Math.max(left, 0));
		left -= group.items.length;
		return items.length === 0 ? [] : [{ ...group, items }];
	});
}
