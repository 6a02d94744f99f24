import type { LockedSelection } from './diff.ts';
import { permissionRank, type PermissionName } from './permission.ts';

/** Items with the access that was derived from them: of a draft as it is, or as a version locked it in. */
export type Asked = Pick<LockedSelection, 'selection' | 'access'>;

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
export function listRefusals(asked: Asked): RefusalList {
	const required = namesOf(asked, true);
	const optional = namesOf(asked, false);
	const complete = optional.length <= MAX_OPTIONAL_LISTED;
	const largest = required.length > 0 ? optional.length : optional.length - 1;
	const outcomeOf = refusalOutcomes(asked);
	const refusals: Refusal[] = [];
	for (let size = 1; size <= (complete ? largest : 1); size++) {
		for (const refused of setsOf(optional, size)) refusals.push(outcomeOf(refused));
	}
	const count = Math.max(0, 2 ** optional.length - (required.length > 0 ? 1 : 2));
	return { required, optional, count, complete, refusals };
}

/** What one refusal does to what is asked. */
export function refusalOutcome(asked: Asked, refused: readonly PermissionName[]): Refusal {
	return refusalOutcomes(asked)(refused);
}

/** Looks the items up once, for any number of refusals. */
function refusalOutcomes({ selection, access }: Asked) {
	const needs = new Map<string, number>();
	for (const { name, neededBy } of access) {
		for (const code of neededBy) needs.set(code, (needs.get(code) ?? 0) | bitsOf([name]));
	}
	const items = selection.map(({ code }) => ({ code, bits: needs.get(code) ?? 0 }));
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

function namesOf({ access }: Asked, required: boolean): readonly PermissionName[] {
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
