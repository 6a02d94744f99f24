import { permissionRank, type PermissionName } from '../permission.ts';
import type { CatalogItem, PermissionFacts } from './schema.ts';

/** A catalog with its indexes. Build one with {@link createCatalog}. */
export interface Catalog {
	/** Changes whenever an item's code or permissions change; stored with every version. */
	readonly revision: string;
	readonly items: readonly CatalogItem[];
	readonly permissions: readonly PermissionFacts[];
	/** The item of a code, also of a former one. */
	item(code: string): CatalogItem | null;
	/**
	 * Position of an item among all items in ascending order of code, -1 for an unknown code. A
	 * canonical selection has that order too, so guessing the place right after the one before
	 * spares it many look-ups.
	 */
	positionOf(code: string, guess?: number): number;
	/** Ranks of the permissions that the item at a position needs. */
	ranksAt(position: number): readonly number[];
	permission(name: PermissionName): PermissionFacts;
	/** Items that need a permission, in catalog order. */
	itemsNeeding(name: PermissionName): readonly CatalogItem[];
}

/** @throws {TypeError} when two items share a code. */
export function createCatalog(
	items: readonly CatalogItem[],
	permissions: readonly PermissionFacts[]
): Catalog {
	const ascending = [...items].sort((a, b) => (a.code < b.code ? -1 : 1));
	// A list of its own: comparing codes then touches no item.
	const codes = ascending.map(({ code }) => code);
	const positions = new Map(codes.map((code, position) => [code, position]));
	const itemOf = new Map<string, CatalogItem>();
	const ranksOf = sharedRanks();
	const ranks = ascending.map(({ permissions: needed }) => ranksOf(needed));
	const byPermission = new Map<PermissionName, CatalogItem[]>();
	for (const item of items) {
		for (const code of [item.code, ...(item.formerCodes ?? [])]) {
			if (itemOf.has(code)) throw new TypeError(`Two catalog items share the code ${code}`);
			itemOf.set(code, item);
		}
		for (const name of item.permissions) {
			const users = byPermission.get(name);
			if (users) users.push(item);
			else byPermission.set(name, [item]);
		}
	}
	const byName = new Map(permissions.map((facts) => [facts.name, facts]));
	return {
		revision: revisionOf(items),
		items,
		permissions,
		item: (code) => itemOf.get(code) ?? null,
		positionOf: (code, guess = 0) => (codes[guess] === code ? guess : (positions.get(code) ?? -1)),
		ranksAt: (position) => ranks[position] ?? [],
		permission: (name) => {
			const facts = byName.get(name);
			if (!facts) throw new TypeError(`The catalog does not describe ${name}`);
			return facts;
		},
		itemsNeeding: (name) => byPermission.get(name) ?? []
	};
}

/** Items that need the same permissions share one list, so that deriving stays in the cache. */
function sharedRanks(): (permissions: readonly PermissionName[]) => readonly number[] {
	const shared = new Map<string, readonly number[]>();
	return (permissions) => {
		const key = permissions.join(' ');
		const known = shared.get(key) ?? permissions.map(permissionRank);
		shared.set(key, known);
		return known;
	};
}

/** FNV-1a over codes and permissions, as eight hexadecimal digits. */
function revisionOf(items: readonly CatalogItem[]): string {
	let hash = 0x811c9dc5;
	for (const item of items) {
		for (const character of `${item.code} ${item.permissions.join(' ')}\n`) {
			hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
		}
	}
	return (hash >>> 0).toString(16).padStart(8, '0');
}
