import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

/** The first word of the line by which a peer says that it can be asked. */
export const ANNOUNCEMENT = 'peer ';

/** What a peer tells of itself once it can be asked. */
export interface Peer {
	readonly url: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly redirectUri: string;
	readonly codes: readonly string[];
}

export function announce(peer: Peer): void {
	process.stdout.write(`${ANNOUNCEMENT}${JSON.stringify(peer)}\n`);
}

/** Listens on a free port of this machine. @returns the port */
export async function listen(handle: RequestListener): Promise<number> {
	const server = createServer(handle).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new TypeError('No port was given');
	return address.port;
}
