import type { PermissionName } from '#lib/access/permission.ts';
import {
	decideTakeBack,
	type Disconnecting,
	type Held,
	type TakenThing
} from '#lib/owners/take-back.ts';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { forgetAllApprovals, forgetApprovals } from '../../connect/approvals.ts';
import { endConnections } from '../../connect/disconnect.ts';
import { narrowConnections } from '../../connect/narrow.ts';
import type { Context, Transaction } from '../../context.ts';
import { connections } from '../../db/connect-schema.ts';
import { refuse, type Refused } from '../../outcome.ts';
import { ownerIdOf } from '../actor.ts';
import { readGiven } from './read-given.ts';
import { connectionsOf } from './scope.ts';

export type TakeBackRefusal =
	/** The application does not have it, or no longer: nothing is changed. */
	| { readonly code: 'not-given' }
	/** All would have to be revoked: nothing is changed. */
	| { readonly code: 'disconnects'; readonly data: { readonly because: Disconnecting } };

/**
 * Takes one permission or one vehicle of an owner's accounts back from an application, whoever gave it;
 * the rest goes on. When this answers, it is stored.
 *
 * @returns null where the application, or the vehicle, never was one of theirs, whether there is such a
 * one or not
 */
export async function takeBack(
	context: Context,
	clientId: string,
	taken: TakenThing
): Promise<{ readonly ok: true } | Refused<TakeBackRefusal> | null> {
	const ownerId = ownerIdOf(context);
	return context.write(async (transaction) => {
		const rows = await reachedOnce(transaction, ownerId, clientId);
		const isTheirs = rows.some(({ id }) => !('connectionId' in taken) || id === taken.connectionId);
		if (!isTheirs) return null;
		const held = rows.filter(({ endedAt }) => endedAt === null);
		const decision = decideTakeBack(held, taken);
		if (decision.kind === 'nothing') return refuse({ code: 'not-given' });
		if (decision.kind === 'disconnects') {
			return refuse({ code: 'disconnects', data: { because: decision.because } });
		}
		const left = held.flatMap((one) => {
			const kept = decision.left.get(one.id);
			return kept ? [{ ...one, left: kept }] : [];
		});
		const narrowed = left.filter((one) => one.left.length > 0);
		const names: readonly PermissionName[] = 'permission' in taken ? [taken.permission] : [];
		// Also of vehicles that do not give it now, but did as a whole with others: it would come back unasked.
		await forgetApprovals(
			transaction,
			held.map(({ id }) => id),
			names
		);
		await narrowConnections(transaction, clientId, { narrowed, ownerId });
		await endNarrowed(
			transaction,
			clientId,
			ownerId,
			left.filter((one) => one.left.length === 0)
		);
		return { ok: true };
	});
}

/** Ends some of the connections, where others stay; who wants them back is asked for all of the account. */
async function endNarrowed(
	transaction: Transaction,
	clientId: string,
	ownerId: string,
	ended: readonly Reached[]
): Promise<void> {
	const which = inArray(
		connections.id,
		ended.map(({ id }) => id)
	);
	await endConnections(transaction, clientId, { which, by: 'owner', ownerId, kind: 'narrowed' });
	const accounts = Map.groupBy(ended, ({ accountId, mode }) => `${accountId} ${mode}`);
	for (const [one] of accounts.values()) {
		if (one) await forgetAllApprovals(transaction, { ...one, clientId });
	}
}

interface Reached extends Held {
	readonly accountId: string;
	readonly vehicleId: string;
	readonly mode: (typeof connections.$inferSelect)['mode'];
	readonly endedAt: number | null;
}

/** Every connection that the application has, or had, with the owner's accounts. */
async function reachedOnce(
	{ db }: Transaction,
	ownerId: string,
	clientId: string
): Promise<readonly Reached[]> {
	const rows = await db
		.select({
			id: connections.id,
			accountId: connections.accountId,
			vehicleId: connections.vehicleId,
			mode: connections.mode,
			granted: connections.granted,
			asked: connections.asked,
			version: connections.version,
			updatedAt: connections.updatedAt,
			endedAt: connections.endedAt
		})
		.from(connections)
		.where(and(connectionsOf(db, ownerId), eq(connections.clientId, clientId)))
		// What was asked last is what the page takes for it, also where two consents have the same time.
		.orderBy(asc(connections.createdAt), asc(connections.id));
	return rows.map((row) => ({ ...row, ...readGiven(row.id, row) }));
}
