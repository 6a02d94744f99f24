import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import type { Profile } from '../profiles/schema.ts';
import { areOf, canAnswer } from './capable.ts';

/** Whether a vehicle can answer what one permission opens at one path. */
export interface Capability {
	readonly permission: PermissionName;
	/** Beneath the vehicle, `{make}` written out. */
	readonly endpoint: string;
	readonly capable: boolean;
	readonly reason: 'VEHICLE_NOT_CAPABLE' | null;
}

interface Kind {
	/** Key of the brand. */
	readonly make: string;
	readonly profile: Profile;
}

const BENEATH = /^[A-Z]+ \/vehicles\/\{id\}(\/.*)?$/;

/** Items of API v2 that a permission opens for vehicles of a brand. */
export function openedBy(permission: PermissionName, { make }: Pick<Kind, 'make'>): CatalogItem[] {
	return officialCatalog
		.itemsNeeding(permission)
		.filter(({ apiVersion, path }) => apiVersion === 'v2' && BENEATH.test(path))
		.filter(({ path, makes = [] }) => !path.includes('{make}') || areOf(makes, make));
}

/** What a vehicle can and cannot do of what permissions open, each path once. */
export function capabilitiesOf(
	permissions: readonly PermissionName[],
	kind: Kind
): readonly Capability[] {
	return permissions.flatMap((permission) => {
		const byPath = new Map<string, boolean>();
		for (const item of openedBy(permission, kind)) {
			const endpoint = endpointOf(item, kind.make);
			byPath.set(endpoint, byPath.get(endpoint) === true || canAnswer(item, kind));
		}
		return [...byPath].map(([endpoint, capable]) => ({
			permission,
			endpoint,
			capable,
			reason: capable ? null : ('VEHICLE_NOT_CAPABLE' as const)
		}));
	});
}

function endpointOf({ path }: CatalogItem, make: string): string {
	const [, beneath = '/'] = BENEATH.exec(path) ?? [];
	return beneath.replace('{make}', make.toLowerCase());
}
