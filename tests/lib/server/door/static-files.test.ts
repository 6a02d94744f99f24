import { createStaticFiles } from '#lib/server/door/static-files.ts';
import fc from 'fast-check';
import { once } from 'node:events';
import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { portOf } from '../../../support/raw-connection.ts';

const SCRIPT = 'export const answer = 42;\n'.repeat(40);

let folder: string;
let server: Server;
const faults: unknown[] = [];

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'valetkey-files-'));
	mkdirSync(join(folder, '_app/immutable'), { recursive: true });
	const script = join(folder, '_app/immutable/a.js');
	writeFileSync(script, SCRIPT);
	writeFileSync(`${script}.br`, brotliCompressSync(SCRIPT));
	writeFileSync(`${script}.gz`, gzipSync(SCRIPT));
	writeFileSync(join(folder, 'robots.txt'), 'User-agent: *\nDisallow: /\n');
	writeFileSync(join(folder, 'removed.svg'), '<svg/>');
	writeFileSync(join(folder, 'folder.svg'), '<svg/>');
	const files = createStaticFiles(folder, (error) => faults.push(error));
	rmSync(join(folder, 'removed.svg'));
	rmSync(join(folder, 'folder.svg'));
	mkdirSync(join(folder, 'folder.svg'));
	server = createServer((message, response) => {
		const askOthers = () => response.writeHead(418).end();
		if (!files(message, response, askOthers)) askOthers();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
});

afterEach(() => void faults.splice(0));

afterAll(() => {
	server.close();
	rmSync(folder, { recursive: true, force: true });
});

interface Asked {
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
}

async function ask(path: string, { method = 'GET', headers = {} }: Asked = {}) {
	const sent = request({ port: portOf(server), path, method, headers, agent: false }).end();
	const [answer]: IncomingMessage[] = await once(sent, 'response');
	const chunks: Buffer[] = [];
	for await (const chunk of answer ?? []) chunks.push(Buffer.from(chunk));
	return {
		status: answer?.statusCode,
		headers: answer?.headers ?? {},
		body: Buffer.concat(chunks)
	};
}

describe('what a file is sent as', () => {
	it('plain to a client that names no encoding', async () => {
		const { status, headers, body } = await ask('/_app/immutable/a.js');
		expect(status).toBe(200);
		expect(body.toString()).toBe(SCRIPT);
		expect(headers).toMatchObject({
			'content-type': 'text/javascript; charset=utf-8',
			'cache-control': 'public, max-age=31536000, immutable',
			vary: 'accept-encoding'
		});
		expect(headers).not.toHaveProperty('content-encoding');
	});

	it.each([
		['br', brotliDecompressSync],
		['gzip', gunzipSync]
	])('compressed as %s to one that takes it, of the same type', async (encoding, decompress) => {
		const { headers, body } = await ask('/_app/immutable/a.js', {
			headers: { 'accept-encoding': encoding }
		});
		expect(decompress(body).toString()).toBe(SCRIPT);
		expect(headers).toMatchObject({
			'content-encoding': encoding,
			'content-type': 'text/javascript; charset=utf-8',
			vary: 'accept-encoding'
		});
	});

	it('by its header alone to HEAD, and not again to one that has it', async () => {
		const head = await ask('/robots.txt', { method: 'HEAD' });
		expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '26']);
		expect(head.headers['cache-control']).toBe('public, max-age=0');
		const { etag = '' } = head.headers;
		expect((await ask('/robots.txt', { headers: { 'if-none-match': etag } })).status).toBe(304);
	});

	it.each([
		['POST', '/robots.txt'],
		['GET', '/'],
		['GET', '/_app/immutable'],
		['GET', '/robots%2Etxt'],
		['GET', '/robots.txt/'],
		['GET', '//robots.txt'],
		['GET', '/../package.json'],
		['GET', '/_app/immutable/a.js.gz'],
		['GET', '/removed.svg'],
		['GET', '/folder.svg']
	])('%s %s is left to others', async (method, path) => {
		expect((await ask(path, { method })).status).toBe(418);
		expect(faults).toEqual([]);
	});
});

describe('what would throw outside of its answer', () => {
	it.each([
		['bytes=5-2', 416],
		['bytes=9999-', 416],
		['bytes=0-9007199254740993', 206],
		['bytes=0-99999999999999999999999999', 206],
		['bytes=-5', 206],
		['bytes=-0', 416],
		['bytes=0-1,3-4', 200],
		['bytes=x-y', 200],
		['bytes=', 200],
		['lines=1-2', 200],
		['', 200]
	])('Range: %s is answered with %i', async (range, expected) => {
		for (const method of ['GET', 'HEAD']) {
			const { status, headers } = await ask('/robots.txt', { method, headers: { range } });
			expect(status).toBe(expected);
			if (status === 416) expect(headers['content-range']).toBe('bytes */26');
		}
	});

	it('no range is read beyond the file', async () => {
		const number = fc.oneof(fc.nat(60), fc.maxSafeNat(), fc.bigInt({ min: 0n, max: 2n ** 70n }));
		const part = fc
			.tuple(fc.option(number, { nil: '' }), fc.option(number, { nil: '' }))
			.map(([from, to]) => `${from}-${to}`);
		const ranges = fc.oneof(
			fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `bytes=${parts.join(',')}`),
			fc.string({ unit: fc.constantFrom(...'bytes=-,0123456789 ') })
		);
		await fc.assert(
			fc.asyncProperty(ranges, async (range) => {
				const { status, body } = await ask('/robots.txt', { headers: { range: range.trim() } });
				expect([200, 206, 416]).toContain(status);
				if (status !== 416) expect(body.length).toBeLessThanOrEqual(26);
			}),
			{ numRuns: 200 }
		);
	});

	it.each([
		['EMFILE', 503, 'Too many files are open at the moment; try again in a second.'],
		['EACCES', 500, 'This file cannot be read at the moment.'],
		['ENOENT', 418, '']
	])('a file that cannot be opened for %s is answered with %i', async (code, status, text) => {
		const open = vi.spyOn(fs, 'createReadStream').mockImplementationOnce(() => failing(code));
		const answer = await ask('/_app/immutable/a.js');
		open.mockRestore();
		expect([answer.status, answer.body.toString()]).toEqual([status, text]);
		expect(answer.headers).not.toHaveProperty('etag');
		expect(answer.headers['cache-control'] ?? 'no-store').toBe('no-store');
		expect(faults).toHaveLength(status >= 500 ? 1 : 0);
	});

	it('a file that ends too early closes the connection', async () => {
		const half = async function* () {
			yield SCRIPT.slice(0, 10);
			await pause(10);
			throw Object.assign(new Error('broken'), { code: 'EIO' });
		};
		const open = vi
			.spyOn(fs, 'createReadStream')
			.mockImplementationOnce(() => asFile(Readable.from(half())));
		await expect(ask('/_app/immutable/a.js')).rejects.toThrow('aborted');
		open.mockRestore();
		expect(faults).toHaveLength(1);
	});
});

/** A file that cannot be opened, as the operating system says when it is asked to. */
function failing(code: string) {
	return asFile(
		new Readable({
			read() {
				this.destroy(Object.assign(new Error(code), { code }));
			}
		})
	);
}

/** Of a file's stream, the library uses what every stream has. */
function asFile(stream: Readable): fs.ReadStream {
	return Object.assign(stream, {
		bytesRead: 0,
		path: '',
		pending: false,
		close: () => stream.destroy()
	});
}
