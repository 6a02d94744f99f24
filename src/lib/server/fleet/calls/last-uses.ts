import { eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { permissionUses } from '../../db/call-schema.ts';

/**
 * When a connection last used each permission, by the rehearsal; what it never used is missing. As
 * far as it is written down: a use of the last seconds may be missing.
 */
export async function lastUsesOf(
	context: Context,
	connectionId: string
): Promise<ReadonlyMap<string, number>> {
	const rows = await context.read(({ db }) =>
		db
			.select({ permission: permissionUses.permission, at: permissionUses.lastUsedAt })
			.from(permissionUses)
			.where(eq(permissionUses.connectionId, connectionId))
	);
	return new Map(rows.map(({ permission, at }) => [permission, at]));
}
