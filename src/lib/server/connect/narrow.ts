import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import { and, inArray } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { recordConsent } from './consents.ts';
import type { Holder } from './holder.ts';
import { standsWith } from './standing.ts';
import { lookAgain } from './subscriptions.ts';

/** A connection, and less than it granted until now. */
interface Narrowed extends Omit<Holder, 'clientId'> {
	readonly id: string;
	readonly vehicleId: string;
	readonly asked: readonly RequestedPermission[];
	readonly version: number | null;
	readonly left: readonly PermissionName[];
}

/** Takes permissions out of what connections grant, in the name of an owner; part of a transaction. */
export async function narrowConnections(
	transaction: Transaction,
	clientId: string,
	{ narrowed, ownerId }: { readonly narrowed: readonly Narrowed[]; readonly ownerId: string }
): Promise<void> {
	const { db, now } = transaction;
	for (const alike of Map.groupBy(narrowed, sameConsent).values()) {
		const [first] = alike;
		if (!first) continue;
		const { left: granted, accountId, mode, asked, version } = first;
		const ids = alike.map(({ id }) => id);
		const changed = await db
			.update(connections)
			.set({ granted, narrowedAt: now })
			.where(and(standsWith(clientId), inArray(connections.id, ids)))
			.returning({ vehicleId: connections.vehicleId });
		await lookAgain(transaction, inArray(connections.id, ids));
		const vehicleIds = changed.map(({ vehicleId }) => vehicleId);
		if (vehicleIds.length === 0) continue;
		const held = { clientId, accountId, mode, vehicleIds };
		const consent = { ...held, asked, granted, version, language: null };
		await recordConsent(transaction, { ...consent, kind: 'narrowed', by: 'owner', ownerId });
	}
}

/** Tells which vehicles stand in one consent. */
const sameConsent = ({ accountId, mode, asked, version, left }: Narrowed): string =>
	JSON.stringify([accountId, mode, asked, version, left]);
