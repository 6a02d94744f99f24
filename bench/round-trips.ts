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
	const target = new URL(url);
	const sockets = new Set<Socket>();
	let trips = 0;
	const server = createServer((client) => {
		const database = connect(Number(target.port), target.hostname);
		let isAsked = false;
		client.on('data', (bytes) => {
			if (!isAsked) trips += 1;
			isAsked = true;
			database.write(bytes);
		});
		database.on('data', (bytes) => {
			isAsked = false;
			client.write(bytes);
		});
		for (const [one, other] of [
			[client, database],
			[database, client]
		] as const) {
			sockets.add(one.setNoDelay(true));
			one.on('error', () => {}).on('close', () => other.destroy());
		}
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new TypeError('No port was given');
	target.port = String(address.port);
	return {
		url: target.href,
		trips: () => trips,
		async stop() {
			for (const socket of sockets) socket.destroy();
			await once(server.close(), 'close');
		}
	};
}
