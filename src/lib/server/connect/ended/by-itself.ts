import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { rulesOf } from '#lib/connect/protocol.ts';
import { and, eq, inArray, isNull, max } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { machineClients, sandboxSettings } from '../../db/client-schema.ts';
import { authorizations, tokenPairs } from '../../db/connect-schema.ts';
import { readEach, readJson } from '../../db/stored-json.ts';
import type { Holder } from '../holder.ts';

/** When access ends, should its owner do nothing. Times are the rehearsal's. */
export interface EndByItself {
	readonly at: number;
	/** Whether using it puts that off. */
	readonly ifUnused: boolean;
}

/** A vehicle that is connected to an application. */
interface Connected extends Holder {
	readonly vehicleId: string;
}

/**
 * When the last refresh token of each application runs out that reaches one of these vehicles, or ran
 * out, whatever time it is; part of a transaction. An application that has none, or reaches vehicles by
 * machine clients as well, is missing: nothing of it ends so.
 */
export async function endsByItself(
	{ db }: Transaction,
	connected: readonly Connected[]
): Promise<ReadonlyMap<string, EndByItself>> {
	const clientIds = [...new Set(connected.map(({ clientId }) => clientId))];
	const accountIds = [...new Set(connected.map(({ accountId }) => accountId))];
	const { authorizationId, issuedAt, refreshedAt, refreshOverAt } = tokenPairs;
	const alive = db
		.select({ authorizationId, issuedAt: max(issuedAt).mapWith(Number).as('last_issued_at') })
		.from(tokenPairs)
		.innerJoin(authorizations, eq(authorizations.id, authorizationId))
		.where(
			and(
				inArray(authorizations.clientId, clientIds),
				inArray(authorizations.accountId, accountIds),
				isNull(authorizations.revokedAt),
				isNull(refreshedAt),
				isNull(refreshOverAt)
			)
		)
		.groupBy(authorizationId)
		.as('alive');
	const rows = await db
		.select({
			authorization: authorizations,
			issuedAt: alive.issuedAt,
			protocol: sandboxSettings.protocol
		})
		.from(alive)
		.innerJoin(authorizations, eq(authorizations.id, alive.authorizationId))
		.leftJoin(sandboxSettings, eq(sandboxSettings.clientId, authorizations.clientId));
	const machines = await db
		.selectDistinct({ clientId: machineClients.clientId })
		.from(machineClients)
		.where(inArray(machineClients.clientId, clientIds));
	const lasting = new Set(machines.map(({ clientId }) => clientId));
	const held = new Set(connected.map(keyOf));
	const ends = new Map<string, EndByItself>();
	for (const { authorization, issuedAt, protocol } of rows) {
		const { clientId, createdAt } = authorization;
		const { read, damaged } = readEach([authorization], ({ id, vehicleIds }) =>
			readJson(vehicleIds, String(id))
		);
		// It may be the one that lasts longest, so that no end is told.
		if (damaged > 0) lasting.add(clientId);
		const vehicleIds = read.flat();
		const reaches = vehicleIds.some((vehicleId) =>
			held.has(keyOf({ ...authorization, vehicleId }))
		);
		const ifUnused = rulesOf(protocol ?? 'platform').refreshLifeFrom === 'token';
		const at = (ifUnused ? issuedAt : createdAt) + LIFETIMES.refreshToken;
		if (!reaches || lasting.has(clientId)) continue;
		if (at > (ends.get(clientId)?.at ?? 0)) ends.set(clientId, { at, ifUnused });
	}
	for (const clientId of lasting) ends.delete(clientId);
	return ends;
}

/** What is still to come at a time; null where nothing ends by itself, or it did. */
export function stillAhead(end: EndByItself | null | undefined, now: number): EndByItself | null {
	return end && end.at > now ? end : null;
}

const keyOf = ({ clientId, accountId, mode, vehicleId }: Connected) =>
	`${clientId} ${accountId} ${mode} ${vehicleId}`;
