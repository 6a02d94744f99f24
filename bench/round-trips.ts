import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface CountedWay {
	/** The same database, by this way. */
	readonly url: string;
	/** How often an answer was waited for so far. */
	trips(): number;
	stop(): Promise<void>;
}

/**
 * A way to a database on which round trips are counted: something was sent after all before it was
 * answered. What is sent together is one of them.
 */
export async function countRoundTrips(url: string): Promise<CountedWay> {
	const { hostname, port } = new URL(url);
	const sockets = new Set<Socket>();
	let trips = 0;
	const server = createServer((client) => {
		const database = connect(Number(port), hostname);
		let isAsked = false;
		client.on('data', () => {
			if (!isAsked) trips += 1;
			isAsked = true;
		});
		database.on('data', () => (isAsked = false));
		client.pipe(database).pipe(client);
		for (const socket of [client, database]) {
			sockets.add(socket.setNoDelay(true));
			socket.on('error', () => socket.destroy());
		}
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new TypeError('No port was given');
	const way = new URL(url);
	way.port = String(address.port);
	return {
		url: way.href,
		trips: () => trips,
		async stop() {
			for (const socket of sockets) socket.destroy();
			await once(server.close(), 'close');
		}
	};
}
