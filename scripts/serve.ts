import type { EventEmitter } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { pathToFileURL } from 'node:url';
import { SECURITY_HEADERS } from '../src/lib/server/headers.ts';
import { inProject } from './project.ts';

/** Milliseconds for a client to send its header, and its whole request. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;
/** Milliseconds an idle connection stays open for the next request. */
const KEEP_ALIVE_TIMEOUT = 5_000;
/** Milliseconds that running requests get once the server is told to stop. */
const SHUTDOWN_TIMEOUT = 5_000;

interface Address {
	readonly host: string;
	readonly port: number;
}

/** The address cannot be listened on. */
export class ListenError extends Error {
	override name = 'ListenError';
}

/**
 * Serves the build. The port is taken first, so that a second start fails before it touches
 * the database; requests that arrive meanwhile wait until the application is initialized.
 *
 * @throws {ListenError} when the address is in use or not ours.
 */
export async function serveBuild(address: Address): Promise<Server> {
	const handler = Promise.withResolvers<RequestListener>();
	const server = createServer((request, response) => {
		void handler.promise.then((handle) => handle(request, response));
	});
	server.headersTimeout = HEADERS_TIMEOUT;
	server.requestTimeout = REQUEST_TIMEOUT;
	server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT;
	await listen(server, address);
	try {
		handler.resolve(await loadHandler());
	} catch (error) {
		server.close();
		throw error;
	}
	stopOnSignal(server);
	return server;
}

function listen(server: Server, { host, port }: Address): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			reject(new ListenError(listenFault(error, { host, port }), { cause: error }));
		});
		server.listen({ host, port }, resolve);
	});
}

function listenFault(error: NodeJS.ErrnoException, { host, port }: Address): string {
	switch (error.code) {
		case 'EADDRINUSE':
			return `Port ${port} on ${host} is in use. Stop what uses it, or set PORT to another one.`;
		case 'EACCES':
			return `Port ${port} needs more rights than you have. Set PORT to one above 1023.`;
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
			return `HOST ${host} is not an address of this machine. Write 127.0.0.1 or leave it out.`;
		default:
			return `Cannot listen on ${host}:${port}: ${error.message}`;
	}
}

/** Answers what it is there for before the framework sees it; false for all other requests. */
type EarlyListener = (...args: Parameters<RequestListener>) => boolean;

async function loadHandler(): Promise<RequestListener> {
	let answersEarly: EarlyListener = () => false;
	// The application hands its listener over while it is loaded.
	const events: EventEmitter = process;
	events.once('valetkey:listener', (listener: EarlyListener) => (answersEarly = listener));
	const module: unknown = await import(pathToFileURL(inProject('build/handler.js')).href);
	if (!isHandlerModule(module)) throw new TypeError('build/handler.js exports no handler');
	return (request, response) => {
		// Files and redirects to another spelling are answered before the application's hooks.
		for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
		if (answersEarly(request, response)) return;
		module.handler(request, response, () => response.writeHead(404).end());
	};
}

interface HandlerModule {
	readonly handler: (...args: [...Parameters<RequestListener>, next: () => void]) => void;
}

function isHandlerModule(module: unknown): module is HandlerModule {
	return typeof module === 'object' && module !== null && 'handler' in module;
}

function stopOnSignal(server: Server): void {
	let stopping = false;
	// A terminal and npm both hand on the signal: the second one is not a wish for haste.
	function stop(signal: NodeJS.Signals) {
		if (stopping) return;
		stopping = true;
		setTimeout(() => server.closeAllConnections(), SHUTDOWN_TIMEOUT).unref();
		server.close(() => {
			// Kit's name for it: the application closes its database on this event.
			const events: EventEmitter = process;
			events.emit('sveltekit:shutdown', signal);
			process.exit(0);
		});
		server.closeIdleConnections();
	}
	for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
}
