import { and, count, eq, max } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { vehicleCalls } from '../../db/call-schema.ts';
import { monthOf } from '../../month.ts';

/** How an application called its vehicles this month. */
export interface CallTally {
	/** Vehicles that were called. */
	readonly vehicles: number;
	/** Calls of the one that was called most. */
	readonly most: number;
}

/** As far as it is written down: a call of the last seconds may be missing. */
export async function tallyCalls(context: Context, clientId: string): Promise<CallTally> {
	const [row] = await context.read(async ({ db, now }) =>
		db
			.select({ vehicles: count(), most: max(vehicleCalls.calls) })
			.from(vehicleCalls)
			.where(and(eq(vehicleCalls.clientId, clientId), eq(vehicleCalls.month, monthOf(now))))
	);
	return { vehicles: row?.vehicles ?? 0, most: row?.most ?? 0 };
}
