import { and, asc, gt, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { vehicles } from '../db/vehicle-schema.ts';
import { keptVehicleOf, selectVehicles, type KeptVehicle } from './vehicles.ts';

/** Most vehicles that are listed at a time. */
export const MOST_VEHICLES_LISTED = 1000;

/**
 * Some of the vehicles that are there, by their ids.
 *
 * @param after id of the last one that was listed before; empty at first
 */
export function listVehicles(
	context: Context,
	{ after, most }: { readonly after: string; readonly most: number }
): Promise<readonly KeptVehicle[]> {
	return context.read(async (transaction) => {
		const rows = await selectVehicles(transaction.db)
			.where(and(gt(vehicles.id, after), isNull(vehicles.deletedAt)))
			.orderBy(asc(vehicles.id))
			.limit(Math.min(most, MOST_VEHICLES_LISTED));
		return rows.map((row) => keptVehicleOf(row, transaction));
	});
}
