import type { Catalog } from './catalog/catalog.ts';
import { derive } from './derive.ts';
import type { PermissionName } from './permission.ts';
import type { Selection } from './selection.ts';

/** The selection in which no item locks a permission any longer; they all stay selected. */
export function makeOptional(
	selection: Selection,
	name: PermissionName,
	catalog: Catalog
): Selection {
	const found = derive(selection, catalog).find((permission) => permission.name === name);
	const locking = new Set(found?.requiredBy);
	return selection.map(({ code, required }) => ({
		code,
		required: required && !locking.has(code)
	}));
}
