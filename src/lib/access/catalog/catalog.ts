import { permissionRank, type PermissionName } from '../permission.ts';
import type { CatalogItem, PermissionFacts } from './schema.ts';

/** A catalog with its indexes. Build one with {@link createCatalog}. */
export interface Catalog {
	/** Changes whenever an item's code or permissions change; stored with every version. */
	readonly revision: string;
	readonly items: readonly CatalogItem[];
	readonly permissions: readonly PermissionFacts[];
	item(code: string): CatalogItem | null;
	/** Ranks of the permissions that an item needs; null for an unknown code. */
	ranksOf(code: string): readonly number[] | null;
	permission(name: PermissionName): PermissionFacts;
	/** Items that need a permission, in catalog order. */
	itemsNeeding(name: PermissionName): readonly CatalogItem[];
}

/** @throws {TypeError} when two items share a code. */
export function createCatalog(
	items: readonly CatalogItem[],
	permissions: readonly PermissionFacts[]
): Catalog {
	const byCode = new Map<string, CatalogItem>();
	const ranks = new Map<string, readonly number[]>();
	const ranksOf = sharedRanks();
	const byPermission = new Map<PermissionName, CatalogItem[]>();
	for (const item of items) {
		if (byCode.has(item.code)) throw new TypeError(`Two catalog items share the code ${item.code}`);
		byCode.set(item.code, item);
		ranks.set(item.code, ranksOf(item.permissions));
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
		item: (code) => byCode.get(code) ?? null,
		ranksOf: (code) => ranks.get(code) ?? null,
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
