import type { PermissionName } from '#lib/access/permission.ts';
import type { ConsentForm, ConsentOffer } from '../consent.ts';

/**
 * What an owner sends from the consent screen who refuses some permissions: the form with these
 * unticked and every vehicle of the account, or null for Deny where the screen leaves nothing else: a
 * required permission cannot be unticked, and not all can. What is not asked for cannot be refused.
 */
export function scriptedChoice(
	{ asked, vehicles }: ConsentOffer,
	refuse: readonly PermissionName[]
): ConsentForm | null {
	const isRefused = ({ name }: { readonly name: PermissionName }) => refuse.includes(name);
	if (asked.some((permission) => permission.required && isRefused(permission))) return null;
	const permissions = asked.filter((permission) => !isRefused(permission)).map(({ name }) => name);
	if (permissions.length === 0) return null;
	return { permissions, vehicles: vehicles.map(({ id }) => id) };
}
