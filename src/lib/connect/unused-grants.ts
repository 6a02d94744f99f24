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
	return granted.filter(
		(name) => unusedDays({ lastUsedAt: lastUses.get(name) ?? null, since: updatedAt }, now) !== null
	);
}

/** Whole days without use, where they are as many as {@link UNUSED_DAYS}; else null. */
export function unusedDays(
	{ lastUsedAt, since }: { readonly lastUsedAt: number | null; readonly since: number },
	now: number
): number | null {
	const days = Math.floor((now - (lastUsedAt ?? since)) / DAY);
	return days < UNUSED_DAYS ? null : days;
}

/** The last moment that is {@link UNUSED_DAYS} ago: what was used after it is in use. */
export function unusedUntil(now: number): number {
	return now - UNUSED_DAYS * DAY;
}
