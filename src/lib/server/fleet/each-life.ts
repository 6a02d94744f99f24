import type { Vehicle } from '#lib/vehicles/kept.ts';
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readEach, readJson } from '../db/stored-json.ts';
import { vehicleLives, vehicles } from '../db/vehicle-schema.ts';
import { keepLife, type LifeKey } from './lives.ts';

/** Vehicles whose lives one write keeps, so that others do not wait for long. */
const LIVES_AT_A_TIME = 20;

/** A life as it is kept. */
export interface KeptLife extends LifeKey {
	readonly life: Vehicle;
}

/**
 * Goes through the kept lives of all vehicles that are there, some at a time. Who is stopped half-way
 * has kept what came before; what somebody else kept meanwhile stays.
 *
 * @param next the life to keep in place of one; the same for nothing to keep
 */
export async function eachLife(
	context: Context,
	next: (kept: KeptLife, now: number) => Vehicle
): Promise<void> {
	for (let after = ''; ;) {
		const { last, lives, now } = await someLives(context, after);
		if (last === null) return;
		const later = lives.flatMap((kept) => {
			const life = next(kept, now);
			return life === kept.life ? [] : [{ ...kept, life }];
		});
		if (later.length > 0) await keepLives(context, later);
		// Requests come in between.
		await new Promise((resolve) => setImmediate(resolve));
		after = last;
	}
}

/** @returns with the last vehicle of these; null where there are no more */
function someLives(context: Context, after: string) {
	return context.read(async ({ db, now }) => {
		const rows = await db
			.select({
				id: vehicleLives.vehicleId,
				life: vehicleLives.life,
				revision: vehicleLives.revision
			})
			.from(vehicleLives)
			.innerJoin(vehicles, eq(vehicles.id, vehicleLives.vehicleId))
			.where(and(gt(vehicleLives.vehicleId, after), isNull(vehicles.deletedAt)))
			.orderBy(asc(vehicleLives.vehicleId))
			.limit(LIVES_AT_A_TIME);
		const { read } = readEach(rows, (row) => ({ ...row, life: readJson(row.life, row.id) }));
		return { last: rows.at(-1)?.id ?? null, lives: read, now };
	});
}

function keepLives(context: Context, lives: readonly KeptLife[]): Promise<void> {
	return context.write(async (transaction) => {
		for (const kept of lives) await keepLife(transaction, kept, kept.life);
	});
}
