import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { recordConsent } from './consents.ts';
import { standsWith } from './standing.ts';

/**
 * Ends a connection in the name of who runs the dashboard. The application's tokens reach only vehicles
 * that are connected, so they lose this one at the same moment.
 *
 * @returns false when there is none of this id, or no longer.
 */
export async function disconnect(context: Context, clientId: string, id: string): Promise<boolean> {
	return context.write(async (transaction) => {
		const { db, now } = transaction;
		const by = 'operator';
		const [ended] = await db
			.update(connections)
			.set({ endedAt: now, endedBy: by })
			.where(and(standsWith(clientId), eq(connections.id, id)))
			.returning();
		if (!ended) return false;
		const { accountId, mode, vehicleId, asked, version } = ended;
		const held = { clientId, accountId, mode, vehicleIds: [vehicleId] };
		const nothing = { ...held, asked, granted: [], version, language: null };
		await recordConsent(transaction, { ...nothing, kind: 'revoked', by });
		return true;
	});
}
