import type { Purposes } from './kept.ts';
import { PERMISSION_NAMES, type PermissionName } from './permission.ts';

export type { Purposes } from './kept.ts';

/** Longest purpose, in code points: an emoji may count as several. */
export const MAX_PURPOSE_LENGTH = 280;

/** What is asked for, or would be. */
type Asked = readonly { readonly name: PermissionName }[];

/** In scope order, so that the same purposes are always written the same. */
export function pickPurposes(which: (name: PermissionName) => string | undefined): Purposes {
	return Object.fromEntries(
		PERMISSION_NAMES.flatMap((name) => {
			const purpose = which(name);
			return purpose ? [[name, purpose]] : [];
		})
	);
}

/** Those that owners are told: of a permission that is not asked for, there is nothing to say. */
export function purposesOf(access: Asked, purposes: Purposes): Purposes {
	const asked = new Set(access.map(({ name }) => name));
	return pickPurposes((name) => (asked.has(name) ? purposes[name] : undefined));
}

/** Permissions whose purposes are not the same, in scope order. */
export function changedPurposes(before: Purposes, after: Purposes): readonly PermissionName[] {
	return PERMISSION_NAMES.filter((name) => before[name] !== after[name]);
}

/** With another purpose for one permission; an empty one takes it away. */
export function withPurpose(purposes: Purposes, name: PermissionName, purpose: string): Purposes {
	return pickPurposes((one) => (one === name ? purpose : purposes[one]));
}
