import type { Catalog } from './catalog/catalog.ts';
import { derive } from './derive.ts';
import type { RequestedPermission } from './kept.ts';
import type { PermissionName } from './permission.ts';
import { normalizeSelection, type Selection } from './selection.ts';

export type { RequestedPermission } from './kept.ts';

interface ReviewedPermission {
	readonly name: PermissionName;
	readonly required: boolean;
	/** Codes of all catalog items that it gives access to. */
	readonly unlocks: readonly string[];
	/** Codes of the selected items that need it; none means that it is asked for nothing. */
	readonly usedBy: readonly string[];
}

/** A scope held against a selection. */
export interface RequestReview {
	readonly permissions: readonly ReviewedPermission[];
	/** Asked, but no selected item needs it. */
	readonly unneeded: readonly PermissionName[];
	/** Needed by the selection, but not asked. */
	readonly missing: readonly PermissionName[];
}

/** Explains what a scope asks for, and what of it a selection does not need or lacks. */
export function reviewRequest(
	requested: readonly RequestedPermission[],
	selection: Selection,
	catalog: Catalog
): RequestReview {
	const access = new Map(derive(selection, catalog).map((entry) => [entry.name, entry]));
	const asked = new Set(requested.map(({ name }) => name));
	const permissions = requested.map((permission) => ({
		...permission,
		unlocks: catalog.itemsNeeding(permission.name).map(({ code }) => code),
		usedBy: access.get(permission.name)?.neededBy ?? []
	}));
	return {
		permissions,
		unneeded: permissions.filter(({ usedBy }) => usedBy.length === 0).map(({ name }) => name),
		missing: [...access.keys()].filter((name) => !asked.has(name))
	};
}

/**
 * The selection that a scope stands for: every current item that it unlocks, and API v2 items
 * only for permissions that nothing else uses. Deriving it yields exactly the scope's access.
 */
export function selectionForRequest(
	requested: readonly RequestedPermission[],
	catalog: Catalog
): Selection {
	const asked = new Map(requested.map(({ name, required }) => [name, required]));
	const picked = requested.flatMap(({ name, required }) => {
		const unlocked = catalog
			.itemsNeeding(name)
			.filter(({ permissions }) => permissions.every((needed) => asked.get(needed) === required));
		const current = unlocked.filter(({ apiVersion }) => apiVersion === 'v3');
		return (current.length > 0 ? current : unlocked).map(({ code }) => ({ code, required }));
	});
	return normalizeSelection(picked);
}
