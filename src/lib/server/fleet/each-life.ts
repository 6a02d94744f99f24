import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readEach, readJson } from '../db/stored-json.ts';
import { vehicleLives, vehicles } from '../db/vehicle-schema.ts';
import { changeLives, type LifeChange, type LifeKey } from './change-life.ts';

/** Vehicles whose lives one write keeps, so that others do not wait for long. */
const LIVES_AT_A_TIME = 20;

/**
 * Goes through the kept lives of all vehicles that are there, some at a time. Who is stopped half-way
 * has kept what came before; what somebody else kept meanwhile stays.
 *
 * @param next how one goes on; null where nothing is to be kept
 */
export async function eachLife(
	context: Context,
	next: (kept: LifeKey, now: number) => LifeChange | null
): Promise<void> {
	for (let after = ''; ;) {
		const { last, lives, now } = await someLives(context, after);
		if (last === null) return;
		const later = lives.flatMap((kept) => {
			const change = next(kept, now);
			return change ? [{ ...kept, change }] : [];
		});
		const ids = later.map(({ id }) => id);
		if (ids.length > 0) await changeLives(context, ids, () => Promise.resolve(later));
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
