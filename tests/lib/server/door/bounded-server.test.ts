import { LIMITS } from '#lib/server/door/limits.ts';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import {
	CHECK,
	GET,
	getOf,
	hello,
	openBothEnds,
	useBoundedServers
} from '../../../support/bounded-servers.ts';
import { openConnection } from '../../../support/raw-connection.ts';

const serve = useBoundedServers();

/** Short where a test waits for a limit; all others are far off. */
const SOON = 60;

/** Longer than a busy machine lets a program stand still. */
const LATE = 30_000;

/** More than the buffers of both ends of a connection hold. */
const HUGE = Buffer.alloc(16 * 1024 * 1024, 'x');

describe('limits of time', () => {
	it('a connection that says nothing is closed with 408', async () => {
		const server = await serve({ header: SOON }, hello);
		const { closed } = await openConnection(server);
		expect(await closed).toContain('HTTP/1.1 408 Request Timeout');
	});

	it('a header that does not come to its end is, too', async () => {
		const server = await serve({ header: SOON }, hello);
		const { socket, closed } = await openConnection(server);
		socket.write('GET / HTTP/1.1\r\nX-Slow: ');
		const dripping = setInterval(() => socket.write('x'), CHECK / 2);
		expect(await closed).toContain('HTTP/1.1 408 Request Timeout');
		clearInterval(dripping);
	});

	it('a body that comes byte by byte ends with the time for the request', async () => {
		const server = await serve({ header: SOON, request: 2 * SOON }, (request, response) => {
			request.on('end', () => response.end('all read')).resume();
		});
		const { socket, closed } = await openConnection(server);
		socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n');
		const dripping = setInterval(() => socket.write('x'), CHECK / 2);
		const received = await closed;
		clearInterval(dripping);
		expect(received).toContain('HTTP/1.1 408 Request Timeout');
		expect(received).not.toContain('all read');
	});

	it('a client that does not take its answer is cut off', async () => {
		const server = await serve({ stall: SOON }, (_request, response) => response.end(HUGE));
		const { client, closed } = await openBothEnds(server);
		client.socket.pause().write(GET);
		await closed;
	});

	it('one that takes a byte now and then is, too, at the end of its time', async () => {
		const server = await serve({ answer: 2 * SOON }, (_request, response) => response.end(HUGE));
		const { client, closed } = await openBothEnds(server);
		client.socket.pause().write(GET);
		const sipping = setInterval(() => client.socket.read(1), CHECK / 2);
		await closed;
		clearInterval(sipping);
	});

	it('an answer that never comes ends with the connection', async () => {
		const server = await serve({ answer: SOON }, () => {});
		const { socket, closed } = await openConnection(server);
		socket.write(GET);
		expect(await closed).toBe('');
	});

	it('what is read and taken in time is not cut off', async () => {
		const server = await serve({ stall: LATE, answer: LATE }, (_request, response) => {
			response.end(HUGE);
		});
		const { socket, closed } = await openConnection(server);
		socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
		expect((await closed).length).toBeGreaterThan(HUGE.length);
	});
});

