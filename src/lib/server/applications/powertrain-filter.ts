import type { PowertrainFilter } from '#lib/access/kept.ts';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { isGiven, named, prepared } from '../db/prepared.ts';
import { applications } from '../db/schema.ts';
import { readJson } from '../db/stored-json.ts';
import { gone, OK, type Outcome } from '../outcome.ts';

const statements = prepared((db) => ({
	find: named(
		db
			.select({ filter: applications.powertrainFilter })
			.from(applications)
			.where(isGiven(applications.clientId, 'clientId')),
		'find_powertrain_filter'
	)
}));

/** @returns null where the application never chose, and lets all in */
export async function readPowertrainFilter(
	context: Context,
	clientId: string
): Promise<PowertrainFilter | null> {
	const [row] = await context.read(({ db }) => statements(db).find.execute({ clientId }));
	return row?.filter ? readJson(row.filter, clientId) : null;
}

/** Acts on owners who connect from then on. */
export async function updatePowertrainFilter(
	context: Context,
	clientId: string,
	filter: PowertrainFilter
): Promise<Outcome> {
	return context.write(async ({ db, machineNow }) => {
		const updated = await db
			.update(applications)
			.set({ powertrainFilter: filter, updatedAt: machineNow })
			.where(eq(applications.clientId, clientId))
			.returning({ clientId: applications.clientId });
		return updated.length > 0 ? OK : gone('application');
	});
}
