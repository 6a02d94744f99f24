import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import smartcar from 'smartcar';

/** What a receiver reads of a delivery. */
export interface Told {
	readonly eventId: string;
	readonly eventType: string;
	readonly triggers?: readonly { readonly type: string; readonly signal?: { code: string } }[];
	readonly data: {
		readonly challenge?: string;
		readonly vehicle?: { readonly id: string };
		readonly signals?: readonly { readonly code: string; readonly body?: { value?: unknown } }[];
		readonly errors?: readonly { readonly code: string | null; readonly state: string }[];
	};
	readonly meta: { readonly deliveryId: string; readonly mode?: string };
}

/** A receiver as a developer writes one by the platform's documentation and its SDK for Node. */
export interface UsersReceiver {
	readonly uri: string;
	/** Deliveries that it took, in the order in which they came. */
	readonly taken: readonly Told[];
	/** How many of the next deliveries it answers with 500. */
	failures: number;
	close(): Promise<void>;
}

export async function startUsersReceiver(managementToken: string): Promise<UsersReceiver> {
	const taken: Told[] = [];
	const receiver = { uri: '', taken, failures: 0, close };
	const server = createServer((request, response) => {
		let text = '';
		request.setEncoding('utf8').on('data', (piece: string) => (text += piece));
		request.on('end', () => {
			const event = JSON.parse(text) as Told;
			if (event.eventType === 'VERIFY') {
				const challenge = smartcar.hashChallenge(managementToken, event.data.challenge ?? '');
				response.writeHead(200, { 'content-type': 'application/json' });
				response.end(JSON.stringify({ challenge }));
				return;
			}
			const signature = String(request.headers['sc-signature']);
			if (!smartcar.verifyPayload(managementToken, signature, event)) {
				response.writeHead(401).end();
			} else if (receiver.failures > 0) {
				receiver.failures -= 1;
				response.writeHead(500).end();
			} else {
				taken.push(event);
				response.writeHead(204).end();
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	receiver.uri = `http://127.0.0.1:${port}/webhooks`;
	return receiver;

	async function close(): Promise<void> {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
}
