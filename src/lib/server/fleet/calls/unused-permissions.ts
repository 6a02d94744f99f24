import type { PermissionName } from '#lib/access/permission.ts';
import type { UnusedPermission } from '#lib/access/unused-permission.ts';
import { unusedUntil } from '#lib/connect/unused-grants.ts';
import { and, eq, gt, inArray, lte } from 'drizzle-orm';
import { tallyGrants } from '../../connect/connection-list/tally.ts';
import { standsWith } from '../../connect/standing.ts';
import type { Context } from '../../context.ts';
import { permissionUses } from '../../db/call-schema.ts';
import { connections } from '../../db/connect-schema.ts';

/**
 * Permissions that connections of an application hold for long, and none used since, by the
 * rehearsal; in the order they are handed in. A connection holds them since its owner last
 * authorized. What was used by one that ended meanwhile was used all the same.
 */
export async function unusedPermissions(
	context: Context,
	clientId: string,
	names: readonly PermissionName[]
): Promise<readonly UnusedPermission[]> {
	return context.read(async ({ db, now }) => {
		const until = unusedUntil(now);
		const heldForLong = and(standsWith(clientId), lte(connections.updatedAt, until));
		const tally = await tallyGrants(db, heldForLong, null);
		const held = names
			.map((name) => ({ name, connections: tally.total - tally.countLacking(name) }))
			.filter((one) => one.connections > 0);
		if (held.length === 0) return [];
		const inUse = await db
			.selectDistinct({ name: permissionUses.permission })
			.from(connections)
			.innerJoin(permissionUses, eq(permissionUses.connectionId, connections.id))
			.where(
				and(
					eq(connections.clientId, clientId),
					inArray(
						permissionUses.permission,
						held.map(({ name }) => name)
					),
					gt(permissionUses.lastUsedAt, until)
				)
			);
		return held.filter(({ name }) => inUse.every((used) => used.name !== name));
	});
}
