import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogItem } from '../catalog/schema.ts';
import { derive, type Access } from '../derive.ts';
import type { PermissionName } from '../permission.ts';
import { normalizeSelection, type Selection } from '../selection.ts';
import { CALLS } from './v2-calls.ts';

/** An item that is really needed. */
interface NeededItem {
	readonly code: string;
	/** What is used, which this item is or stands for. */
	readonly uses: readonly string[];
	readonly permissions: readonly PermissionName[];
	/** Whether the draft has it. */
	readonly ticked: boolean;
	/** Permissions that it needs and the draft does not ask for: without them it is refused. */
	readonly missing: readonly PermissionName[];
}

/** An item of the draft that nothing uses. */
interface UnusedItem {
	readonly code: string;
	/** Permissions that nobody would be asked for without it and the others. */
	readonly drops: readonly PermissionName[];
}

/** What is used beside what a draft asks for. */
export interface UsedComparison {
	/** The smallest that covers what is used, with what the draft has as Required. */
	readonly selection: Selection;
	readonly access: Access;
	readonly needed: readonly NeededItem[];
	readonly unused: readonly UnusedItem[];
}

/** Codes of what is used; one that there is not counts for nothing. */
export interface Used {
	/** By its name. */
	readonly named: readonly string[];
	/** Because all that was granted is told, so that nobody knows which of it is read. */
	readonly listed: readonly string[];
}

/** Holds the items that calls or source code use against a draft. */
export function compareUsed(
	{ named, listed }: Used,
	draft: Selection,
	catalog: Catalog
): UsedComparison {
	const inDraft = new Map(
		draft.map(({ code, required }) => [catalog.item(code)?.code ?? code, required])
	);
	const usesOf = new Map<string, string[]>();
	const use = (chosen: string, code: string) =>
		usesOf.set(chosen, [...(usesOf.get(chosen) ?? []), code]);
	for (const item of itemsOf(named, catalog)) {
		for (const { code } of chosenFor(item, inDraft, catalog)) use(code, item.code);
	}
	const told = itemsOf(listed, catalog).filter(({ code }) => !named.includes(code));
	for (const { code } of told) if (inDraft.has(code)) use(code, code);
	// Of the rest of a list only that is needed for which nothing else would be asked.
	const covered = permissionsOf([...usesOf.keys()], catalog);
	for (const { code, permissions } of told) {
		if (!permissions.every((name) => covered.has(name))) use(code, code);
	}
	const selection = normalizeSelection(
		[...usesOf.keys()].map((code) => ({ code, required: inDraft.get(code) ?? false }))
	);
	const access = derive(selection, catalog);
	const asked = permissionsOf([...inDraft.keys()], catalog);
	const kept = new Set(access.map(({ name }) => name));
	const unused = [...inDraft.keys()].filter((code) => !usesOf.has(code));
	return {
		selection,
		access,
		needed: selection.map(({ code }) => {
			const permissions = catalog.item(code)?.permissions ?? [];
			return {
				code,
				uses: usesOf.get(code) ?? [],
				permissions,
				ticked: inDraft.has(code),
				missing: permissions.filter((name) => !asked.has(name))
			};
		}),
		unused: unused.map((code) => ({
			code,
			drops: (catalog.item(code)?.permissions ?? []).filter((name) => !kept.has(name))
		}))
	};
}

/** Each of them once, without those that need nothing of owners. */
function itemsOf(codes: readonly string[], catalog: Catalog): readonly CatalogItem[] {
	const items = new Set(codes.flatMap((code) => catalog.item(code) ?? []));
	return [...items].filter(({ permissions }) => permissions.length > 0);
}

/** The items of the draft that stand for what is used, where they are enough; else that itself. */
function chosenFor(
	item: CatalogItem,
	inDraft: ReadonlyMap<string, boolean>,
	catalog: Catalog
): readonly CatalogItem[] {
	if (inDraft.has(item.code)) return [item];
	const standing = standingFor(item, catalog).filter(({ code }) => inDraft.has(code));
	const covered = permissionsOf(
		standing.map(({ code }) => code),
		catalog
	);
	return item.permissions.every((name) => covered.has(name)) ? standing : [item];
}

/** What is told by the same call, and what gives the same as one of API v2. */
function standingFor({ code, kind, path }: CatalogItem, catalog: Catalog): readonly CatalogItem[] {
	const same = CALLS.find(({ endpoint }) => endpoint === code)?.items ?? [];
	// Of commands at one path each is another.
	const together =
		kind === 'command'
			? []
			: catalog.items.filter((item) => item.path === path && item.permissions.length > 0);
	return [...together, ...same.flatMap((one) => catalog.item(one) ?? [])];
}

function permissionsOf(codes: readonly string[], catalog: Catalog): ReadonlySet<PermissionName> {
	return new Set(codes.flatMap((code) => catalog.item(code)?.permissions ?? []));
}
