import type { RequestedPermission } from '#lib/access/request-review.ts';
import { and, asc, desc, inArray } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { connections } from '../../db/connect-schema.ts';
import { readEach } from '../../db/stored-json.ts';
import {
	compareWith,
	readConnection,
	selectConnections,
	type ComparedConnection
} from '../connections.ts';
import { standsWith } from '../standing.ts';
import type { WantedConnections } from './page.ts';
import { isSearchedFor } from './search.ts';
import { lacksSome } from './tally.ts';

/** Connections that are read at a time, so that any number of them takes little memory. */
export const ASKED_AT_A_TIME = 200;

/** Those of a list that lack something of the current version, in its order. */
export async function findToAskAgain(
	context: Context,
	clientId: string,
	{ asked, lacks = null, search = '' }: Pick<WantedConnections, 'asked' | 'lacks' | 'search'>
): Promise<readonly string[]> {
	return context.read(async ({ db }) => {
		const rows = await db
			.select({ id: connections.id })
			.from(connections)
			.where(
				and(
					standsWith(clientId),
					isSearchedFor(db, search),
					lacksSome((asked ?? []).map(({ name }) => name)),
					lacks === null ? undefined : lacksSome([lacks])
				)
			)
			.orderBy(desc(connections.updatedAt), asc(connections.id));
		return rows.map(({ id }) => id);
	});
}

/**
 * Reads what was found, some at a time. What ended or was granted meanwhile is left out, as is what
 * cannot be read.
 */
export async function* readToAskAgain(
	context: Context,
	clientId: string,
	{
		ids,
		asked
	}: { readonly ids: readonly string[]; readonly asked: readonly RequestedPermission[] }
): AsyncGenerator<readonly ComparedConnection[]> {
	for (let first = 0; first < ids.length; first += ASKED_AT_A_TIME) {
		const some = ids.slice(first, first + ASKED_AT_A_TIME);
		const rows = await context.read(({ db }) =>
			selectConnections(db, and(standsWith(clientId), inArray(connections.id, some)))
		);
		const byId = new Map(readEach(rows, readConnection).read.map((one) => [one.id, one]));
		yield some
			.flatMap((id) => byId.get(id) ?? [])
			.map((one) => compareWith(one, asked))
			.filter(({ gap }) => gap !== null && gap.missing.length > 0);
	}
}
