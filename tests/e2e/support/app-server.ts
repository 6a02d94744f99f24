import { createServer } from 'node:http';
import { once } from 'node:events';

/** The app of a test, on a port of its own: whatever Connect leads back to. */
export interface AppServer {
	readonly origin: string;
	/** Where owners come back to; to be registered as a redirect URI. */
	readonly callback: string;
	/** Serves a text at a path, from now on. */
	serve(path: string, type: string, text: string): void;
	/** Sends whoever comes to a path on to another address, from now on. */
	sendOn(path: string, address: string): void;
	close(): Promise<void>;
}

const page = (title: string): string =>
	`<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>${title}</title>`;

export async function startAppServer(): Promise<AppServer> {
	const files = new Map([['/callback', { type: 'text/html', text: page('Back in the app') }]]);
	const addresses = new Map<string, string>();
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const address = addresses.get(pathname);
		if (address !== undefined) {
			response.writeHead(302, { location: address }).end();
			return;
		}
		const file = files.get(pathname);
		response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' });
		response.end(file?.text ?? 'Nothing is here.');
	});
	server.listen(0, 'localhost');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	const origin = `http://localhost:${port}`;
	return {
		origin,
		callback: `${origin}/callback`,
		serve: (path, type, text) => files.set(path, { type, text }),
		sendOn: (path, address) => addresses.set(path, address),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
