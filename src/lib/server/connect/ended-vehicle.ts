import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { authorizations, connections } from '../db/connect-schema.ts';
import { consents } from '../db/consent-schema.ts';
import { readJson } from '../db/stored-json.ts';
import { toldIds } from '../db/vehicle-schema.ts';
import { endedOf } from './standing.ts';
import type { AccessGrant } from './token/access-token.ts';
import { isToVehicle, OF_THE_VEHICLE, TOLD_USER_ID, TOLD_VEHICLE_ID } from './told-ids.ts';

/** Who asks: a whole application, or the token of one of its users. */
interface Asking {
	readonly clientId: string;
	readonly grant: AccessGrant | null;
}

/**
 * Whether who asks reached a vehicle until its connection ended; part of a transaction. A token reached
 * what its owner consented to with it, and never what another consent gave.
 */
export async function hadVehicle(
	transaction: Transaction,
	{ clientId, grant }: Asking,
	{
		vehicleId: told,
		userId
	}: { readonly vehicleId: string | undefined; readonly userId: string | null }
): Promise<boolean> {
	if (told === undefined) return false;
	const rows = await transaction.db
		.select({
			vehicleId: connections.vehicleId,
			accountId: connections.accountId,
			mode: connections.mode,
			toldId: TOLD_VEHICLE_ID,
			userId: TOLD_USER_ID
		})
		.from(connections)
		.leftJoin(toldIds, OF_THE_VEHICLE)
		.where(and(endedOf(clientId), isToVehicle(told)));
	const ended = rows.filter(
		(row) => row.toldId === told && (userId === null || row.userId === userId)
	);
	if (ended.length === 0 || !grant) return ended.length > 0;
	const agreed = await agreedTo(transaction, grant);
	return ended.some(
		({ vehicleId, accountId, mode }) =>
			accountId === grant.accountId && mode === grant.mode && agreed.has(vehicleId)
	);
}

/**
 * The vehicles that a token was for. The authorization forgets those that were connected anew by
 * another consent; the consent that it came of does not.
 */
async function agreedTo(
	{ db }: Transaction,
	{ authorizationId }: AccessGrant
): Promise<ReadonlySet<string>> {
	const rows = await db
		.select({ held: authorizations.vehicleIds, consented: consents.vehicleIds })
		.from(authorizations)
		.leftJoin(consents, eq(consents.id, authorizations.consentId))
		.where(eq(authorizations.id, authorizationId));
	const row = String(authorizationId);
	const ids = rows.flatMap(({ held, consented }) => readJson(consented ?? held, row));
	return new Set(ids);
}
