import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import { formatScope, REQUIRED_PREFIX } from '#lib/access/scope-format.ts';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { clock } from '../clock.ts';
import { prepareOnce } from '../db/connection.ts';
import type { Db } from '../db/open.ts';
import { approvedScopes, authorizations, connections } from '../db/connect-schema.ts';
import { digestOf, randomToken } from './digest.ts';
import { rulesOf, type Protocol } from './protocol.ts';
import { endSession, type ConnectSession, type EndedSession } from './sessions.ts';

// Prepared, since an owner may have many vehicles.
const statements = prepareOnce((db) => ({
	connect: db
		.insert(connections)
		.values({
			id: sql.placeholder('id'),
			clientId: sql.placeholder('clientId'),
			vehicleId: sql.placeholder('vehicleId'),
			ownerId: sql.placeholder('ownerId'),
			granted: sql.placeholder('granted'),
			asked: sql.placeholder('asked'),
			version: sql.placeholder('version'),
			user: sql.placeholder('user'),
			createdAt: sql.placeholder('now'),
			updatedAt: sql.placeholder('now')
		})
		.onConflictDoUpdate({
			target: [connections.clientId, connections.vehicleId],
			set: {
				ownerId: sql`excluded.owner_id`,
				granted: sql`excluded.granted`,
				asked: sql`excluded.asked`,
				version: sql`excluded.version`,
				user: sql`excluded.user`,
				updatedAt: sql`excluded.updated_at`
			}
		})
		.returning({ id: connections.id })
		.prepare(),
	approve: db
		.insert(approvedScopes)
		.values({
			connectionId: sql.placeholder('connectionId'),
			scope: sql.placeholder('scope')
		})
		.onConflictDoNothing()
		.prepare()
}));

interface Approval {
	readonly granted: readonly PermissionName[];
	readonly vehicleIds: readonly string[];
}

/** Milliseconds in which a second press on the same button still counts as the first. */
const DOUBLE_PRESS = 10_000;

/**
 * Grants access: connects the vehicles, gives out a code unless none was asked for, and ends the
 * session; part of a transaction.
 *
 * @returns the code; null where none was asked for.
 */
export function approve(
	db: Db,
	session: ConnectSession & { readonly ownerId: string },
	{ granted, vehicleIds }: Approval,
	protocol: Protocol
): string | null {
	const { request, clientId, ownerId } = session;
	connectVehicles(db, session, { granted, vehicleIds });
	const code = request.responseType === 'code' ? randomToken(rulesOf(protocol).tokenForm) : null;
	const authorizationId = db
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
			createdAt: clock.now()
		})
		.returning({ id: authorizations.id })
		.get().id;
	const refused = request.asked.map(({ name }) => name).filter((name) => !granted.includes(name));
	endSession(db, session.id, { outcome: 'granted', authorizationId, refused });
	return code;
}

function connectVehicles(
	db: Db,
	{ clientId, ownerId, request }: ConnectSession & { readonly ownerId: string },
	{ granted, vehicleIds }: Approval
): void {
	const { asked, version, user } = request;
	const now = clock.now();
	detachEarlier(db, { clientId, ownerId }, vehicleIds);
	for (const vehicleId of vehicleIds) {
		const facts = { clientId, vehicleId, ownerId, granted, asked, version, user, now };
		const { id } = statements().connect.get({ id: randomUUID(), ...facts });
		rememberApproval(db, id, asked, granted);
	}
	storeExternalId(db, clientId, ownerId, request.externalId);
}

/** A refusal is remembered by forgetting what was agreed to before with the permission in it. */
function rememberApproval(
	db: Db,
	connectionId: string,
	asked: readonly RequestedPermission[],
	granted: readonly PermissionName[]
): void {
	const refused = asked.filter(({ name }) => !granted.includes(name));
	if (refused.length === 0) {
		const scope = formatScope(asked);
		statements().approve.run({ connectionId, scope });
		return;
	}
	for (const { name } of refused) {
		db.delete(approvedScopes)
			.where(
				and(
					eq(approvedScopes.connectionId, connectionId),
					sql`instr(' ' || replace(${approvedScopes.scope}, ${REQUIRED_PREFIX}, '') || ' ', ${` ${name} `}) > 0`
				)
			)
			.run();
	}
}

/**
 * A vehicle that was disconnected and comes back does so by this consent alone: what earlier ones
 * gave out does not reach it again, whatever the clock said then.
 */
function detachEarlier(
	db: Db,
	{ clientId, ownerId }: { readonly clientId: string; readonly ownerId: string },
	vehicleIds: readonly string[]
): void {
	const connected = db
		.select({ vehicleId: connections.vehicleId })
		.from(connections)
		.where(and(eq(connections.clientId, clientId), inArray(connections.vehicleId, [...vehicleIds])))
		.all();
	const known = new Set(connected.map(({ vehicleId }) => vehicleId));
	const fresh = vehicleIds.filter((id) => !known.has(id));
	if (fresh.length === 0) return;
	db.update(authorizations)
		.set({
			vehicleIds: sql`(select json_group_array(held.value) from json_each(${authorizations.vehicleIds}) held
				where held.value not in (select value from json_each(${JSON.stringify(fresh)})))`
		})
		.where(and(eq(authorizations.clientId, clientId), eq(authorizations.ownerId, ownerId)))
		.run();
}

/** A new session replaces the id that is stored with the owner; the word null clears it. */
export function storeExternalId(
	db: Db,
	clientId: string,
	ownerId: string,
	externalId: string | null
): void {
	if (externalId === null) return;
	db.update(connections)
		.set({ externalId: externalId === 'null' ? null : externalId })
		.where(and(eq(connections.clientId, clientId), eq(connections.ownerId, ownerId)))
		.run();
}

/**
 * The vehicles for which an owner once agreed to exactly this access, with nothing refused then or of
 * it since; the consent screen is not shown again. Null when there are none.
 */
export function approvedBefore(
	db: Db,
	{ clientId, request }: ConnectSession,
	ownerId: string,
	offered: readonly { readonly id: string }[]
): Approval | null {
	if (request.approvalPrompt === 'force' || offered.length === 0) return null;
	const ids = offered.map(({ id }) => id);
	const known = db
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
		)
		.all();
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
export function approveAgain(
	db: Db,
	{ authorizationId, endedAt, request }: EndedSession,
	{ granted, vehicleIds }: Approval,
	protocol: Protocol
): { readonly code: string | null } | null {
	if (authorizationId === null || endedAt === null) return null;
	if (clock.now() - endedAt > DOUBLE_PRESS) return null;
	const [first] = db
		.select({ scope: authorizations.scope, vehicleIds: authorizations.vehicleIds })
		.from(authorizations)
		.where(eq(authorizations.id, authorizationId))
		.all();
	const same =
		first?.scope === granted.join(' ') && first.vehicleIds.join(' ') === vehicleIds.join(' ');
	if (!same) return null;
	if (request.responseType !== 'code') return { code: null };
	const code = randomToken(rulesOf(protocol).tokenForm);
	const { changes } = db
		.update(authorizations)
		.set({ codeDigest: digestOf(code) })
		.where(and(eq(authorizations.id, authorizationId), isNull(authorizations.codeUsedAt)))
		.run();
	return changes === 1 ? { code } : null;
}
