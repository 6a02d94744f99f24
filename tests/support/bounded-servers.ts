import { createBoundedServer } from '#lib/server/door/bounded-server.ts';
import { LIMITS, type Limits } from '#lib/server/door/limits.ts';
import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach } from 'vitest';
import { openConnection } from './raw-connection.ts';

/** Milliseconds between two looks of a server at its connections. */
export const CHECK = 20;

export const getOf = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
export const GET = getOf('/');

export const hello: RequestListener = (_request, response) => response.end('hello');

/** Gives what starts a server with some limits of its own, for the time of one test. */
export function useBoundedServers() {
	const servers: Server[] = [];
	afterEach(() => {
		for (const server of servers.splice(0)) {
			server.closeAllConnections();
			server.close();
		}
	});
	return async (limits: Partial<Limits>, handle: RequestListener): Promise<Server> => {
		const server = createBoundedServer({ ...LIMITS, check: CHECK, ...limits }, handle, () => {});
		servers.push(server);
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		return server;
	};
}

/** A connection as the client sees it, and the promise that the server closed it. */
export async function openBothEnds(server: Server) {
	const accepted = once(server, 'connection');
	const client = await openConnection(server);
	const [socket]: Socket[] = await accepted;
	if (!socket) throw new TypeError('A connection has a socket');
	return { client, closed: once(socket, 'close') };
}
