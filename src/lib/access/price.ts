import type { Catalog } from './catalog/catalog.ts';
import { derive, type Access } from './derive.ts';
import type { PermissionName } from './permission.ts';
import type { Selection } from './selection.ts';

/** What a selection asks of owners. */
export interface Price {
	readonly access: Access;
	readonly items: number;
	/** Its permissions of high sensitivity. */
	readonly sensitive: readonly PermissionName[];
}

export function priceOf(selection: Selection, catalog: Catalog): Price {
	const access = derive(selection, catalog);
	return {
		access,
		items: selection.length,
		sensitive: access
			.map(({ name }) => name)
			.filter((name) => catalog.permission(name).sensitivity === 'high')
	};
}
