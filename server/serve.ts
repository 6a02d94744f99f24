import type { EventEmitter } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { resolve } from 'node:path';
import { MAX_BODY_BYTES } from '../src/lib/server/http/limits.ts';
import { createBoundedServer } from '../src/lib/server/door/bounded-server.ts';
import { createDoor, FRAMEWORK_HEADERS, type Answerers } from '../src/lib/server/door/door.ts';
import { surviveFaults } from '../src/lib/server/door/last-resort.ts';
import { limitsFor, mostOpenFiles } from '../src/lib/server/door/limits.ts';
import { createStaticFiles } from '../src/lib/server/door/static-files.ts';
import { STOPPING } from '../src/lib/server/http/stopping.ts';
import { log, setLogLevel } from '../src/lib/server/log.ts';
import { readSettings, type Settings } from '../src/lib/server/settings.ts';

/** Milliseconds that running requests get once the server is told to stop. */
const SHUTDOWN_TIMEOUT = 5_000;
/** The address cannot be listened on. */
export class ListenError extends Error {
	override name = 'ListenError';
}

/**
 * Serves the build. The port is taken first, so that a second start fails before it touches
 * the database; requests that arrive meanwhile wait until the application is initialized.
 *
 * @returns the settings with the port that was taken
 * @throws {SettingsError} when a variable cannot be used.
 * @throws {ListenError} when the address is in use or not ours.
 */
export async function serveBuild(env: NodeJS.ProcessEnv): Promise<Settings> {
	const wanted = readSettings(env);
	setLogLevel(wanted);
	const door = Promise.withResolvers<RequestListener>();
	const server = createBoundedServer(
		limitsFor(mostOpenFiles()),
		(request, response) => void door.promise.then((handle) => handle(request, response)),
		(error) => log.error({ err: error }, 'the server cannot take a connection')
	);
	// The application reads the settings itself, from the same variables.
	env.PORT = String(await listen(server, wanted));
	const settings = readSettings(env);
	try {
		door.resolve(createDoor(settings, await loadAnswerers()));
	} catch (error) {
		server.close();
		throw error;
	}
	surviveFaults();
	stopOnSignal(server);
	return settings;
}

/** @returns the port, which is another one where any free one was asked for */
function listen(server: Server, { host, port }: Settings): Promise<number> {
	return new Promise((resolve, reject) => {
		const refuse = (error: NodeJS.ErrnoException) =>
			reject(new ListenError(listenFault(error, { host, port }), { cause: error }));
		server.once('error', refuse);
		server.listen({ host, port }, () => {
			server.off('error', refuse);
			const address = server.address();
			resolve(typeof address === 'object' && address !== null ? address.port : port);
		});
	});
}

function listenFault(
	error: NodeJS.ErrnoException,
	{ host, port }: Pick<Settings, 'host' | 'port'>
): string {
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

async function loadAnswerers(): Promise<Answerers> {
	// The built handler reads these itself, once, when it is loaded; tools/vite/adapter.ts has the prefix.
	process.env.VALETKEY_ADAPTER_HOST_HEADER = FRAMEWORK_HEADERS.host;
	process.env.VALETKEY_ADAPTER_PROTOCOL_HEADER = FRAMEWORK_HEADERS.protocol;
	process.env.VALETKEY_ADAPTER_BODY_SIZE_LIMIT = String(MAX_BODY_BYTES);
	const { handler, programs } = await import('virtual:handler');
	return {
		programs,
		files: createStaticFiles(resolve('build/static'), (error, pathname) =>
			log.error({ err: error, pathname }, 'a file of the build cannot be read')
		),
		framework: (request, response) =>
			handler(request, response, () => response.writeHead(404).end())
	};
}

function stopOnSignal(server: Server): void {
	let stopping = false;
	// A terminal and npm both hand on the signal: the second one is not a wish for haste.
	function stop(signal: NodeJS.Signals) {
		if (stopping) return;
		stopping = true;
		setTimeout(() => server.closeAllConnections(), SHUTDOWN_TIMEOUT).unref();
		const events: EventEmitter = process;
		// Who only listens would be waited for.
		events.emit(STOPPING);
		server.close(() => {
			// Kit's name for it: the application closes its database on this event.
			const waits: Promise<void>[] = [];
			events.emit('sveltekit:shutdown', signal, waits);
			void Promise.allSettled(waits).then(() => process.exit(0));
		});
		server.closeIdleConnections();
	}
	for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
}
