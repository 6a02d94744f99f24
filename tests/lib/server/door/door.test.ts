import { createDoor, FRAMEWORK_HEADERS } from '#lib/server/door/door.ts';
import { log } from '#lib/server/log.ts';
import { readSettings } from '#lib/server/settings.ts';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PATIENCE } from '../../../support/patience.ts';
import { portOf } from '../../../support/raw-connection.ts';

const settings = readSettings({
	ORIGINS: 'https://keys.example.com,http://valetkey:3000',
	ALLOW_PUBLIC: '1',
	ADDRESS_HEADER: 'x-forwarded-for'
});

let answer: RequestListener;
const framework = vi.fn<RequestListener>((message, response) => answer(message, response));
const door = createDoor(settings, {
	programs: ({ url }, response) => {
		if (url === '/programs')
			response.writeHead(200, { 'x-content-type-options': 'nosniff' }).end('early');
		return url === '/programs';
	},
	files: ({ url }, response, next) => {
		if (url === '/gone.js') next();
		else if (url === '/a.js') response.end('file');
		return url === '/a.js' || url === '/gone.js';
	},
	framework
});
const server = createServer(door);

const lines = [
	vi.spyOn(log, 'debug').mockName('debug'),
	vi.spyOn(log, 'info').mockName('info'),
	vi.spyOn(log, 'warn').mockName('warn')
];

beforeEach(async () => {
	answer = (_message, response) => response.end('page');
	for (const spy of [...lines, framework]) spy.mockClear();
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
});

afterEach(() => server.close());

async function ask(
	path: string,
	headers: Readonly<Record<string, string>> = {},
	method: 'GET' | 'TRACE' = 'GET'
) {
	const sent = request({ port: portOf(server), path, headers, method, agent: false }).end();
	const [response]: IncomingMessage[] = await once(sent, 'response');
	let text = '';
	for await (const chunk of response ?? []) text += String(chunk);
	// The line is written when the server's side of the connection is done.
	await vi.waitFor(() => expect(logged()).toHaveLength(1), PATIENCE);
	return { status: response?.statusCode, headers: response?.headers, text };
}

/** Level and fields of what was logged. */
function logged() {
	return lines.flatMap((spy) =>
		spy.mock.calls.map(([fields, message]) => ({ level: spy.getMockName(), fields, message }))
	);
}

describe('who answers', () => {
	it.each([
		['/programs', 'early'],
		['/a.js', 'file'],
		['/gone.js', 'page'],
		['/', 'page']
	])('%s: %s, with the headers of every answer', async (path, expected) => {
		const { text, headers } = await ask(path);
		expect(text).toBe(expected);
		expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
	});

	it.each([
		['keys.example.com', 'https', 'keys.example.com'],
		['valetkey:3000', 'http', 'valetkey:3000'],
		['evil.example', 'https', 'keys.example.com']
	])(
		'the framework is told the address of ours: Host %s is %s://%s',
		async (host, protocol, own) => {
			const claimed = {
				[FRAMEWORK_HEADERS.host]: 'evil.example',
				[FRAMEWORK_HEADERS.protocol]: 'x'
			};
			await ask('/', { host, ...claimed });
			const [message] = framework.mock.calls[0] ?? [];
			expect(message?.headers).toMatchObject({
				[FRAMEWORK_HEADERS.host]: own,
				[FRAMEWORK_HEADERS.protocol]: protocol
			});
			expect(message?.envelope?.origin).toBe(
				host === 'evil.example' ? null : `${protocol}://${own}`
			);
		}
	);
});

describe('a request that may be read in two ways', () => {
	const rewritten =
		'The path holds a backslash, or a part that is “.” or “..”; write the path that is meant.';

	it.each([
		'/v2.0/x\\..\\..\\apps',
		'/catalog\\',
		'/v2.0/../apps',
		'/apps/..',
		'/./apps',
		'/x/%2e%2E/apps?y',
		'/.%2e#x'
	])('%s is answered by nobody', async (path) => {
		const { status, text, headers } = await ask(path);
		expect(status).toBe(400);
		expect(text).toContain(path.startsWith('/v2.0') ? 'VALIDATION' : rewritten);
		expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
		expect(framework).not.toHaveBeenCalled();
	});

	it.each(['/apps/...', '/.well-known/x', '/a..b', '/x?y=../z\\', '/..%2fx', '/%5c..%5c'])(
		'%s may not, and is answered',
		async (path) => {
			expect((await ask(path)).text).toBe('page');
		}
	);

	it.each([
		['/', 'text/plain; charset=utf-8', /^TRACE is not answered by this server\.$/],
		['/oauth/token', 'application/json;charset=UTF-8', /"error":"invalid_request"/],
		['/v2.0/vehicles', 'application/json;charset=UTF-8', /"type":"VALIDATION".*TRACE/],
		['/v3/vehicles', 'application/json;charset=UTF-8', /"code":"INVALID_INPUT_FORMAT".*TRACE/]
	])('nor is TRACE of %s, in the words of the address', async (path, type, words) => {
		const { status, text, headers } = await ask(path, {}, 'TRACE');
		expect(status).toBe(400);
		expect(headers?.['content-type']).toBe(type);
		expect(text).toMatch(words);
		expect(framework).not.toHaveBeenCalled();
	});

	it.each(['http://127.0.0.1/apps', '*'])('nor is one for %s', async (path) => {
		const { status, text } = await ask(path);
		expect([status, text]).toEqual([400, 'A request names a path, which begins with a slash.']);
		expect(framework).not.toHaveBeenCalled();
	});
});

describe('the line of a request', () => {
	it('has who asked, the route that answered, how and how long, and nothing that was sent', async () => {
		answer = (message, response) => {
			if (message.envelope) message.envelope.route = '/oauth/authorize/[session]';
			response.writeHead(302, { location: '/next?code=the-code' }).end();
		};
		await ask('/oauth/authorize/the-session?state=the-state', {
			authorization: 'Bearer the-token',
			cookie: 'connect=the-cookie',
			'x-forwarded-for': '203.0.113.9, 192.0.2.7'
		});
		expect(logged()).toEqual([
			{
				level: 'info',
				message: 'answered',
				fields: {
					id: expect.stringMatching(/^[0-9a-f-]{36}$/),
					address: '192.0.2.7',
					method: 'GET',
					route: '/oauth/authorize/[session]',
					status: 302,
					ms: expect.any(Number)
				}
			}
		]);
	});

	it.each([
		['/', 200, 'info'],
		['/', 404, 'info'],
		['/', 401, 'warn'],
		['/', 403, 'warn'],
		['/', 421, 'warn'],
		['/', 429, 'warn'],
		['/', 500, 'warn'],
		['/a.js', 200, 'debug']
	])('of %s with %i is of level %s', async (path, status, level) => {
		answer = (_message, response) => response.writeHead(status).end();
		await ask(path);
		expect(logged().map((line) => line.level)).toEqual([level]);
	});

	it('says so where the client was gone before the end', async () => {
		answer = (message) => message.socket.destroy();
		await expect(ask('/')).rejects.toThrow();
		await vi.waitFor(() => expect(logged()).toMatchObject([{ message: 'broken off' }]), PATIENCE);
	});
});
