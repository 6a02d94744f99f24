import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { vehicles } from '../db/vehicle-schema.ts';

/**
 * Takes a vehicle from its account. Its connections stand: what they are asked answers that the
 * account has lost it.
 *
 * @returns false when there is no such vehicle, or no longer.
 */
export async function deleteVehicle(context: Context, vehicleId: string): Promise<boolean> {
	const deleted = await context.write(({ db, now }) =>
		db
			.update(vehicles)
			.set({ deletedAt: now })
			.where(and(eq(vehicles.id, vehicleId), isNull(vehicles.deletedAt)))
			.returning({ id: vehicles.id })
	);
	return deleted.length > 0;
}
