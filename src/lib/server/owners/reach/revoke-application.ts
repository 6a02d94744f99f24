import { and, eq } from 'drizzle-orm';
import { endConnections } from '../../connect/disconnect.ts';
import type { Context } from '../../context.ts';
import { connections } from '../../db/connect-schema.ts';
import { ownerIdOf } from '../actor.ts';
import { connectionsOf } from './scope.ts';

/**
 * Ends all that an application may do with vehicles of an owner's accounts, whoever connected them.
 * When this answers, it is stored.
 *
 * @returns how many vehicles it reached until now; null where it never reached one of theirs, whether
 * there is such an application or not
 */
export async function revokeApplication(
	context: Context,
	clientId: string
): Promise<number | null> {
	const ownerId = ownerIdOf(context);
	return context.write(async (transaction) => {
		const { db } = transaction;
		const which = connectionsOf(db, ownerId);
		const ended = await endConnections(transaction, clientId, { which, by: 'owner', ownerId });
		if (ended.length > 0) return ended.length;
		const had = await db.$count(connections, and(which, eq(connections.clientId, clientId)));
		return had > 0 ? 0 : null;
	});
}
