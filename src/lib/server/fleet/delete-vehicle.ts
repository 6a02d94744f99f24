import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { vehicles } from '../db/vehicle-schema.ts';
import { tellReceivers } from '../webhooks/watch.ts';
import { findLife } from './vehicles.ts';

/**
 * Takes a vehicle from its account. Its connections stand: what they are asked answers that the
 * account has lost it.
 *
 * @returns false when there is no such vehicle, or no longer.
 */
export async function deleteVehicle(context: Context, vehicleId: string): Promise<boolean> {
	return context.write(async (transaction) => {
		const { db, now } = transaction;
		const life = await findLife(transaction, vehicleId);
		if (!life) return false;
		await tellReceivers(transaction, { id: vehicleId, life });
		const deleted = await db
			.update(vehicles)
			.set({ deletedAt: now })
			.where(and(eq(vehicles.id, vehicleId), isNull(vehicles.deletedAt)))
			.returning({ id: vehicles.id });
		await tellReceivers(transaction, { id: vehicleId, life });
		return deleted.length > 0;
	});
}
