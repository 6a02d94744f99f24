import { expect, test } from './support/test.ts';

test('health is a small JSON answer', async ({ request }) => {
	const response = await request.get('/healthz');
	expect(response.status()).toBe(200);
	expect(await response.json()).toEqual({ status: 'ok' });
});

test('every answer carries the security headers', async ({ request }) => {
	for (const path of ['/', '/nowhere', '/healthz']) {
		const headers = (await request.get(path)).headers();
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['referrer-policy'], path).toBe('same-origin');
		expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
		expect(headers['cache-control'], path).toBe('no-store');
		expect(headers, path).not.toHaveProperty('x-powered-by');
	}
	const policy = (await request.get('/')).headers()['content-security-policy'] ?? '';
	for (const part of [
		"default-src 'self'",
		"object-src 'none'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
		"form-action 'self'"
	]) {
		expect(policy).toContain(part);
	}
	expect(policy).toMatch(/script-src 'self' 'sha256-[^']+' 'nonce-/);
	expect(policy).not.toMatch(/unsafe-(inline|eval)/);
});

const FORM = 'application/x-www-form-urlencoded';

test.describe('requests that change something', () => {
	const headers = { 'content-type': FORM };

	test('are refused from another origin and without any origin', async ({
		request,
		application
	}) => {
		const url = `${application.path}/vehicle-access?/save`;
		const foreign: readonly Record<string, string>[] = [
			{ origin: 'https://evil.example' },
			{ origin: 'null' },
			{ 'sec-fetch-site': 'cross-site' },
			{}
		];
		for (const extra of foreign) {
			const response = await request.post(url, {
				headers: { ...headers, ...extra },
				data: 'item=vin'
			});
			expect(response.status(), JSON.stringify(extra)).toBe(403);
		}
	});

	test('are accepted from a page under the other loopback name', async ({ request, baseURL }) => {
		const url = new URL(baseURL ?? '');
		url.hostname = 'localhost';
		const response = await request.post(`${url.origin}/?/create`, {
			headers: { ...headers, host: url.host, origin: url.origin },
			data: 'name='
		});
		expect(await response.text()).toContain('Give the application a name');
	});

	test('are refused under a name that is not this server’s', async ({ request }) => {
		const response = await request.get('/', { headers: { host: 'evil.example' } });
		expect(response.status()).toBe(421);
	});
});

test.describe('a draft by JSON', () => {
	test('answers bad input with the place of the fault and saves nothing', async ({
		request,
		application,
		baseURL
	}) => {
		const put = (data: string, type = 'application/json') =>
			request.put(`${application.path}/draft`, {
				headers: { origin: baseURL ?? '', 'content-type': type },
				data: Buffer.from(data)
			});
		const same = await put('{"baseRevision":0,"selection":[]}');
		expect(same.status()).toBe(200);
		const { revision } = await same.json();
		const item = (code: string) => `{"baseRevision":${revision},"selection":[{"code":"${code}"}]}`;
		const cases: readonly [string, number, string][] = [
			['{', 400, 'not JSON'],
			[item('odometr-traveleddistance'), 400, 'did you mean “odometer-traveleddistance”'],
			[item('\\u0000'), 400, 'NUL'],
			[item('\\ud800'), 400, 'lone surrogate'],
			['{"baseRevision":1,"selection":[],"__proto__":{}}', 400, '__proto__'],
			['{"baseRevision":"x","selection":[]}', 400, 'baseRevision'],
			['{"baseRevision":null,"selection":[]}', 400, 'baseRevision'],
			['{"selection":[]}', 400, 'baseRevision'],
			[
				`{"baseRevision":1,"selection":[${Array(5000).fill('{"code":"a"}').join(',')}]}`,
				400,
				'At most'
			],
			[`"${'x'.repeat(70_000)}"`, 413, '']
		];
		for (const [body, status, words] of cases) {
			const response = await put(body);
			expect(response.status(), body.slice(0, 60)).toBe(status);
			expect(await response.text()).toContain(words);
		}
		expect((await put(item('make'), 'text/plain')).status()).toBe(415);
		const good = await put(item('make'));
		expect(good.status()).toBe(200);
		expect(await good.json()).toMatchObject({ revision: revision + 1 });
		expect((await put(item('vin'))).status()).toBe(409);
	});

	test('a plain form without a revision, or with a wrong one, is refused and saves nothing', async ({
		request,
		application,
		baseURL
	}) => {
		const origin = baseURL ?? '';
		for (const data of [
			'item=make',
			'item=make&revision=',
			'item=make&revision=0',
			'revision=1.5'
		]) {
			const response = await request.post(`${application.path}/vehicle-access?/save`, {
				headers: { origin, accept: 'text/html', 'content-type': FORM },
				data
			});
			expect(response.status()).toBe(400);
			expect(await response.text()).toContain('the field “revision” is missing or wrong');
		}
		const file = await request.get(`${application.path}/vehicle-access.json`);
		expect(await file.text()).not.toContain('"make"');
	});

	test('of an application that was deleted is a 404 with a sentence', async ({
		request,
		baseURL
	}) => {
		const response = await request.put('/apps/8229df9f-91a0-4ff0-a1ae-a1f38ee24d07/draft', {
			headers: { origin: baseURL ?? '' },
			data: { baseRevision: 1, selection: [] }
		});
		expect(response.status()).toBe(404);
		expect(await response.text()).toContain('may have been deleted in another window');
	});
});
