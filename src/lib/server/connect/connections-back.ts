import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { connections } from '../db/connect-schema.ts';

/**
 * Moves all that happened to connections by the same span, which keeps what came before what; part of
 * the transaction that puts the clock back, since a part of them moved would move again.
 *
 * @param by milliseconds
 */
export async function moveConnectionsBack({ db }: Transaction, by: number): Promise<void> {
	const earlier = (column: AnyColumn): SQL => sql`${column} - ${by}`;
	const { createdAt, updatedAt, endedAt } = connections;
	await db.update(connections).set({
		createdAt: earlier(createdAt),
		updatedAt: earlier(updatedAt),
		endedAt: earlier(endedAt)
	});
}
