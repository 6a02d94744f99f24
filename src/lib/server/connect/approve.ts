import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import { formatScope, parseScope } from '#lib/access/scope.ts';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../context.ts';
import { approvedScopes, authorizations, connections } from '../db/connect-schema.ts';
import { digestOf, randomToken } from './digest.ts';
import { rulesOf, type Protocol } from '#lib/connect/protocol.ts';
import {
	endSession,
	nameAuthorization,
	type ConnectSession,
	type EndedSession
} from './sessions.ts';

interface Approval {
	readonly granted: readonly PermissionName[];
	readonly vehicleIds: readonly string[];
}

/** Milliseconds in which a second press on the same button still counts as the first. */
const DOUBLE_PRESS = 10_000;

/**
 * Grants access: ends the session, connects the vehicles, and gives out a code unless none was asked
 * for; part of a transaction.
 *
 * @returns the code, null where none was asked for; null where the session was at its end already.
 */
export async function approve(
	transaction: Transaction,
	session: ConnectSession & { readonly ownerId: string },
	{ granted, vehicleIds }: Approval,
	protocol: Protocol
): Promise<{ readonly code: string | null } | null> {
	const { request, clientId, ownerId } = session;
	const refused = request.asked.map(({ name }) => name).filter((name) => !granted.includes(name));
	if (!(await endSession(transaction, session.id, { outcome: 'granted', refused }))) return null;
	await connectVehicles(transaction, session, { granted, vehicleIds });
	const code = request.responseType === 'code' ? randomToken(rulesOf(protocol).tokenForm) : null;
	const authorized = await transaction.db
		.insert(authorizations)
		.values({
			clientId,
			ownerId,
			vehicleIds,
			scope: granted.join(' '),
			codeDigest: code === null ? null : digestOf(code),
			redirectUri: request.redirectUri,
			redirectUriSent: request.redirectUriSent,
			codeChallenge: request.codeChallenge,
			createdAt: transaction.now
		})
		.returning({ id: authorizations.id });
	for (const { id } of authorized) await nameAuthorization(transaction, session.id, id);
	return { code };
}

async function connectVehicles(
	transaction: Transaction,
	{ clientId, ownerId, request }: ConnectSession & { readonly ownerId: string },
	{ granted, vehicleIds }: Approval
): Promise<void> {
	const { db, now } = transaction;
	const { asked, version, user } = request;
	await detachEarlier(transaction, { clientId, ownerId }, vehicleIds);
	const facts = { clientId, ownerId, granted, asked, version, user };
	const connected = await db
		.insert(connections)
		.values(
			vehicleIds.map((vehicleId) => ({
				...facts,
				id: randomUUID(),
				vehicleId,
				createdAt: now,
				updatedAt: now
			}))
		)
		.onConflictDoUpdate({
			target: [connections.clientId, connections.vehicleId],
			set: { ...facts, updatedAt: now }
		})
		.returning({ id: connections.id });
	const ids = connected.map(({ id }) => id);
	await rememberApproval(transaction, ids, asked, granted);
	await storeExternalId(transaction, clientId, ownerId, request.externalId);
}

/** A refusal is remembered by forgetting what was agreed to before with the permission in it. */
async function rememberApproval(
	{ db }: Transaction,
	connectionIds: readonly string[],
	asked: readonly RequestedPermission[],
	granted: readonly PermissionName[]
): Promise<void> {
	const refused = asked.map(({ name }) => name).filter((name) => !granted.includes(name));
	if (refused.length === 0) {
		const scope = formatScope(asked);
		await db
			.insert(approvedScopes)
			.values(connectionIds.map((connectionId) => ({ connectionId, scope })))
			.onConflictDoNothing();
		return;
	}
	const ours = inArray(approvedScopes.connectionId, [...connectionIds]);
	const known = await db
		.selectDistinct({ scope: approvedScopes.scope })
		.from(approvedScopes)
		.where(ours);
	const forgotten = known
		.map(({ scope }) => scope)
		.filter((scope) => parseScope(scope).permissions.some(({ name }) => refused.includes(name)));
	if (forgotten.length === 0) return;
	await db.delete(approvedScopes).where(and(ours, inArray(approvedScopes.scope, forgotten)));
}

