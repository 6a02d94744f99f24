import { and, eq, type SQL } from 'drizzle-orm';
import type { CONSENT_ACTORS } from '../../connect/consent-record.ts';
import type { Context, Transaction } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { readEach, readJson } from '../db/stored-json.ts';
import { recordConsents } from './consents.ts';
import { standsWith } from './standing.ts';
import { endSubscriptions } from './subscriptions.ts';

/**
 * Ends a connection in the name of who runs the dashboard. The application's tokens reach only vehicles
 * that are connected, so they lose this one at the same moment.
 *
 * @returns false when there is none of this id, or no longer.
 */
export async function disconnect(context: Context, clientId: string, id: string): Promise<boolean> {
	return context.write(async (transaction) => {
		const which = eq(connections.id, id);
		return (await endConnections(transaction, clientId, { which, by: 'operator' })).length > 0;
	});
}

/** What is told of a connection that has ended just now; there may be thousands. */
const TOLD = {
	id: connections.id,
	accountId: connections.accountId,
	mode: connections.mode,
	vehicleId: connections.vehicleId,
	asked: connections.asked,
	version: connections.version
};
export type EndedConnection = Pick<typeof connections.$inferSelect, keyof typeof TOLD>;

/** Which connections end, and who ends them. */
interface Ending {
	readonly which: SQL | undefined;
	readonly by: (typeof CONSENT_ACTORS)[number];
	/** Of the person who does so in the portal. */
	readonly ownerId?: string;
	/** What this is to the application: its end, unless it goes on with other vehicles. */
	readonly kind?: 'revoked' | 'narrowed';
}

/** Ends those of an application's connections that are meant; part of a transaction. */
export async function endConnections(
	transaction: Transaction,
	clientId: string,
	{ which, by, ownerId, kind = 'revoked' }: Ending
): Promise<readonly EndedConnection[]> {
	const { db, now } = transaction;
	const ended = await db
		.update(connections)
		.set({ endedAt: now, endedBy: by })
		.where(and(standsWith(clientId), which))
		.returning(TOLD);
	const acts = [...Map.groupBy(ended, sameConsent).values()];
	const told = acts.flatMap(([one, ...others]) => {
		if (!one) return [];
		const { id, accountId, mode, version } = one;
		// What cannot be read keeps nobody from ending it; it is told as nothing.
		const asked = readEach([one], () => readJson(one.asked, id)).read.flat();
		const vehicleIds = [one, ...others].map(({ vehicleId }) => vehicleId);
		const held = { clientId, accountId, mode, vehicleIds };
		const nothing = { ...held, asked, granted: [], version, language: null };
		return { ...nothing, kind, by, ownerId } as const;
	});
	await recordConsents(transaction, told);
	if (ended.length > 0) await endSubscriptions(transaction, clientId);
	return ended;
}

/** What ends together for the same account and request is one consent, of however many vehicles. */
const sameConsent = ({ accountId, mode, version, asked }: EndedConnection) =>
	JSON.stringify([accountId, mode, version, asked]);
