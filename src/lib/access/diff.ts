import type { Catalog } from './catalog/catalog.ts';
import { derive, type Access } from './derive.ts';
import type { DraftContent } from './draft-content.ts';
import type { PermissionName } from './permission.ts';
import { changedPurposes, purposesOf, toldOf } from './purposes.ts';
import type { RequestedPermission } from './request-review.ts';
import type { Selection } from './selection.ts';

/** What changes for the owner: nothing, less is asked, more is asked, or some of each. */
export const VERDICTS = ['none', 'narrows', 'widens', 'both'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Names that appeared, left, or changed between optional and required. */
export interface Changes<Name extends string> {
	readonly added: readonly Name[];
	readonly removed: readonly Name[];
	readonly nowRequired: readonly Name[];
	readonly nowOptional: readonly Name[];
}

export interface AccessDiff extends Changes<PermissionName> {
	/** Those of the added and the now required that an owner cannot refuse. */
	readonly locked: readonly PermissionName[];
	readonly verdict: Verdict;
}

/** What owners are told of a permission, before and after; empty for nothing. */
export interface PurposeChange {
	readonly name: PermissionName;
	readonly before: string;
	readonly after: string;
	/** What stops without it. */
	readonly without: { readonly before: string; readonly after: string };
}

export interface SelectionDiff {
	readonly items: Changes<string>;
	readonly access: AccessDiff;
	/** In scope order. They never change what is asked. */
	readonly purposes: readonly PurposeChange[];
}

/** A selection with the access that was locked in when it was published. */
export interface LockedSelection extends DraftContent {
	readonly access: Access;
}

/** What stands before the first version. */
const NOTHING: LockedSelection = { selection: [], access: [], purposes: {} };

/** What a draft would lock in. */
export function lockIn({ selection, purposes }: DraftContent, catalog: Catalog): LockedSelection {
	const access = derive(selection, catalog);
	return { selection, access, purposes: purposesOf(access, purposes) };
}

/** Compares two accesses. A permission that becomes required widens: the owner may refuse less. */
export function diffAccess(
	before: readonly RequestedPermission[],
	after: readonly RequestedPermission[]
): AccessDiff {
	const changes = compare(
		new Map(before.map(({ name, required }) => [name, required])),
		new Map(after.map(({ name, required }) => [name, required]))
	);
	const news = new Set([...changes.added, ...changes.nowRequired]);
	const locked = after.filter(({ name, required }) => required && news.has(name));
	return { ...changes, locked: locked.map(({ name }) => name), verdict: verdictOf(changes) };
}

/** Compares two selections item by item, whether or not the catalog still holds the items. */
function diffItems(before: Selection, after: Selection): Changes<string> {
	return compare(requiredByCode(before), requiredByCode(after));
}

/** Compares two drafts item by item, with the verdict on what they derive to. */
export function diffDrafts(
	before: DraftContent,
	after: DraftContent,
	catalog: Catalog
): SelectionDiff {
	return diffLocked(lockIn(before, catalog), lockIn(after, catalog));
}

/**
 * Compares what was locked in, whatever the catalog says today; items it no longer holds included.
 *
 * @param before null before the first version
 */
export function diffLocked(before: LockedSelection | null, after: LockedSelection): SelectionDiff {
	const { selection, access, purposes } = before ?? NOTHING;
	return {
		items: diffItems(selection, after.selection),
		access: diffAccess(access, after.access),
		purposes: changedPurposes(purposes, after.purposes).map((name) => {
			const [was, is] = [toldOf(purposes[name]), toldOf(after.purposes[name])];
			const without = { before: was.without, after: is.without };
			return { name, before: was.purpose, after: is.purpose, without };
		})
	};
}

/** How many they are, which costs less than to know them all. */
export function countUnpublished(published: DraftContent | null, locked: DraftContent): number {
	const { selection, purposes } = published ?? NOTHING;
	return (
		countChanges(diffItems(selection, locked.selection)) +
		changedPurposes(purposes, locked.purposes).length
	);
}

/** Changes that a version would publish. */
export function countAll({ items, purposes }: SelectionDiff): number {
	return countChanges(items) + purposes.length;
}

export function countChanges(changes: Changes<string>): number {
	const { added, removed, nowRequired, nowOptional } = changes;
	return added.length + removed.length + nowRequired.length + nowOptional.length;
}

function requiredByCode(selection: Selection): ReadonlyMap<string, boolean> {
	return new Map(selection.map(({ code, required }) => [code, required]));
}

function compare<Name extends string>(
	before: ReadonlyMap<Name, boolean>,
	after: ReadonlyMap<Name, boolean>
): Changes<Name> {
	const kept = [...after.keys()].filter((name) => before.has(name));
	return {
		added: [...after.keys()].filter((name) => !before.has(name)),
		removed: [...before.keys()].filter((name) => !after.has(name)),
		nowRequired: kept.filter((name) => after.get(name) && !before.get(name)),
		nowOptional: kept.filter((name) => !after.get(name) && before.get(name))
	};
}

function verdictOf(changes: Changes<PermissionName>): Verdict {
	const widens = changes.added.length + changes.nowRequired.length > 0;
	const narrows = changes.removed.length + changes.nowOptional.length > 0;
	if (widens) return narrows ? 'both' : 'widens';
	return narrows ? 'narrows' : 'none';
}
