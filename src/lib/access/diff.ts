import type { Catalog } from './catalog/catalog.ts';
import { derive, type Access } from './derive.ts';
import type { PermissionName } from './permission.ts';
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
	readonly verdict: Verdict;
}

export interface SelectionDiff {
	readonly items: Changes<string>;
	readonly access: AccessDiff;
}

/** A selection with the access that was locked in when it was published. */
export interface LockedSelection {
	readonly selection: Selection;
	readonly access: Access;
}

/** What stands before the first version. */
const NOTHING: LockedSelection = { selection: [], access: [] };

/** Compares two accesses. A permission that becomes required widens: the owner may refuse less. */
export function diffAccess(before: Access, after: Access): AccessDiff {
	const changes = compare(
		new Map(before.map(({ name, required }) => [name, required])),
		new Map(after.map(({ name, required }) => [name, required]))
	);
	return { ...changes, verdict: verdictOf(changes) };
}

/** Compares two selections item by item, whether or not the catalog still holds the items. */
export function diffItems(before: Selection, after: Selection): Changes<string> {
	return compare(requiredByCode(before), requiredByCode(after));
}

/** Compares two selections item by item, with the verdict on what they derive to. */
export function diffSelections(
	before: Selection,
	after: Selection,
	catalog: Catalog
): SelectionDiff {
	return diffLocked(
		{ selection: before, access: derive(before, catalog) },
		{ selection: after, access: derive(after, catalog) }
	);
}

/**
 * Compares what was locked in, whatever the catalog says today; items it no longer holds included.
 *
 * @param before null before the first version
 */
export function diffLocked(before: LockedSelection | null, after: LockedSelection): SelectionDiff {
	const { selection, access } = before ?? NOTHING;
	return {
		items: diffItems(selection, after.selection),
		access: diffAccess(access, after.access)
	};
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
