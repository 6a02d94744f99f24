import { ownerTextOf } from '../catalog/owner-texts.ts';
import { officialCatalog } from '../catalog/official.ts';
import type { PermissionName } from '../permission.ts';

/** What an owner reads of a permission: a title and one plain sentence. */
export interface PermissionText {
	readonly label: string;
	readonly text: string;
}

/** All permissions in the words of one language. */
export type PermissionTexts = Readonly<Record<PermissionName, PermissionText>>;

/** @param texts of the owner's language; null for English, which the catalog holds. */
export function permissionText(
	name: PermissionName,
	texts: PermissionTexts | null
): PermissionText {
	if (texts) return texts[name];
	return { label: officialCatalog.permission(name).ownerLabel, text: ownerTextOf(name) };
}
