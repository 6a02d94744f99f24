import type { ByWhom } from '#lib/owners/by-whom.ts';
import { asc, count, desc, eq, max } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { connections } from '../../db/connect-schema.ts';
import { applications } from '../../db/schema.ts';
import { keptForOwner } from './kept-for-owner.ts';
import { whoEndedLast } from './past.ts';
import { connectionsOf } from './scope.ts';

/** Those that ended before are found in the history. */
export const MOST_ENDED = 20;

/** An application that reaches none of an owner's vehicles any more. */
interface EndedApplication {
	readonly clientId: string;
	readonly name: string;
	/** When the last vehicle was gone, by the rehearsal. */
	readonly at: number;
	readonly by: ByWhom;
	/** Number of the receipt of its end; null where none was written. */
	readonly receipt: number | null;
}

/** The applications that once reached vehicles of an owner's accounts: those that ended last. */
export function listEnded(context: Context): Promise<readonly EndedApplication[]> {
	return readEnded(context, null);
}

const readEnded = keptForOwner(
	async (transaction, ownerId): Promise<readonly EndedApplication[]> => {
		const { db } = transaction;
		const { clientId, endedAt } = connections;
		const ended = db
			.select({ clientId, at: max(endedAt).mapWith(Number).as('at') })
			.from(connections)
			.where(connectionsOf(db, ownerId))
			.groupBy(clientId)
			.having(eq(count(), count(endedAt)))
			.as('ended');
		const rows = await db
			.select({ clientId: ended.clientId, at: ended.at, name: applications.name })
			.from(ended)
			.innerJoin(applications, eq(applications.clientId, ended.clientId))
			.orderBy(desc(ended.at), asc(ended.clientId))
			.limit(MOST_ENDED);
		const who = await whoEndedLast(
			transaction,
			ownerId,
			rows.map((row) => row.clientId)
		);
		return rows.map((row) => {
			const { by = 'account', receipt = null } = who.get(row.clientId) ?? {};
			return { ...row, by, receipt };
		});
	}
);
