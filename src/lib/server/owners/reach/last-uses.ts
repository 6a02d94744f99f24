import { and, desc, eq, inArray, max } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { permissionUses } from '../../db/call-schema.ts';
import { connections } from '../../db/connect-schema.ts';
import { accountOwners } from '../../db/owner-schema.ts';
import { isGiven, named, prepared } from '../../db/prepared.ts';
import type { Db } from '../../engine.ts';

const lastAt = max(permissionUses.lastUsedAt).mapWith(Number);

const isMine = (db: Db) =>
	inArray(
		connections.accountId,
		db
			.select({ id: accountOwners.accountId })
			.from(accountOwners)
			.where(isGiven(accountOwners.ownerId, 'ownerId'))
	);

const ofConnection = eq(connections.id, permissionUses.connectionId);

/** They are noted without being counted as a change, so that each request reads them anew. */
const statements = prepared((db) => ({
	byApplication: named(
		db
			.select({ clientId: connections.clientId, at: lastAt })
			.from(connections)
			.innerJoin(permissionUses, ofConnection)
			.where(isMine(db))
			.groupBy(connections.clientId),
		'last_uses_by_application'
	),
	byPermission: named(
		db
			.select({ permission: permissionUses.permission, at: lastAt })
			.from(connections)
			.innerJoin(permissionUses, ofConnection)
			.where(and(isMine(db), isGiven(connections.clientId, 'clientId')))
			.groupBy(permissionUses.permission)
			.orderBy(desc(max(permissionUses.lastUsedAt))),
		'last_uses_by_permission'
	)
}));

/** When each application last used anything of an owner's vehicles; part of a transaction. */
export async function lastUses(
	{ db }: Transaction,
	ownerId: string
): Promise<ReadonlyMap<string, number>> {
	const rows = await statements(db).byApplication.execute({ ownerId });
	return new Map(rows.map(({ clientId, at }) => [clientId, at]));
}

/** When an application last used each permission with them, the last one first; part of a transaction. */
export async function lastUsesOf(
	{ db }: Transaction,
	ownerId: string,
	clientId: string
): Promise<readonly { readonly permission: string; readonly at: number }[]> {
	return statements(db).byPermission.execute({ ownerId, clientId });
}
