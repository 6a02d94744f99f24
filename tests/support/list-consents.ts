import type { Context } from '#lib/server/context.ts';
import { consents } from '#lib/server/db/consent-schema.ts';
import { readJson } from '#lib/server/db/stored-json.ts';
import { asc } from 'drizzle-orm';

/** All consents, the first one first. */
export async function listConsents(context: Context) {
	const rows = await context.read(async ({ db }) =>
		db.select().from(consents).orderBy(asc(consents.id))
	);
	return rows.map(({ vehicleIds, asked, granted, ...row }) => ({
		...row,
		vehicleIds: readJson(vehicleIds, String(row.id)),
		asked: readJson(asked, String(row.id)),
		granted: readJson(granted, String(row.id))
	}));
}
