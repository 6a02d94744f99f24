import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { applications } from '../db/schema.ts';
import { gone, OK, type Outcome } from '../outcome.ts';

/** The largest limit of calls that can be set. */
export const MAX_MONTHLY_CALLS = 9_999_999;

/** Calls of one vehicle that a month may see; null where nothing limits them. */
export async function readMonthlyLimit(context: Context, clientId: string): Promise<number | null> {
	const [row] = await context.read(({ db }) =>
		db
			.select({ limit: applications.monthlyCalls })
			.from(applications)
			.where(eq(applications.clientId, clientId))
	);
	return row?.limit ?? null;
}

export async function updateMonthlyLimit(
	context: Context,
	clientId: string,
	limit: number | null
): Promise<Outcome> {
	return context.write(async ({ db, machineNow }) => {
		const updated = await db
			.update(applications)
			.set({ monthlyCalls: limit, updatedAt: machineNow })
			.where(eq(applications.clientId, clientId))
			.returning({ clientId: applications.clientId });
		return updated.length > 0 ? OK : gone('application');
	});
}
