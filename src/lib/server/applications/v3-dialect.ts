import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { isGiven, named, prepared } from '../db/prepared.ts';
import { applications, V3_DIALECTS } from '../db/schema.ts';
import { gone, OK, type Outcome } from '../outcome.ts';

export { V3_DIALECTS };
export type V3Dialect = (typeof V3_DIALECTS)[number];

const statements = prepared((db) => ({
	find: named(
		db
			.select({ dialect: applications.v3Dialect })
			.from(applications)
			.where(isGiven(applications.clientId, 'clientId')),
		'find_v3_dialect'
	)
}));

/** In which form API v3 answers an application. */
export async function readV3Dialect(context: Context, clientId: string): Promise<V3Dialect> {
	const [row] = await context.read(({ db }) => statements(db).find.execute({ clientId }));
	return row?.dialect ?? '2026';
}

export async function updateV3Dialect(
	context: Context,
	clientId: string,
	v3Dialect: V3Dialect
): Promise<Outcome> {
	return context.write(async ({ db, machineNow: updatedAt }) => {
		const updated = await db
			.update(applications)
			.set({ v3Dialect, updatedAt })
			.where(eq(applications.clientId, clientId))
			.returning({ clientId: applications.clientId });
		return updated.length > 0 ? OK : gone('application');
	});
}