describe('limits of number', () => {
	it('requests of one connection are answered one after the other, in their order', async () => {
		let running = 0;
		const together: number[] = [];
		const server = await serve({}, (request, response) => {
			together.push(++running);
			setImmediate(() => {
				running -= 1;
				response.end(`[${request.url}]`);
			});
		});
		const client = await openConnection(server);
		const paths = Array.from({ length: LIMITS.pipelined + 1 }, (_, index) => `/${index}`);
		client.socket.write(paths.map(getOf).join(''));
		const received = await client.read(`[${paths.at(-1)}]`);
		expect(received.match(/\[\/\d+\]/g)).toEqual(paths.map((path) => `[${path}]`));
		expect(Math.max(...together)).toBe(1);
	});

	it('more than wait on a connection close it', async () => {
		let asked = 0;
		const server = await serve({ pipelined: 3 }, () => (asked += 1));
		const { socket, closed } = await openConnection(server);
		socket.write(GET.repeat(5));
		await closed;
		expect(asked).toBe(1);
	});

	it('the connection that is idle for longest makes room', async () => {
		const server = await serve({ connections: 3 }, hello);
		const [first, second, third] = await Promise.all([1, 2, 3].map(() => openConnection(server)));
		if (!first || !second || !third) throw new TypeError('Three were opened');
		first.socket.write(GET);
		await first.read('hello');
		const fourth = await openConnection(server);
		await second.closed;
		for (const { socket, read } of [first, third, fourth]) {
			socket.write(GET);
			await read('hello');
		}
	});

	it('where none is idle, the one whose request is awaited for longest makes room', async () => {
		const server = await serve({ connections: 2 }, (request, response) => {
			if (request.method === 'GET') hello(request, response);
		});
		const [first, second] = [await openConnection(server), await openConnection(server)];
		for (const { socket } of [first, second]) {
			socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n');
			await once(server, 'request');
		}
		const third = await openConnection(server);
		expect(await first.closed).toBe('');
		expect(second.socket.destroyed).toBe(false);
		third.socket.write(GET);
		await third.read('hello');
	});

	it('so does the one that does not take its answer', async () => {
		const server = await serve({ connections: 1 }, (request, response) => {
			if (request.url === '/huge') response.end(HUGE);
			else hello(request, response);
		});
		const { client, closed } = await openBothEnds(server);
		client.socket.pause().write(getOf('/huge'));
		await once(server, 'request');
		const next = await openConnection(server);
		await closed;
		next.socket.write(GET);
		await next.read('hello');
	});

	it('so does the one that only listens', async () => {
		const server = await serve({ connections: 1 }, (request, response) => {
			if (request.url !== '/events') return hello(request, response);
			response.setHeader('content-type', 'text/event-stream');
			response.write('data: 1\n\n');
		});
		const listening = await openConnection(server);
		listening.socket.write(getOf('/events'));
		await listening.read('data: 1');
		const next = await openConnection(server);
		await listening.closed;
		next.socket.write(GET);
		await next.read('hello');
	});

	it('what waited behind it is not answered to nobody', async () => {
		const asked: (string | undefined)[] = [];
		const server = await serve({ connections: 1 }, (request, response) => {
			asked.push(request.url);
			if (request.url === '/huge') response.end(HUGE);
			else hello(request, response);
		});
		const waiting = Promise.withResolvers<void>();
		server.on('request', ({ url }) => {
			if (url === '/waits') waiting.resolve();
		});
		const { client, closed } = await openBothEnds(server);
		client.socket.pause().write(['/huge', '/waits'].map(getOf).join(''));
		await waiting.promise;
		const next = await openConnection(server);
		await closed;
		next.socket.write(getOf('/next'));
		await next.read('hello');
		expect(asked).toEqual(['/huge', '/next']);
	});

	it('none that is being answered makes room: the new one is closed', async () => {
		const asked = Promise.withResolvers<() => void>();
		const server = await serve({ connections: 1 }, (_request, response) => {
			asked.resolve(() => response.end('late'));
		});
		const busy = await openConnection(server);
		busy.socket.write(GET);
		const answer = await asked.promise;
		const { closed } = await openConnection(server);
		expect(await closed).toBe('');
		answer();
		await busy.read('late');
	});
});

describe('limits of memory', () => {
	it('the client that left its answer lying for longest goes first', async () => {
		const server = await serve({ buffered: 1.5 * HUGE.length }, (_request, response) => {
			response.end(HUGE);
		});
		const slow = await openBothEnds(server);
		slow.client.socket.pause().write(GET);
		const other = await openBothEnds(server);
		other.client.socket.pause().write(GET);
		await slow.closed;
		other.client.socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
		other.client.socket.resume();
		expect((await other.client.closed).length).toBeGreaterThan(2 * HUGE.length);
	});
});

describe('connections that break', () => {
	it.each([
		['no HTTP', 'hello\r\n\r\n', '400 Bad Request'],
		['a header without an end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}`, '431 Request'],
		[
			'two lengths',
			'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
			'400 Bad'
		],
		['no host', 'GET / HTTP/1.1\r\n\r\n', '400 Bad Request'],
		['a method that opens a tunnel', 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n', '']
	])('%s is refused, and others are answered', async (_title, text, expected) => {
		const server = await serve({}, hello);
		const broken = await openConnection(server);
		broken.socket.write(text);
		expect(await broken.closed).toContain(expected);
		const next = await openConnection(server);
		next.socket.write(GET);
		await next.read('hello');
	});

	it('an expectation that nobody knows is answered as if it were not there', async () => {
		const server = await serve({}, hello);
		const { socket, closed } = await openConnection(server);
		socket.write('GET / HTTP/1.1\r\nHost: x\r\nExpect: wonders\r\nConnection: close\r\n\r\n');
		expect(await closed).toContain('hello');
	});

	it('what is written after the end of an answer harms nobody', async () => {
		const server = await serve({}, (request, response) => {
			response.end('hello');
			if (request.url === '/twice') response.write('again');
		});
		const client = await openConnection(server);
		client.socket.write('GET /twice HTTP/1.1\r\nHost: x\r\n\r\n');
		await client.closed;
		const next = await openConnection(server);
		next.socket.write(GET);
		await next.read('hello');
	});
});
