import { once } from 'node:events';
import { connect, type Server, type Socket } from 'node:net';

/** A connection on which a test writes what no client library would. */
export interface RawConnection {
	readonly socket: Socket;
	/** Resolves with all that was read, once the other side closed it. */
	readonly closed: Promise<string>;
	/** Resolves once this text was read. */
	read(text: string): Promise<string>;
}

export async function openConnection(server: Server): Promise<RawConnection> {
	const socket = connect(portOf(server), '127.0.0.1');
	await once(socket, 'connect');
	let received = '';
	socket.on('data', (chunk: Buffer) => (received += chunk.toString('latin1')));
	// A connection that is reset is closed, too.
	socket.on('error', () => {});
	const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(received)));
	return {
		socket,
		closed,
		read: (text) =>
			new Promise((resolve, reject) => {
				const look = () => {
					if (received.includes(text)) resolve(received);
				};
				socket.on('data', look);
				look();
				void closed.then(() => reject(new Error(`Closed before ${text}; read: ${received}`)));
			})
	};
}

export function portOf(server: Server): number {
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new TypeError('It does not listen');
	return address.port;
}
