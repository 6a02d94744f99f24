import type { RequestedPermission } from '#lib/access/request-review.ts';
import { and, inArray, notLike, or, sql, type SQL } from 'drizzle-orm';
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
import { GRANTS_TEXT } from '../grant-groups.ts';
import { endedOf, standsWith } from '../standing.ts';

export const CONNECTIONS_PER_PAGE = 50;

export interface ConnectionPage extends Omit<FoundPage, 'ids'> {
	/** Connections of the application. */
	readonly total: number;
	/** Those of them that lack something. */
	readonly lacking: number;
	/** Connections that ended, which grant nothing. */
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
		onlyEnded = false,
		...wanted
	}: WantedPage & {
		/** Access of the current version; null before the first. */
		readonly asked: readonly RequestedPermission[] | null;
		readonly onlyLacking: boolean;
		readonly onlyEnded?: boolean;
	}
): Promise<ConnectionPage> {
	return context.read(async (transaction) => {
		const { db } = transaction;
		const total = await db.$count(connections, standsWith(clientId));
		const lacks = asked && lacking(asked);
		const lackingCount = lacks ? await db.$count(connections, and(standsWith(clientId), lacks)) : 0;
		const ended = await db.$count(connections, endedOf(clientId));
		// Where nothing is published there is nothing to lack.
		const some = onlyLacking ? (lacks ?? sql`1 = 0`) : undefined;
		const list = onlyEnded
			? { order: ORDER_OF_ENDED, count: ended, which: endedOf(clientId) }
			: {
					order: ORDER,
					count: onlyLacking ? lackingCount : total,
					which: and(standsWith(clientId), some)
				};
		const { ids, ...found } = await findPage(
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
			...found,
			total,
			lacking: lackingCount,
			ended,
			connections: inOrder.map((one) => compareWith(one, onlyEnded ? null : asked)),
			damaged
		};
	});
}

const ORDER = {
	at: connections.updatedAt,
	id: connections.id,
	newestFirst: true,
	lastIdFirst: false
};

const ORDER_OF_ENDED = { ...ORDER, at: connections.endedAt };

/** What {@link grantGap} calls missing, for the database to count; undefined where nothing can be. */
function lacking(asked: readonly RequestedPermission[]): SQL | undefined {
	const names = asked.map(({ name }) => notLike(GRANTS_TEXT, `%"${name}"%`));
	return names.length === 0 ? sql`1 = 0` : or(...names);
}
