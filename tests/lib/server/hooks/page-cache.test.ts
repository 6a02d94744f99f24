import type { Context } from '#lib/server/context.ts';
import { cacheLongPage } from '#lib/server/hooks/page-cache.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useStorage } from '../../../support/storage.ts';

const environment = vi.hoisted(() => ({ dev: false }));
vi.mock('$app/environment', () => ({
	get dev() {
		return environment.dev;
	}
}));

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
	afterEach(() => {
		environment.dev = false;
	});

	let asked = 0;

	/** Asks twice for a page that was not asked for before. @returns how often it was rendered for that */
	async function rendersOf(routeId: string, method = 'GET'): Promise<number> {
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
			await Reflect.apply(cacheLongPage, undefined, [{ event, resolve: page }]);
		}
		return renders - before;
	}

	const LONG_PAGE = '/(dashboard)/apps/[clientId]/vehicle-access';

	it('renders the long page once, and every other one each time', async () => {
		expect(await rendersOf(LONG_PAGE)).toBe(1);
		expect(await rendersOf(LONG_PAGE, 'POST')).toBe(2);
		expect(await rendersOf('/(dashboard)/apps/[clientId]/history')).toBe(2);
	});

	it('renders it each time while the storage cannot be read', async () => {
		expect(await rendersOf(LONG_PAGE)).toBe(1);
		await storage.close();
		expect(await rendersOf(LONG_PAGE)).toBe(2);
	});

	it('renders it each time while developing, where its source changes too', async () => {
		environment.dev = true;
		expect(await rendersOf(LONG_PAGE)).toBe(2);
	});
});
