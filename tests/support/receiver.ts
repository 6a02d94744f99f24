import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from 'vitest';

/** Something that a receiver was sent. */
export interface Received {
	readonly method: string;
	readonly url: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

/** A receiver of webhooks on this machine, which a test tells how to answer. */
export interface Receiver {
	readonly uri: string;
	readonly port: number;
	readonly received: readonly Received[];
	/** Takes all that comes, with 200, until told otherwise. */
	answer: (received: Received, response: ServerResponse) => void;
	/** Connections that it took. */
	connections: number;
}

/** A receiver for each test of the file. */
export function useReceiver(): Receiver {
	const received: Received[] = [];
	const state = { uri: '', port: 0, received, answer: take, connections: 0 };
	const server = createServer((request, response) => {
		const pieces: Buffer[] = [];
		request.on('data', (piece: Buffer) => pieces.push(piece));
		request.on('end', () => {
			const { method = '', url = '', headers } = request;
			const one = { method, url, headers, body: Buffer.concat(pieces) };
			received.push(one);
			state.answer(one, response);
		});
	});
	server.on('connection', () => (state.connections += 1));
	beforeEach(async () => {
		received.length = 0;
		Object.assign(state, { answer: take, connections: 0 });
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		Object.assign(state, { port, uri: `http://127.0.0.1:${port}/hook` });
	});
	afterEach(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	return state;
}

function take(_received: Received, response: ServerResponse): void {
	response.end();
}
