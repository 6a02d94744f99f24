import { PERMISSION_NAMES, permissionRank, type PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';

/** What one vehicle's owner was asked and gave. */
export interface Given {
	readonly updatedAt: number;
	readonly granted: readonly PermissionName[];
	readonly asked: readonly RequestedPermission[];
	/** Null when a link named a scope of its own. */
	readonly version: number | null;
}

/** All that an application was asked for, over all vehicles that it reaches. */
export interface WhatItGets {
	/** In scope order. Whether one is required is as it was asked last. */
	readonly asked: readonly RequestedPermission[];
	/** As it was asked last. */
	readonly version: number | null;
	/** From how many vehicles the app gets each permission; what it gets from none is missing. */
	readonly from: ReadonlyMap<PermissionName, number>;
}

/** Puts together what was given for each vehicle. */
export function whatItGets(given: readonly Given[]): WhatItGets {
	const asked = new Map<PermissionName, RequestedPermission>();
	const from = new Map<PermissionName, number>();
	const inOrder = given.toSorted((one, other) => one.updatedAt - other.updatedAt);
	for (const one of inOrder) {
		for (const permission of one.asked) asked.set(permission.name, permission);
		for (const name of one.granted) from.set(name, (from.get(name) ?? 0) + 1);
	}
	return {
		asked: [...asked.values()].toSorted(
			(one, other) => permissionRank(one.name) - permissionRank(other.name)
		),
		version: inOrder.at(-1)?.version ?? null,
		from
	};
}

/** What an application was not asked for, in scope order. */
export function outsideOf(asked: readonly RequestedPermission[]): readonly PermissionName[] {
	const inside = new Set(asked.map(({ name }) => name));
	return PERMISSION_NAMES.filter((name) => !inside.has(name));
}
