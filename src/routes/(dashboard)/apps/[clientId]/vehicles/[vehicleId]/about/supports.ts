import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { formatList } from '#lib/access/language/english.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import type { Selection } from '#lib/access/selection.ts';
import { isCapable, type Able } from '#lib/vehicles/call/capable.ts';
import * as words from './words.en.ts';

/** How many things of one kind a vehicle has. */
interface Share {
	readonly label: string;
	readonly count: number;
	readonly total: number;
}

export interface Supports {
	readonly shares: readonly Share[];
	/** Of the selected items: whether it has them, and what was not granted. */
	readonly selected: string | null;
	readonly leftOut: string | null;
}

const PARTS: readonly { readonly label: string; readonly has: (item: CatalogItem) => boolean }[] = [
	{ label: words.signals, has: ({ kind }) => kind === 'signal' },
	{
		label: words.commands,
		has: ({ kind, apiVersion }) => kind === 'command' && apiVersion === 'v3'
	},
	{ label: words.apiV2, has: ({ apiVersion }) => apiVersion === 'v2' }
];

export function itemsOf(selection: Selection): readonly CatalogItem[] {
	return selection.flatMap(({ code }) => officialCatalog.item(code) ?? []);
}

/** @param granted null where the vehicle is not connected */
export function supportsOf(
	able: Able,
	items: readonly CatalogItem[],
	granted: readonly PermissionName[] | null
): Supports {
	const capable = (list: readonly CatalogItem[]) => list.filter((item) => isCapable(able, item));
	const missing = items.length - capable(items).length;
	const leftOut = granted
		? items.filter(({ permissions }) => permissions.some((name) => !granted.includes(name)))
		: [];
	return {
		shares: PARTS.map(({ label, has }) => {
			const list = officialCatalog.items.filter(has);
			return { label, count: capable(list).length, total: list.length };
		}),
		selected:
			items.length === 0
				? null
				: missing === 0
					? words.allSelectedSupported(items.length)
					: words.someUnsupported(missing, items.length),
		leftOut:
			leftOut.length === 0 ? null : words.leftOut(formatList(leftOut.map(({ name }) => name)))
	};
}
