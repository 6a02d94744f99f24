import type { Catalog } from './catalog/catalog.ts';
import type { AccessPermission } from './derive.ts';
import { counted, formatList } from './language/english.ts';
import type { PermissionName } from './permission.ts';

/** A permission that is held for long and was not used. */
export interface UnusedPermission {
	readonly name: PermissionName;
	/** How many hold it for long; at least one. */
	readonly connections: number;
}

/** Those of the connections of one application. */
export interface UnusedFor {
	readonly days: number;
	readonly permissions: readonly UnusedPermission[];
}

/** Items named by what drops them before they are counted. */
const NAMED = 3;

/** What to say of an unused permission that is asked for, and what asks for it no longer. */
export function aboutUnused(
	{ connections }: UnusedPermission,
	{ name, neededBy }: AccessPermission,
	{ days, catalog }: { readonly days: number; readonly catalog: Catalog }
) {
	const by =
		connections === 1
			? 'the one connection that has it'
			: `any of ${counted(connections, { one: 'connection', other: 'connections' })}`;
	const items = neededBy.map((code) => catalog.item(code)?.name ?? code);
	const what =
		items.length > NAMED
			? counted(items.length, { one: 'item', other: 'items' })
			: formatList(items);
	return {
		title: `${name} was not used for ${days} days by ${by}.`,
		message:
			'Owners give more easily what an app uses. Drop what asks for it, unless your app is about to use it.',
		codes: neededBy,
		fix: { label: `Drop ${what}`, deselect: neededBy }
	};
}
