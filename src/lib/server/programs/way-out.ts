import { tabOf } from '#lib/access/catalog/kinds.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import type { PermissionName } from '#lib/access/permission.ts';

interface Lack {
	/** Of this server, as who asked knows it. */
	readonly origin: string;
	readonly clientId: string;
	/** What was asked for. */
	readonly item: Pick<CatalogItem, 'code' | 'kind' | 'apiVersion' | 'permissions'>;
	readonly missing: readonly PermissionName[];
}

/**
 * Headers beside the refusal of what an owner did not grant: what is missing, what would do, and
 * where to ask for it.
 *
 * Source: RFC 6750 section 3, RFC 8288.
 */
export function wayOut({ origin, clientId, item, missing }: Lack): Record<string, string> {
	const page = vehicleAccessOf(origin, clientId, item);
	return {
		'www-authenticate': `Bearer error="insufficient_scope", scope="${missing.join(' ')}"`,
		'x-accepted-permissions': item.permissions.join(', '),
		link: `<${page}>; rel="help"; title="${item.code} in Vehicle Access"`
	};
}

/** Vehicle Access with an item opened, scrolled to and marked. */
function vehicleAccessOf(origin: string, clientId: string, item: Lack['item']): string {
	const { code } = item;
	const query = new URLSearchParams({ tab: tabOf(item), open: code });
	return `${origin}/apps/${clientId}/vehicle-access?${query}#${code}`;
}
