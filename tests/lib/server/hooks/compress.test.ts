import { compressPages } from '#lib/server/hooks/compress.ts';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runHook } from '../../../support/hook-event.ts';

const PAGE = '<p>Vehicle Access</p>'.repeat(200);
const SHARE = '/(dashboard)/apps/[clientId]/share';
const TAKES_BOTH = { 'accept-encoding': 'gzip, deflate, br' };

function page(body = PAGE, headers: Readonly<Record<string, string>> = {}) {
	return () =>
		new Response(body, {
			headers: { 'content-type': 'text/html', 'content-length': '4200', etag: '"abc"', ...headers }
		});
}

async function bytesOf(response: Response): Promise<Buffer> {
	return Buffer.from(await response.arrayBuffer());
}

describe('compressPages', () => {
	it.each([
		['br', brotliDecompressSync],
		['gzip', gunzipSync]
	])('packs a page as %s for a client that takes it', async (encoding, unpack) => {
		const facts = { route: SHARE, headers: { 'accept-encoding': encoding } };
		const response = await runHook(compressPages, facts, page());
		const bytes = await bytesOf(response);
		expect(unpack(bytes).toString()).toBe(PAGE);
		expect(bytes.length).toBeLessThan(PAGE.length / 10);
		expect(Object.fromEntries(response.headers)).toEqual({
			'content-type': 'text/html',
			'content-encoding': encoding,
			'content-length': String(bytes.length),
			etag: 'W/"abc"',
			vary: 'accept-encoding'
		});
	});

	it('keeps status and body for a client that takes none, and says that others get another', async () => {
		const answer = () =>
			new Response(PAGE, { status: 404, headers: { 'content-type': 'text/html' } });
		const response = await runHook(compressPages, { route: SHARE }, answer);
		expect([response.status, await response.text()]).toEqual([404, PAGE]);
		expect(response.headers.get('vary')).toBe('accept-encoding');
		expect(response.headers.has('content-encoding')).toBe(false);
	});

	it('packs the data of a page, and no other JSON', async () => {
		const data = () => Response.json({ text: PAGE });
		const facts = { route: SHARE, headers: TAKES_BOTH };
		const asData = await runHook(compressPages, { ...facts, isDataRequest: true }, data);
		expect(asData.headers.get('content-encoding')).toBe('br');
		expect((await runHook(compressPages, facts, data)).headers.has('content-encoding')).toBe(false);
	});

	it.each([
		['a consent page', '/oauth/authorize/x/grant', '/oauth/authorize/[session]/grant'],
		['the sample client, which shows tokens', '/sandbox/callback', '/sandbox/callback'],
		['credentials', '/apps/x/credentials', '/(dashboard)/apps/[clientId]/credentials'],
		['an error of Connect', '/oauth/authorize', null]
	])('leaves %s as it is: its length would tell of its secret', async (_title, path, route) => {
		const facts = { path, route, headers: TAKES_BOTH };
		for (const isDataRequest of [false, true]) {
			const response = await runHook(compressPages, { ...facts, isDataRequest }, page());
			expect(response.headers.has('content-encoding')).toBe(false);
			expect(await response.text()).toBe(PAGE);
		}
	});

	it.each([
		['a short page', page('<p>short</p>')],
		['a file', () => new Response(PAGE, { headers: { 'content-type': 'text/plain' } })],
		['nothing', () => new Response(null, { status: 304, headers: { 'content-type': 'text/html' } })]
	])('leaves %s as it is', async (_title, answer) => {
		const response = await runHook(compressPages, { route: SHARE, headers: TAKES_BOTH }, answer);
		expect(response.headers.has('content-encoding')).toBe(false);
		expect(await response.text()).toBe(await answer().text());
	});
});
