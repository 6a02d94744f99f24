import type { PermissionName } from '#lib/access/permission.ts';

/** Days after which a permission that nobody used is worth a word. */
export const UNUSED_DAYS = 30;

const DAY = 24 * 60 * 60 * 1000;

/**
 * What was granted and not used for {@link UNUSED_DAYS}, in the order it is handed in. What was never
 * used counts from when its owner last authorized.
 *
 * @param lastUses by permission, in milliseconds since 1970
 */
export function unusedGrants(
	{
		granted,
		updatedAt
	}: { readonly granted: readonly PermissionName[]; readonly updatedAt: number },
	lastUses: ReadonlyMap<string, number>,
	now: number
): readonly PermissionName[] {
	return granted.filter((name) => now - (lastUses.get(name) ?? updatedAt) >= UNUSED_DAYS * DAY);
}
