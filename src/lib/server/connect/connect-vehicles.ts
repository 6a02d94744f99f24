import { formatScope } from '#lib/access/scope.ts';
import { externalIdToStore, refusedOf, type Approval } from '#lib/connect/journey/approval.ts';
import type { ConnectSession } from '#lib/connect/journey/session.ts';
import type { ConnectRequest } from '#lib/connect/session-data.ts';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../context.ts';
import { approvedScopes, authorizations, connections } from '../db/connect-schema.ts';
import { readJson } from '../db/stored-json.ts';
import { forgetApprovals } from './approvals.ts';
import { takePassword } from './brand-passwords.ts';
import { heldBy, type Holder } from './holder.ts';
import { STANDING } from './standing.ts';
import { subscribeConnected } from './subscriptions.ts';
import { isToVehicle } from './told-ids.ts';

/** Connects vehicles to an application, or grants anew what they have; part of a transaction. */
export async function connectVehicles(
	transaction: Transaction,
	{ clientId, accountId, request }: ConnectSession & { readonly accountId: string },
	{ granted, vehicleIds }: Approval
): Promise<void> {
	const { db, now } = transaction;
	const { asked, version, user, mode } = request;
	const holder = { clientId, accountId, mode };
	await detachEarlier(transaction, holder, vehicleIds);
	const facts = { ...holder, granted, asked, version, user, updatedAt: now, narrowedAt: null };
	const connected = await db
		.insert(connections)
		.values(
			vehicleIds.map((vehicleId) => ({ ...facts, id: randomUUID(), vehicleId, createdAt: now }))
		)
		.onConflictDoUpdate({
			target: [connections.clientId, connections.vehicleId, connections.mode],
			targetWhere: STANDING,
			set: facts
		})
		.returning({ id: connections.id });
	const ids = connected.map(({ id }) => id);
	await rememberApproval(transaction, ids, request, granted);
	await takePassword(transaction, holder);
	await storeExternalId(transaction, holder, externalIdToStore(request));
	await subscribeConnected(transaction, clientId, ids);
}

/** Remembers what was agreed to as a whole, or forgets it where something of it is refused. */
async function rememberApproval(
	transaction: Transaction,
	connectionIds: readonly string[],
	request: ConnectRequest,
	granted: Approval['granted']
): Promise<void> {
	const refused = refusedOf(request, granted);
	if (refused.length === 0) {
		const scope = formatScope(request.asked);
		await transaction.db
			.insert(approvedScopes)
			.values(connectionIds.map((connectionId) => ({ connectionId, scope })))
			.onConflictDoNothing();
		return;
	}
	await forgetApprovals(transaction, connectionIds, refused);
}

/**
 * A vehicle that was disconnected and comes back does so by this consent alone: what earlier ones
 * gave out does not reach it again, whatever the clock said then.
 */
async function detachEarlier(
	{ db }: Transaction,
	holder: Holder,
	vehicleIds: readonly string[]
): Promise<void> {
	const connected = await db
		.select({ vehicleId: connections.vehicleId })
		.from(connections)
		.where(and(heldBy(holder), inArray(connections.vehicleId, [...vehicleIds])));
	const known = new Set(connected.map(({ vehicleId }) => vehicleId));
	const fresh = new Set(vehicleIds.filter((id) => !known.has(id)));
	if (fresh.size === 0) return;
	const earlier = await db
		.select({ id: authorizations.id, vehicleIds: authorizations.vehicleIds })
		.from(authorizations)
		.where(
			and(
				eq(authorizations.clientId, holder.clientId),
				eq(authorizations.accountId, holder.accountId),
				eq(authorizations.mode, holder.mode)
			)
		);
	for (const { id, vehicleIds: held } of earlier) {
		const before = readJson(held, String(id));
		const kept = before.filter((vehicleId) => !fresh.has(vehicleId));
		if (kept.length === before.length) continue;
		await db.update(authorizations).set({ vehicleIds: kept }).where(eq(authorizations.id, id));
	}
}

interface ApprovedVehicle {
	readonly vehicleId: string;
	/** What its owner was asked last. */
	readonly asked: ConnectRequest['asked'];
}

/**
 * The vehicles for which an owner agreed to exactly this access, that of the last consent first; part
 * of a transaction.
 */
export async function findApproved(
	{ db }: Transaction,
	{ clientId, request }: ConnectSession,
	accountId: string,
	vehicleIds: readonly string[]
): Promise<readonly ApprovedVehicle[]> {
	if (vehicleIds.length === 0) return [];
	const rows = await db
		.select({ vehicleId: connections.vehicleId, asked: connections.asked })
		.from(connections)
		.innerJoin(approvedScopes, eq(approvedScopes.connectionId, connections.id))
		.where(
			and(
				heldBy({ clientId, accountId, mode: request.mode }),
				inArray(connections.vehicleId, [...vehicleIds]),
				eq(approvedScopes.scope, formatScope(request.asked))
			)
		)
		.orderBy(desc(connections.updatedAt));
	return rows.map(({ vehicleId, asked }) => ({ vehicleId, asked: readJson(asked, vehicleId) }));
}

/**
 * Notes that an owner signed in again for a vehicle, and with it for all that the account has
 * connected to the application; part of a transaction.
 *
 * @returns false where the owner holds no connection to it.
 */
export async function noteSignIn(
	transaction: Transaction,
	{
		vehicleId,
		...holder
	}: Holder & {
		/** As the application knows it. */
		readonly vehicleId: string;
	}
): Promise<boolean> {
	const noted = await transaction.db
		.update(connections)
		.set({ updatedAt: transaction.now })
		.where(and(heldBy(holder), isToVehicle(vehicleId)))
		.returning({ id: connections.id });
	if (noted.length === 0) return false;
	await takePassword(transaction, holder);
	return true;
}

/** @param externalId replaces the id that is stored with the owner; undefined changes nothing */
export async function storeExternalId(
	{ db }: Transaction,
	holder: Holder,
	externalId: string | null | undefined
): Promise<void> {
	if (externalId === undefined) return;
	await db.update(connections).set({ externalId }).where(heldBy(holder));
}
