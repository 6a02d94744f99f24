import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import smartcar from 'smartcar';
import { z } from 'zod';

interface Received {
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** A receiver of webhooks as a user of the SDK writes it. */
export interface WebhookReceiver {
	readonly uri: string;
	readonly received: readonly Received[];
	/** Its management token; empty before it has one. */
	token: string;
	close(): void;
}

const Event = z.object({
	eventType: z.string(),
	data: z.object({ challenge: z.string().optional() })
});

export async function startReceiver(): Promise<WebhookReceiver> {
	const received: Received[] = [];
	const state = { uri: '', received, token: '', close: () => {} };
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (piece) => (body += String(piece)));
		request.on('end', () => {
			const { data } = Event.parse(JSON.parse(body));
			if (data.challenge === undefined) {
				received.push({ headers: request.headers, body });
				response.end();
				return;
			}
			const challenge = smartcar.hashChallenge(state.token, data.challenge);
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ challenge }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return Object.assign(state, {
		uri: `http://127.0.0.1:${port}/smartcar`,
		close: () => {
			server.closeAllConnections();
			server.close();
		}
	});
}
