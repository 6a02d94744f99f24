import { pageOfConnections } from '#lib/server/connect/connection-list/page.ts';
import { getConnection, type Connection } from '#lib/server/connect/connections.ts';
import type { Context } from '#lib/server/context.ts';

/** The connections of an application that fit on a page; what its owner touched last comes first. */
export async function listConnections(
	context: Context,
	clientId: string
): Promise<readonly Connection[]> {
	const wanted = { asked: null, onlyLacking: false, page: 1 };
	const { connections } = await pageOfConnections(context, clientId, wanted);
	const read = await Promise.all(connections.map(({ id }) => getConnection(context, clientId, id)));
	return read.filter((connection) => connection !== null);
}
