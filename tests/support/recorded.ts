import { readJson } from '#lib/server/db/stored-json.ts';
import { requests } from '#lib/server/db/recorder-schema.ts';
import type { Context } from '#lib/server/context.ts';
import { RECORDING } from '#lib/server/programs/record/stage.ts';
import { takePart } from '#lib/server/programs/standing-stages.ts';
import { flushRequests, forgetRequests } from '#lib/server/recorder/request-log.ts';
import { asc } from 'drizzle-orm';

/** Has the requests of a storage taken note of, from now on. */
export function record(context: Context): void {
	takePart(context, RECORDING);
	// A storage that tests share did so before.
	forgetRequests(context);
}

/** All that was taken note of, the oldest first. */
export async function recorded(context: Context) {
	await flushRequests(context);
	const rows = await context.read(({ db }) => db.select().from(requests).orderBy(asc(requests.id)));
	return rows.map((row) => ({ ...row, sides: readJson(row.sides, String(row.id)) }));
}
