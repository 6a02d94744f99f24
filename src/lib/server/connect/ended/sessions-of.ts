import { inArray } from 'drizzle-orm';
import { connectSessions } from '../../db/session-schema.ts';
import type { Db } from '../../engine.ts';

/** The sessions that consents came of, by the ids of the authorizations. */
export async function sessionsOf(
	db: Db,
	given: readonly { readonly authorizationId: number }[]
): Promise<ReadonlyMap<number, string>> {
	const ids = [...new Set(given.map(({ authorizationId }) => authorizationId))];
	if (ids.length === 0) return new Map();
	const { id, authorizationId } = connectSessions;
	const rows = await db
		.select({ id, authorizationId })
		.from(connectSessions)
		.where(inArray(authorizationId, ids));
	return new Map(
		rows.flatMap((row) => (row.authorizationId === null ? [] : [[row.authorizationId, row.id]]))
	);
}
