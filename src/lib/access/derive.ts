import type { Catalog } from './catalog/catalog.ts';
import type { Access } from './kept.ts';
import { PERMISSION_NAMES, permissionRank, type PermissionName } from './permission.ts';
import type { Selection } from './selection.ts';

export type { Access, AccessPermission } from './kept.ts';

/**
 * Derives the smallest access that covers a selection: the union of what its items need.
 * The set of permissions does not depend on the order of the selection.
 *
 * @throws {TypeError} for a code that the catalog does not hold; parse selections first.
 */
export function derive(selection: Selection, catalog: Catalog): Access {
	const neededBy: string[][] = PERMISSION_NAMES.map(() => []);
	const requiredBy: string[][] = PERMISSION_NAMES.map(() => []);
	let position = -1;
	for (const { code, required } of selection) {
		position = catalog.positionOf(code, position + 1);
		if (position < 0) throw new TypeError(`Not in the catalog: ${code}`);
		for (const rank of catalog.ranksAt(position)) {
			neededBy[rank]?.push(code);
			if (required) requiredBy[rank]?.push(code);
		}
	}
	return PERMISSION_NAMES.flatMap((name, rank) => {
		const needed = neededBy[rank] ?? [];
		const locked = requiredBy[rank] ?? [];
		if (needed.length === 0) return [];
		return [{ name, required: locked.length > 0, neededBy: needed, requiredBy: locked }];
	});
}

/**
 * What picking one more item would add to an access.
 *
 * @returns the missing permissions in scope order; empty means "no new permission".
 */
export function marginalCost(
	permissions: readonly PermissionName[],
	held: ReadonlySet<PermissionName>
): readonly PermissionName[] {
	return permissions
		.filter((name) => !held.has(name))
		.sort((a, b) => permissionRank(a) - permissionRank(b));
}
