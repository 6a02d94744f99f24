import type { Catalog } from './catalog/catalog.ts';
import type { LockedSelection } from './diff.ts';
import { PERMISSION_NAMES, type PermissionName } from './permission.ts';
import {
	heaviestFirst,
	isSensitive,
	type PermissionChangeKind,
	type WeighedChange
} from './permission-changes.ts';
import { sameTold, toldOf } from './purposes.ts';

/** What an owner reads of one permission. */
interface ConsentSide {
	/** Whether its check box is locked. */
	readonly required: boolean;
	/** What it is for in the words of the application; empty where it says nothing. */
	readonly purpose: string;
	/** What they are told that stops without it. */
	readonly without: string;
}

/** One permission on the owner's screen, as it is and as it would be. */
export interface ConsentRow {
	readonly name: PermissionName;
	/** Null where it is not asked. */
	readonly before: ConsentSide | null;
	readonly after: ConsentSide | null;
	readonly change: PermissionChangeKind | 'same';
	/** Whether it is asked both times, and owners are told something else. */
	readonly retold: boolean;
	readonly sensitive: boolean;
}

type Told = Pick<LockedSelection, 'access' | 'purposes'>;

/**
 * Two of the owner's screens, side by side: what changes comes first, by how it weighs, then all that
 * stays as it is.
 *
 * @param before null before the first version
 */
export function consentRows(
	before: Told | null,
	after: Told,
	catalog: Catalog
): readonly ConsentRow[] {
	const was = before ? sidesOf(before) : new Map<PermissionName, ConsentSide>();
	const willBe = sidesOf(after);
	return PERMISSION_NAMES.filter((name) => was.has(name) || willBe.has(name))
		.map((name) => rowOf(name, was.get(name) ?? null, willBe.get(name) ?? null, catalog))
		.sort((a, b) => heaviestFirst(weighed(a), weighed(b)));
}

function sidesOf({ access, purposes }: Told): ReadonlyMap<PermissionName, ConsentSide> {
	return new Map(
		access.map(({ name, required }) => [name, { required, ...toldOf(purposes[name]) }])
	);
}

function rowOf(
	name: PermissionName,
	before: ConsentSide | null,
	after: ConsentSide | null,
	catalog: Catalog
): ConsentRow {
	const retold = before !== null && after !== null && !sameTold(before, after);
	const sensitive = isSensitive(name, catalog);
	return { name, before, after, change: changeBetween(before, after), retold, sensitive };
}

function changeBetween(
	before: ConsentSide | null,
	after: ConsentSide | null
): ConsentRow['change'] {
	if (!before) return 'added';
	if (!after) return 'removed';
	if (before.required === after.required) return 'same';
	return after.required ? 'nowRequired' : 'nowOptional';
}

function weighed({ name, after, change, retold, sensitive }: ConsentRow): WeighedChange {
	const required = after?.required ?? false;
	return { name, required, sensitive, change: change === 'same' && retold ? 'retold' : change };
}
