import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import { and, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { connections } from '../../db/connect-schema.ts';
import { findPage, type FoundPage, type WantedPage } from '../../db/keyset.ts';
import { readEach } from '../../db/stored-json.ts';
import {
	compareWith,
	readConnection,
	selectConnections,
	type ComparedConnection
} from '../connections.ts';
import { endedOf, standsWith } from '../standing.ts';
import { isSearchedFor } from './search.ts';
import { lacksSome, tallyGrants, type LackingCount } from './tally.ts';

export const CONNECTIONS_PER_PAGE = 50;

/** Which connections are wanted, of those that a search finds. */
export interface WantedConnections {
	/** Access of the current version; null before the first. */
	readonly asked: readonly RequestedPermission[] | null;
	/** Leaves out those that lack nothing of it. */
	readonly onlyLacking: boolean;
	/** Leaves out those that were granted it, whatever is asked for now. */
	readonly lacks?: PermissionName | null;
	readonly onlyEnded?: boolean;
	/** Words, each a part of what {@link isSearchedFor} looks at. */
	readonly search?: string;
}

export interface ConnectionPage extends Omit<FoundPage, 'ids'> {
	/** Connections of the application. */
	readonly all: number;
	/** Those of them that the search finds. */
	readonly total: number;
	/** Those of the found that lack something. */
	readonly lacking: number;
	/** By permission that is asked for now, in scope order, where any of the found lacks it. */
	readonly lacks: readonly LackingCount[];
	/** Connections in this list, on all of its pages. */
	readonly listed: number;
	/** Connections that ended, which grant nothing, as far as the search finds them. */
	readonly ended: number;
	/** What its owner touched last comes first; of those that ended, what ended last. */
	readonly connections: readonly ComparedConnection[];
	/** Connections of this page that are left out, since they cannot be read. */
	readonly damaged: number;
}

/** One page of the connections, each beside what would be asked for now. */
export async function pageOfConnections(
	context: Context,
	clientId: string,
	{
		asked,
		onlyLacking,
		lacks = null,
		onlyEnded = false,
		search = '',
		...wanted
	}: WantedConnections & WantedPage
): Promise<ConnectionPage> {
	return context.read(async (transaction) => {
		const { db } = transaction;
		const found = isSearchedFor(db, search);
		const standing = and(standsWith(clientId), found);
		const tally = await tallyGrants(db, standing, asked);
		const ended = and(endedOf(clientId), found);
		const endedCount = await db.$count(connections, ended);
		const list = chooseList();
		const { ids, ...page } = await findPage(
			list.order,
			{ size: CONNECTIONS_PER_PAGE, count: list.count, wanted },
			async ({ where, orderBy, limit, offset }) =>
				db
					.select({ at: sql`${list.order.at}`.mapWith(Number), id: connections.id })
					.from(connections)
					.where(and(list.which, where))
					.orderBy(...orderBy)
					.limit(limit)
					.offset(offset)
		);
		const rows = await selectConnections(db, inArray(connections.id, [...ids]));
		const { read, damaged } = readEach(rows, readConnection);
		const inOrder = ids.flatMap((id) => read.find((one) => one.id === id) ?? []);
		return {
			...page,
			all: found ? await db.$count(connections, standsWith(clientId)) : tally.total,
			total: tally.total,
			lacking: tally.lacking,
			lacks: tally.lacks,
			listed: list.count,
			ended: endedCount,
			connections: inOrder.map((one) => compareWith(one, onlyEnded ? null : asked)),
			damaged
		};

		function chooseList() {
			if (onlyEnded) return { order: ORDER_OF_ENDED, count: endedCount, which: ended };
			if (lacks !== null) {
				const which = and(standing, lacksSome([lacks]));
				return { order: ORDER, count: tally.countLacking(lacks), which };
			}
			if (!onlyLacking) return { order: ORDER, count: tally.total, which: standing };
			// Where nothing is published there is nothing to lack.
			const names = (asked ?? []).map(({ name }) => name);
			return { order: ORDER, count: tally.lacking, which: and(standing, lacksSome(names)) };
		}
	});
}

const ORDER = {
	at: connections.updatedAt,
	id: connections.id,
	newestFirst: true,
	lastIdFirst: false
};

const ORDER_OF_ENDED = { ...ORDER, at: connections.endedAt };
