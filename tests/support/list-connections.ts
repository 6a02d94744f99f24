import { pageOfConnections, type Connection } from '#lib/server/connections.ts';
import type { Context } from '#lib/server/context.ts';

/** The connections of an application that fit on a page; what its owner touched last comes first. */
export async function listConnections(
	context: Context,
	clientId: string
): Promise<readonly Connection[]> {
	const wanted = { asked: null, onlyLacking: false, page: 1 };
	const { connections } = await pageOfConnections(context, clientId, wanted);
	return connections.map(({ gap, ...connection }) => connection);
}
