import { lt, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { vehicleCalls } from '../../db/call-schema.ts';

/** Calls of an application to one vehicle, in one month. */
export interface CountedCalls {
	readonly clientId: string;
	readonly vehicleId: string;
	/** `YYYY-MM` */
	readonly month: string;
}

/**
 * Takes one call of those that a month has, whoever else does so at the same moment.
 *
 * @returns false where none is left.
 */
export async function spendCall(
	context: Context,
	counted: CountedCalls,
	limit: number
): Promise<boolean> {
	if (limit < 1) return false;
	return context.writeTogether(async ({ db }) => {
		const spent = await db
			.insert(vehicleCalls)
			.values({ ...counted, calls: 1 })
			.onConflictDoUpdate({
				target: [vehicleCalls.clientId, vehicleCalls.vehicleId, vehicleCalls.month],
				set: { calls: sql`${vehicleCalls.calls} + 1` },
				setWhere: lt(vehicleCalls.calls, limit)
			})
			.returning({ calls: vehicleCalls.calls });
		return spent.length > 0;
	});
}
