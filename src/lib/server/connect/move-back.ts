import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { connectSessions } from '../db/session-schema.ts';

/**
 * Moves all that happened to connections and sessions by the same span, which keeps what came before
 * what; part of the transaction that puts the clock back, since a part of them moved would move again.
 * The screens of a session are told by how long after its first they came, and keep their times.
 *
 * @param by milliseconds
 */
export async function moveBack({ db }: Transaction, by: number): Promise<void> {
	const earlier = (column: AnyColumn): SQL => sql`${column} - ${by}`;
	const { createdAt, updatedAt, narrowedAt, endedAt } = connections;
	await db.update(connections).set({
		createdAt: earlier(createdAt),
		updatedAt: earlier(updatedAt),
		narrowedAt: earlier(narrowedAt),
		endedAt: earlier(endedAt)
	});
	const { startedAt, touchedAt, endedAt: overAt } = connectSessions;
	await db.update(connectSessions).set({
		startedAt: earlier(startedAt),
		touchedAt: earlier(touchedAt),
		endedAt: earlier(overAt)
	});
}
