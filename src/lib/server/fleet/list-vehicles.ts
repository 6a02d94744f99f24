import { and, asc, gt, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readEach } from '../db/stored-json.ts';
import { vehicles } from '../db/vehicle-schema.ts';
import { keptVehicleOf, selectVehicles, type KeptVehicle } from './vehicles.ts';

/** Most vehicles that are listed at a time. */
export const MOST_VEHICLES_LISTED = 1000;

/**
 * Some of the vehicles that are there, by their ids, without those whose life is damaged.
 *
 * @param after id of the last one that was listed before; empty at first
 * @returns `next` to list those after them; null where there are none
 */
export function listVehicles(
	context: Context,
	{ after, most }: { readonly after: string; readonly most: number }
): Promise<{ readonly vehicles: readonly KeptVehicle[]; readonly next: string | null }> {
	const limit = Math.min(most, MOST_VEHICLES_LISTED);
	return context.read(async (transaction) => {
		const rows = await selectVehicles(transaction.db)
			.where(and(gt(vehicles.id, after), isNull(vehicles.deletedAt)))
			.orderBy(asc(vehicles.id))
			.limit(limit);
		const { read } = readEach(rows, (row) => keptVehicleOf(row, transaction));
		return { vehicles: read, next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
	});
}
