import type { AccessPermission } from './derive.ts';
import { permissionRank } from './permission.ts';

/** Locks a permission's check box on the grant screen. */
export const REQUIRED_PREFIX = 'required:';

/**
 * The scope of an access: `read_*` then `control_*`, each alphabetical, one space between.
 *
 * @example formatScope([{ name: 'read_odometer', required: true }]) // 'required:read_odometer'
 */
export function formatScope(
	access: readonly Pick<AccessPermission, 'name' | 'required'>[]
): string {
	return [...access]
		.sort((a, b) => permissionRank(a.name) - permissionRank(b.name))
		.map(({ name, required }) => (required ? REQUIRED_PREFIX + name : name))
		.join(' ');
}
