import { formatList, plural } from './language/english.ts';
import { permissionRank, type PermissionName } from './permission.ts';
import type { RequestedPermission } from './request-review.ts';

/** What lies between a grant and what would be asked for now. Both lists are in scope order. */
export interface GrantGap {
	/** Asked now, not granted. */
	readonly missing: readonly RequestedPermission[];
	/** Granted, no longer asked. */
	readonly extra: readonly PermissionName[];
}

/** Holds what an owner granted against what would be asked for now. */
export function grantGap(
	granted: readonly PermissionName[],
	asked: readonly RequestedPermission[]
): GrantGap {
	const held = new Set(granted);
	const wanted = new Set(asked.map(({ name }) => name));
	return {
		missing: asked
			.filter(({ name }) => !held.has(name))
			.map(({ name, required }) => ({ name, required }))
			.sort((a, b) => permissionRank(a.name) - permissionRank(b.name)),
		extra: granted
			.filter((name) => !wanted.has(name))
			.sort((a, b) => permissionRank(a) - permissionRank(b))
	};
}

/**
 * A gap in words.
 *
 * @example describeGap({ missing: [], extra: ['read_vin'] })
 * // 'Still holds read_vin, which is no longer asked for.'
 */
export function describeGap({ missing, extra }: GrantGap): string {
	if (missing.length === 0 && extra.length === 0) return 'Holds exactly what is asked for now.';
	const asked = missing.map(({ name, required }) => (required ? `${name} (required)` : name));
	const sentences = [
		missing.length > 0 && `Would also be asked for ${formatList(asked)}.`,
		extra.length > 0 &&
			`Still holds ${formatList(extra)}, which ${plural(extra.length, { one: 'is', other: 'are' })} no longer asked for.`
	];
	return sentences.filter(Boolean).join(' ');
}
