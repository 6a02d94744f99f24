import type { Catalog } from './catalog/catalog.ts';
import { derive, type Access } from './derive.ts';
import { permissionRank, type PermissionName } from './permission.ts';
import type { Selection } from './selection.ts';

/** With more optional permissions than this only the single refusals are listed. */
export const MAX_OPTIONAL_LISTED = 10;

/** What remains of a selection when an owner grants all but some permissions. */
export interface Refusal {
	/** In scope order. */
	readonly refused: readonly PermissionName[];
	/** Codes of the selected items that need a refused permission, in the order of the selection. */
	readonly stops: readonly string[];
	/** Codes of all others, in the same order. */
	readonly goesOn: readonly string[];
}

export interface RefusalList {
	readonly required: readonly PermissionName[];
	readonly optional: readonly PermissionName[];
	/** Number of sets that an owner could refuse, listed or not. */
	readonly count: number;
	/** False with more than {@link MAX_OPTIONAL_LISTED} optional permissions. */
	readonly complete: boolean;
	/** By size of the set, then in scope order. */
	readonly refusals: readonly Refusal[];
}

/**
 * Every set of optional permissions that an owner could refuse. Without a required permission the
 * set of all is none of them, because at least one permission has to stay granted.
 */
export function listRefusals(selection: Selection, catalog: Catalog): RefusalList {
	const access = derive(selection, catalog);
	const required = namesOf(access, true);
	const optional = namesOf(access, false);
	const complete = optional.length <= MAX_OPTIONAL_LISTED;
	const largest = required.length > 0 ? optional.length : optional.length - 1;
	const outcomeOf = refusalOutcomes(selection, catalog);
	const refusals: Refusal[] = [];
	for (let size = 1; size <= (complete ? largest : 1); size++) {
		for (const refused of setsOf(optional, size)) refusals.push(outcomeOf(refused));
	}
	const count = Math.max(0, 2 ** optional.length - (required.length > 0 ? 1 : 2));
	return { required, optional, count, complete, refusals };
}

/** What one refusal does to a selection. */
export function refusalOutcome(
	selection: Selection,
	catalog: Catalog,
	refused: readonly PermissionName[]
): Refusal {
	return refusalOutcomes(selection, catalog)(refused);
}

/** Looks the items up once, for any number of refusals. */
function refusalOutcomes(selection: Selection, catalog: Catalog) {
	const items = selection.map(({ code }) => ({
		code,
		bits: bitsOf(catalog.item(code)?.permissions ?? [])
	}));
	return (names: readonly PermissionName[]): Refusal => {
		const refused = [...names].sort((a, b) => permissionRank(a) - permissionRank(b));
		const bits = bitsOf(refused);
		const stops: string[] = [];
		const goesOn: string[] = [];
		for (const item of items) (item.bits & bits ? stops : goesOn).push(item.code);
		return { refused, stops, goesOn };
	};
}

/** One bit for each of the 28 permissions, which fit the 32 that a bitwise operator works on. */
function bitsOf(names: readonly PermissionName[]): number {
	return names.reduce((bits, name) => bits | (1 << permissionRank(name)), 0);
}

function namesOf(access: Access, required: boolean): readonly PermissionName[] {
	return access.filter((entry) => entry.required === required).map(({ name }) => name);
}

/** All sets of a size, each and all of them in the order of the names. */
function* setsOf<T>(names: readonly T[], size: number, from = 0): Generator<readonly T[]> {
	if (size === 0) yield [];
	for (let index = from; size > 0 && index <= names.length - size; index++) {
		for (const rest of setsOf(names, size - 1, index + 1)) {
			yield [...names.slice(index, index + 1), ...rest];
		}
	}
}
