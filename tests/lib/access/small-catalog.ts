import { createCatalog, type Catalog } from '#lib/access/catalog/catalog.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import type { PermissionName } from '#lib/access/permission.ts';

/** A catalog of the given items and what each needs, for rules that the official one never reaches. */
export function smallCatalog(
	needs: Readonly<Record<string, readonly PermissionName[]>>,
	facts: Partial<CatalogItem> = {}
): Catalog {
	return createCatalog(
		Object.entries(needs).map(([code, permissions]) => ({
			kind: 'signal',
			code,
			name: `Name of ${code}`,
			group: 'Group',
			permissions,
			path: `GET /vehicles/{vehicleId}/signals/${code}`,
			apiVersion: 'v3',
			evidence: { kind: 'documented', confidence: 'high' },
			...facts
		})),
		officialCatalog.permissions
	);
}
