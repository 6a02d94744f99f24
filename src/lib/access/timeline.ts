import { permissionRank, type PermissionName } from './permission.ts';
import type { RequestedPermission } from './request-review.ts';

/** What owners are asked for, in any order. */
export type Asked = readonly RequestedPermission[];

/** `unknown` where what was asked cannot be read. */
export type AskedState = 'asked' | 'required' | 'no-longer' | 'not' | 'unknown';

export interface TimelineCell {
	readonly state: AskedState;
	/** Whether it is asked from here on, and was not just before. */
	readonly begins: boolean;
	/** Whether it is asked until here, and no longer right after. */
	readonly ends: boolean;
}

/** One permission across some versions. */
export interface TimelineRow {
	readonly name: PermissionName;
	/** One for each version, in their order. */
	readonly cells: readonly TimelineCell[];
}

/** What stands on both sides of the versions that are shown; undefined where nothing does. */
interface Beside {
	readonly before?: Asked | null | undefined;
	readonly after?: Asked | null | undefined;
}

/**
 * What each of some versions asks, permission by permission, in scope order; what none of them asks
 * or gives up is left out.
 *
 * @param versions the oldest first; null for one that cannot be read
 */
export function timeline(
	versions: readonly (Asked | null)[],
	{ before, after }: Beside = {}
): readonly TimelineRow[] {
	const all = [before, ...versions, after].map((asked) => asked && requiredByName(asked));
	const names = new Set([before, ...versions].flatMap((asked) => asked ?? []).map(nameOf));
	return [...names]
		.toSorted((one, other) => permissionRank(one) - permissionRank(other))
		.map((name) => ({ name, cells: versions.map((_, index) => cellOf(name, all, index + 1)) }))
		.filter(({ cells }) => cells.some(({ state }) => state !== 'not' && state !== 'unknown'));
}

type ByName = ReadonlyMap<PermissionName, boolean> | null | undefined;

function cellOf(name: PermissionName, all: readonly ByName[], at: number): TimelineCell {
	const [before, here, after] = [all[at - 1], all[at], all[at + 1]];
	if (!here) return { state: 'unknown', begins: false, ends: false };
	const required = here.get(name);
	if (required === undefined) {
		return { state: before?.has(name) ? 'no-longer' : 'not', begins: false, ends: false };
	}
	return {
		state: required ? 'required' : 'asked',
		begins: !before?.has(name),
		ends: !after?.has(name)
	};
}

/** A permission that was asked for a while. */
export interface AskedForAWhile {
	readonly name: PermissionName;
	/** Numbers of the versions that asked it, in their order. */
	readonly by: readonly number[];
}

/** What was asked between two versions, and by neither of them; in scope order. */
export function askedBetween(
	ends: readonly [Asked, Asked],
	between: readonly { readonly number: number; readonly asked: Asked }[]
): readonly AskedForAWhile[] {
	const known = new Set(ends.flat().map(nameOf));
	const asked = between.flatMap(({ number, asked }) => asked.map(({ name }) => ({ name, number })));
	return [...Map.groupBy(asked, nameOf)]
		.filter(([name]) => !known.has(name))
		.map(([name, found]) => ({ name, by: found.map(({ number }) => number) }))
		.toSorted((one, other) => permissionRank(one.name) - permissionRank(other.name));
}

const nameOf = ({ name }: { readonly name: PermissionName }) => name;

const requiredByName = (asked: Asked) =>
	new Map(asked.map(({ name, required }) => [name, required]));
