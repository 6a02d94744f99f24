import { count, isNull } from 'drizzle-orm';
import { standsWith } from '../connect/standing.ts';
import type { Context } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { vehicles } from '../db/vehicle-schema.ts';

/** Every page of an application says how many there are, and no page waits for a long count. */
export const MOST_COUNTED = 100;

/** Vehicles of the sandbox and connections of an application, at most {@link MOST_COUNTED} of each. */
export async function countRehearsed(
	context: Context,
	clientId: string
): Promise<{ readonly vehicles: number; readonly connections: number }> {
	return context.read(async ({ db }) => {
		const there = db
			.select({ id: vehicles.id })
			.from(vehicles)
			.where(isNull(vehicles.deletedAt))
			.limit(MOST_COUNTED)
			.as('there');
		const standing = db
			.select({ id: connections.id })
			.from(connections)
			.where(standsWith(clientId))
			.limit(MOST_COUNTED)
			.as('standing');
		const [ofVehicles] = await db.select({ number: count() }).from(there);
		const [ofConnections] = await db.select({ number: count() }).from(standing);
		return { vehicles: ofVehicles?.number ?? 0, connections: ofConnections?.number ?? 0 };
	});
}
