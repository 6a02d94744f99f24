import {
	createServer,
	STATUS_CODES,
	type IncomingMessage,
	type RequestListener,
	type Server,
	type ServerResponse
} from 'node:http';
import type { Duplex } from 'node:stream';
import type { Limits } from './limits.ts';

/** A request that is being answered. */
interface Exchange {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly since: number;
}

/** What happens on one connection: one request is answered, those after it wait. */
interface Lane {
	running: Exchange | null;
	readonly waiting: (readonly [IncomingMessage, ServerResponse])[];
}

/**
 * A server that no client can hold up or fill: each connection is answered one request at a time,
 * and is cut off where it costs more than its share of time, number or memory.
 *
 * @param onFault told of what is nobody's request: a connection that cannot be taken
 */
export function createBoundedServer(
	limits: Limits,
	handle: RequestListener,
	onFault: (error: Error) => void
): Server {
	const lanes = new Map<Duplex, Lane>();
	const server = createServer({ connectionsCheckingInterval: limits.check });
	server.headersTimeout = limits.header;
	server.requestTimeout = limits.request;
	server.keepAliveTimeout = limits.keepAlive;
	server.timeout = limits.stall;

	server.on('connection', (socket) => {
		if (lanes.size >= limits.connections) makeRoom(socket);
		if (socket.destroyed) return;
		lanes.set(socket, { running: null, waiting: [] });
		socket.once('close', () => forget(socket));
	});

	function forget(socket: Duplex): void {
		// What waits would be answered to nobody.
		lanes.get(socket)?.waiting.splice(0);
		lanes.delete(socket);
	}

	/**
	 * Closes the connection that is idle for longest; where none is, the one that keeps us waiting
	 * or listens to us for longest; where we are the ones who work on all of them, the new one.
	 */
	function makeRoom(newest: Duplex): void {
		const all = [...lanes];
		const [idle] = all.find(([, { running }]) => !running) ?? [];
		const [slowest] = all
			.flatMap(([socket, { running }]) =>
				running && (waitsForClient(running) || onlyListens(running))
					? [[socket, running.since] as const]
					: []
			)
			.toSorted(([, one], [, other]) => one - other)
			.map(([socket]) => socket);
		const leaving = idle ?? slowest ?? newest;
		forget(leaving);
		leaving.destroy();
	}

	server.on('request', (request, response) => {
		const lane = lanes.get(request.socket);
		// A connection that closes while its request is read.
		if (!lane) return void request.socket.destroy();
		// Writing to a client that is gone is no fault of ours.
		response.on('error', () => request.socket.destroy());
		if (!lane.running) return begin(lane, request, response);
		if (lane.waiting.length >= limits.pipelined) return void request.socket.destroy();
		lane.waiting.push([request, response]);
	});

	// By itself Node answers 417 beside all that follows; to expect more than is known is no reason to
	// (RFC 9110 section 10.1.1).
	server.on('checkExpectation', (request, response) => server.emit('request', request, response));

	function begin(lane: Lane, request: IncomingMessage, response: ServerResponse): void {
		const { socket } = request;
		lane.running = { request, response, since: performance.now() };
		response.on('close', () => {
			lane.running = null;
			const next = lane.waiting.shift();
			if (next) return begin(lane, ...next);
			// Put last, since the longest idle is the first to make room.
			if (lanes.delete(socket)) lanes.set(socket, lane);
		});
		handle(request, response);
	}

	const watch = setInterval(() => {
		cutOffLate(lanes, performance.now() - limits.answer);
		cutOffBuffered(lanes.values(), limits.buffered);
	}, limits.check);
	watch.unref();
	server.on('close', () => clearInterval(watch));
	server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
		const isAnswering = lanes.get(socket)?.running?.response.headersSent === true;
		if (isAnswering || error.code === 'ECONNRESET') socket.destroy();
		else refuseBroken(error, socket);
	});
	// Before that, an error is the start's.
	server.once('listening', () => server.on('error', onFault));
	return server;
}

/** Whether the client has to go on: it has not sent its request, or not taken its answer. */
function waitsForClient({ request, response }: Exchange): boolean {
	return !request.complete || response.writableEnded;
}

/** Ends what has been answered for too long: looked for now and then, since a timer each costs all. */
function cutOffLate(lanes: Iterable<readonly [Duplex, Lane]>, since: number): void {
	for (const [socket, { running }] of lanes) if (running && running.since < since) socket.destroy();
}

/** Whether it is a stream of events, which its client opens anew once there is room. */
function onlyListens({ response }: Exchange): boolean {
	return response.getHeader('content-type') === 'text/event-stream';
}

/** Frees memory where clients do not take their answers; those that had the longest time go first. */
function cutOffBuffered(lanes: Iterable<Lane>, most: number): void {
	const answering = [...lanes]
		.flatMap(({ running }) => (running ? [running] : []))
		.toSorted((one, other) => one.since - other.since);
	let sum = answering.reduce((bytes, { response }) => bytes + response.writableLength, 0);
	for (const { response } of answering) {
		if (sum <= most) return;
		sum -= response.writableLength;
		response.destroy();
	}
}

const BROKEN: Readonly<Record<string, number>> = {
	HPE_HEADER_OVERFLOW: 431,
	HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
	ERR_HTTP_REQUEST_TIMEOUT: 408
};

/** Answers what is no request of HTTP, or does not come to its end, and closes the connection. */
function refuseBroken({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
	const status = BROKEN[code] ?? 400;
	if (!socket.writable) return void socket.destroy();
	const answer = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`;
	socket.end(answer, () => socket.destroy());
}
