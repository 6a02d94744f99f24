import type { Context } from '#lib/server/context.ts';
import { cacheLongPage, cacheShownPages } from '#lib/server/hooks/page-cache.ts';
import { tellShown } from '#lib/server/http/shown.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { runHook } from '../../../support/hook-event.ts';
import { useStorage } from '../../../support/storage.ts';

let renders = 0;

function page(): Response {
	renders += 1;
	return new Response('', { headers: { 'content-security-policy': "script-src 'nonce-a'" } });
}

describe('cacheLongPage', () => {
	const storage = useStorage();
	let context: Context;
	beforeEach(() => {
		const { engine } = storage;
		// That of PostgreSQL changes with what other tests write on the same server.
		const revision = async () => {
			await engine.revision();
			return `of test ${asked}`;
		};
		context = { ...storage.context, storage: { probe: () => engine.probe(), revision } };
	});

	let asked = 0;

	/** Asks twice for a page that was not asked for before. @returns how often it was rendered for that */
	async function rendersOf(
		routeId: string,
		{ method = 'GET', isDeveloping = false } = {}
	): Promise<number> {
		const before = renders;
		asked += 1;
		const url = new URL(`http://127.0.0.1:3000/apps/x/vehicle-access?${asked}`);
		const event = {
			route: { id: routeId },
			request: new Request(url, { method }),
			url,
			locals: { context },
			cookies: { get: () => undefined },
			isDataRequest: false
		};
		for (let count = 0; count < 2; count++) {
			// Of the event, the hook reads these parts alone.
			await Reflect.apply(cacheLongPage(isDeveloping), undefined, [{ event, resolve: page }]);
		}
		return renders - before;
	}

	const LONG_PAGE = '/(dashboard)/apps/[clientId]/vehicle-access';

	it('renders the long page once, and every other one each time', async () => {
		expect(await rendersOf(LONG_PAGE)).toBe(1);
		expect(await rendersOf(LONG_PAGE, { method: 'POST' })).toBe(2);
		expect(await rendersOf('/(dashboard)/apps/[clientId]/history')).toBe(2);
	});

	it('renders it each time while the storage cannot be read', async () => {
		expect(await rendersOf(LONG_PAGE)).toBe(1);
		await storage.close();
		expect(await rendersOf(LONG_PAGE)).toBe(2);
	});

	it('renders it each time while developing, where its source changes too', async () => {
		expect(await rendersOf(LONG_PAGE, { isDeveloping: true })).toBe(2);
	});
});

describe('cacheShownPages', () => {
	const ROUTE = '/oauth/authorize/[session]/shown';

	/** What the page shows to the request, and what of the request stands in it. */
	let shown: { what: unknown; changing: readonly string[] } | null;

	tellShown(ROUTE, async () => {
		if (shown === null) throw new TypeError('nothing may be shown');
		return shown;
	});

	async function ask(
		what: unknown,
		token: string,
		facts: { path?: string; method?: string; isDataRequest?: boolean; theme?: string } = {},
		isDeveloping = false
	): Promise<string> {
		shown = { what, changing: [token] };
		const render = () => {
			renders += 1;
			const headers = { 'content-security-policy': "script-src 'self'" };
			return new Response(`${JSON.stringify(what)} for ${token}`, { headers });
		};
		const response = await runHook(
			cacheShownPages(isDeveloping),
			{ route: ROUTE, ...facts },
			render
		);
		return response.text();
	}

	it('renders what two requests are shown once, each with its own token', async () => {
		const before = renders;
		expect(await ask({ app: 'A' }, 'token-of-the-owner-1')).toBe(
			'{"app":"A"} for token-of-the-owner-1'
		);
		expect(await ask({ app: 'A' }, 'token-of-the-owner-2')).toBe(
			'{"app":"A"} for token-of-the-owner-2'
		);
		expect(await ask({ app: 'A' }, 'token-of-the-owner-1')).toBe(
			'{"app":"A"} for token-of-the-owner-1'
		);
		expect(renders).toBe(before + 1);
		expect(await ask({ app: 'B' }, 'token-of-the-owner-1')).toBe(
			'{"app":"B"} for token-of-the-owner-1'
		);
		expect(renders).toBe(before + 2);
	});

	it.each([
		['with a query', { path: '/x?username=a' }],
		['that sends something', { method: 'POST' }],
		['for the header alone', { method: 'HEAD' }],
		['for data', { isDataRequest: true }],
		['in another theme', { theme: 'dark' }]
	])('renders for a request %s', async (_what, facts) => {
		await ask({ app: 'C' }, 'token-of-the-owner-1');
		const before = renders;
		await ask({ app: 'C' }, 'token-of-the-owner-2', facts);
		expect(renders).toBe(before + 1);
	});

	it('leaves to the page to say why it shows nothing', async () => {
		await ask({ app: 'D' }, 'token-of-the-owner-1');
		shown = null;
		const refusal = () => new Response('over', { status: 400 });
		const response = await runHook(cacheShownPages(false), { route: ROUTE }, refusal);
		expect(response.status).toBe(400);
	});

	it('renders each time while developing', async () => {
		const before = renders;
		for (let count = 0; count < 2; count++) {
			await ask({ app: 'E' }, 'token-of-the-owner-1', {}, true);
		}
		expect(renders).toBe(before + 2);
	});
});