/**
 * A vehicle that was disconnected and comes back does so by this consent alone: what earlier ones
 * gave out does not reach it again, whatever the clock said then.
 */
async function detachEarlier(
	{ db }: Transaction,
	{ clientId, ownerId }: { readonly clientId: string; readonly ownerId: string },
	vehicleIds: readonly string[]
): Promise<void> {
	const connected = await db
		.select({ vehicleId: connections.vehicleId })
		.from(connections)
		.where(
			and(eq(connections.clientId, clientId), inArray(connections.vehicleId, [...vehicleIds]))
		);
	const known = new Set(connected.map(({ vehicleId }) => vehicleId));
	const fresh = new Set(vehicleIds.filter((id) => !known.has(id)));
	if (fresh.size === 0) return;
	const earlier = await db
		.select({ id: authorizations.id, vehicleIds: authorizations.vehicleIds })
		.from(authorizations)
		.where(and(eq(authorizations.clientId, clientId), eq(authorizations.ownerId, ownerId)));
	for (const { id, vehicleIds: held } of earlier) {
		const kept = held.filter((vehicleId) => !fresh.has(vehicleId));
		if (kept.length === held.length) continue;
		await db.update(authorizations).set({ vehicleIds: kept }).where(eq(authorizations.id, id));
	}
}

/** A new session replaces the id that is stored with the owner; the word null clears it. */
export async function storeExternalId(
	{ db }: Transaction,
	clientId: string,
	ownerId: string,
	externalId: string | null
): Promise<void> {
	if (externalId === null) return;
	await db
		.update(connections)
		.set({ externalId: externalId === 'null' ? null : externalId })
		.where(and(eq(connections.clientId, clientId), eq(connections.ownerId, ownerId)));
}

/**
 * The vehicles for which an owner once agreed to exactly this access, with nothing refused then or of
 * it since; the consent screen is not shown again. Null when there are none.
 */
export async function approvedBefore(
	{ db }: Transaction,
	{ clientId, request }: ConnectSession,
	ownerId: string,
	offered: readonly { readonly id: string }[]
): Promise<Approval | null> {
	if (request.approvalPrompt === 'force' || offered.length === 0) return null;
	const ids = offered.map(({ id }) => id);
	const known = await db
		.select({ vehicleId: connections.vehicleId })
		.from(connections)
		.innerJoin(approvedScopes, eq(approvedScopes.connectionId, connections.id))
		.where(
			and(
				eq(connections.clientId, clientId),
				eq(connections.ownerId, ownerId),
				inArray(connections.vehicleId, ids),
				eq(approvedScopes.scope, formatScope(request.asked))
			)
		);
	if (known.length === 0 || (request.singleSelect && known.length > 1)) return null;
	return {
		granted: request.asked.map(({ name }) => name),
		vehicleIds: ids.filter((id) => known.some(({ vehicleId }) => vehicleId === id))
	};
}

/**
 * Answers a second press on Allow that says the same as the first: the consent stands, its code,
 * where it has one, is replaced by a new one as long as nobody exchanged it; part of a transaction.
 * Null when it says something else, or the session ended otherwise or too long ago.
 */
export async function approveAgain(
	{ db, now }: Transaction,
	{ authorizationId, endedAt, request }: EndedSession,
	{ granted, vehicleIds }: Approval,
	protocol: Protocol
): Promise<{ readonly code: string | null } | null> {
	if (authorizationId === null || endedAt === null) return null;
	if (now - endedAt > DOUBLE_PRESS) return null;
	const [first] = await db
		.select({ scope: authorizations.scope, vehicleIds: authorizations.vehicleIds })
		.from(authorizations)
		.where(eq(authorizations.id, authorizationId));
	const same =
		first?.scope === granted.join(' ') && first.vehicleIds.join(' ') === vehicleIds.join(' ');
	if (!same) return null;
	if (request.responseType !== 'code') return { code: null };
	const code = randomToken(rulesOf(protocol).tokenForm);
	const replaced = await db
		.update(authorizations)
		.set({ codeDigest: digestOf(code) })
		.where(and(eq(authorizations.id, authorizationId), isNull(authorizations.codeUsedAt)))
		.returning({ id: authorizations.id });
	return replaced.length > 0 ? { code } : null;
}
