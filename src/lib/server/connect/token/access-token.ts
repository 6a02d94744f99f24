import type { PermissionName } from '#lib/access/permission.ts';
import type { ConnectMode } from '#lib/connect/session-data.ts';
import { isOver, LIFETIMES } from '#lib/connect/lifetimes.ts';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Context, Transaction } from '../../context.ts';
import { authorizations, connections, tokenPairs } from '../../db/connect-schema.ts';
import { named, prepared } from '../../db/prepared.ts';
import { toldIds } from '../../db/vehicle-schema.ts';
import { digestText } from '../../digest.ts';
import { keptRead } from '../../kept-read.ts';
import { OF_THE_VEHICLE, TOLD_VEHICLE_ID } from '../told-ids.ts';
import { handedIn, pairOf } from './find-pair.ts';
import { AUTHORIZATION_COLUMNS, OF_THE_SAME_ACCOUNT } from './issue.ts';
import { readReach } from './reach.ts';

/** A vehicle that a token reaches, with what of it. */
interface ReachedVehicle {
	/** By which its application knows it. */
	readonly id: string;
	/** Its own. */
	readonly vehicleId: string;
	readonly connectionId: string;
	readonly permissions: readonly PermissionName[];
}

/** What the holder of an access token may reach at this moment. */
export interface AccessGrant {
	readonly authorizationId: number;
	readonly clientId: string;
	readonly accountId: string;
	readonly mode: ConnectMode;
	/** Names the token where it is counted. */
	readonly tokenDigest: string;
	/** None where every connection ended. */
	readonly vehicles: readonly ReachedVehicle[];
}

/** A token that nobody ended, whatever the time is. */
interface StoredToken {
	readonly issuedAt: number;
	readonly grant: AccessGrant;
}

const statements = prepared((db) => ({
	find: named(
		db
			.select({
				...AUTHORIZATION_COLUMNS,
				connectionId: connections.id,
				toldId: toldIds.id,
				tokenScope: tokenPairs.scope,
				issuedAt: tokenPairs.issuedAt,
				accessRevokedAt: tokenPairs.accessRevokedAt
			})
			.from(tokenPairs)
			.innerJoin(authorizations, eq(authorizations.id, tokenPairs.authorizationId))
			.leftJoin(connections, OF_THE_SAME_ACCOUNT)
			.leftJoin(toldIds, OF_THE_VEHICLE)
			.where(eq(tokenPairs.id, pairOf(db, tokenPairs.accessDigest)))
			// One order, since the vehicles are read page by page.
			.orderBy(asc(connections.createdAt), asc(TOLD_VEHICLE_ID)),
		'find_access_token'
	),
	markOver: named(
		db
			.update(tokenPairs)
			.set({ accessRevokedAt: sql`${sql.placeholder('now')}` })
			.where(
				and(
					eq(tokenPairs.id, pairOf(db, tokenPairs.accessDigest)),
					isNull(tokenPairs.accessRevokedAt)
				)
			),
		'mark_access_token_over'
	)
}));

const OUT_OF_TIME = 'out of time';

/** @returns null for a token that is unknown, revoked, or out of time. */
export async function findAccessGrant(
	context: Context,
	token: string
): Promise<AccessGrant | null> {
	const grant = await context.read((transaction) => lookUpGrant(transaction, token));
	if (grant !== OUT_OF_TIME) return grant;
	await context.write(({ db, now }) =>
		statements(db).markOver.execute({ ...handedIn(context, token), now })
	);
	return null;
}

/**
 * The same as part of a transaction that only reads. That a token is out of time is not noted then:
 * {@link findAccessGrant} does that.
 */
export async function readAccessGrant(
	transaction: Transaction,
	token: string
): Promise<AccessGrant | null> {
	const grant = await lookUpGrant(transaction, token);
	return grant === OUT_OF_TIME ? null : grant;
}

async function lookUpGrant(
	transaction: Transaction,
	token: string
): Promise<AccessGrant | typeof OUT_OF_TIME | null> {
	const stored = await findToken(transaction, token);
	if (!stored) return null;
	const isOutOfTime = isOver(stored.issuedAt, LIFETIMES.accessToken, transaction.now);
	return isOutOfTime ? OUT_OF_TIME : stored.grant;
}

const findToken = keptRead(digestText, readToken, (stored) =>
	Math.max(1, stored?.grant.vehicles.length ?? 0)
);

async function readToken({ db, key }: Transaction, token: string): Promise<StoredToken | null> {
	const rows = await statements(db).find.execute(handedIn({ key }, token));
	const [found] = rows;
	if (!found || found.revokedAt !== null || found.accessRevokedAt !== null) return null;
	const { id: authorizationId, clientId, accountId, mode, issuedAt } = found;
	const reached = readReach(found, rows).vehicles;
	const byVehicle = new Map(rows.map((row) => [row.vehicleId, row]));
	const held = found.tokenScope?.split(' ');
	const vehicles = reached.flatMap(({ id: vehicleId, permissions }) => {
		const { toldId = null, connectionId = null } = byVehicle.get(vehicleId) ?? {};
		if (connectionId === null) return [];
		const narrowed = held ? permissions.filter((name) => held.includes(name)) : permissions;
		return [{ id: toldId ?? vehicleId, vehicleId, connectionId, permissions: narrowed }];
	});
	const tokenDigest = digestText(token);
	return {
		issuedAt,
		grant: { authorizationId, clientId, accountId, mode, tokenDigest, vehicles }
	};
}
