import type { APIResponse } from '@playwright/test';
import { request as httpRequest } from 'node:http';
import { expect, test } from './support/test.ts';

/** Reads an answer, which has to be JSON and to name its request. */
async function read(response: APIResponse) {
	const headers = response.headers();
	expect(headers['content-type'], response.url()).toMatch(/^application\/json/);
	expect(headers['sc-request-id'], response.url()).toHaveLength(36);
	expect(headers['x-content-type-options'], response.url()).toBe('nosniff');
	const body: unknown = await response.json();
	return { status: response.status(), headers, body };
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

test.describe('an address for programs that does not exist', () => {
	for (const [path, body] of [
		['/oauth/Token', { error: 'invalid_request', error_description: /POST \/oauth\/token/ }],
		['/oauth/token/x', { error: 'invalid_request', error_description: /POST \/oauth\/token/ }],
		['/token', { error: 'invalid_request', error_description: /POST \/oauth\/token/ }],
		['/oauth/access_token', { error: 'invalid_request', error_description: /POST \/oauth\/token/ }],
		['/V2.0/user', { type: 'RESOURCE_NOT_FOUND', code: 'VERSION' }],
		['/oauth2/x', { error: 'invalid_request', error_description: /POST \/oauth2\/token/ }],
		['/.well-known/openid-configuration', { error: 'invalid_request' }],
		['/v2.0', { type: 'RESOURCE_NOT_FOUND', code: 'PATH', statusCode: 404 }],
		['/v2.0/nothing', { type: 'RESOURCE_NOT_FOUND', code: 'PATH' }],
		['/v2.0/%zz', { type: 'RESOURCE_NOT_FOUND', code: 'PATH' }],
		['/api/v2.0/vehicles', { type: 'RESOURCE_NOT_FOUND', code: 'PATH' }],
		['/api/oauth/token', { error: 'invalid_request', error_description: /POST \/oauth\/token/ }],
		['/vnext/user', { type: 'RESOURCE_NOT_FOUND', code: 'VERSION' }],
		['/v3/vehicles/x/signal', { errors: [{ status: '404', code: 'INVALID_PATH' }] }],
		['/sandbox/api/vehicle', { error: 'not_found' }]
	] as const) {
		test(`is told in its dialect: ${path}`, async ({ request }) => {
			for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
				const options = { method, headers: { ...FORM, accept: 'text/html' } };
				const answer = await read(await request.fetch(path, options));
				expect(answer.status, method).toBe(404);
				expect(answer.body, method).toMatchObject(withPatterns(body));
			}
		});
	}
});

/** Literal values as they are, patterns as what a text has to match. */
function withPatterns(body: object): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(body).map(([name, value]: [string, unknown]) => [
			name,
			value instanceof RegExp ? expect.stringMatching(value) : value
		])
	);
}

test('a method that is not answered is told with those that are', async ({ request }) => {
	for (const [path, method, allow, body] of [
		['/oauth/token', 'GET', 'POST', { error: 'invalid_request' }],
		['/oauth/revoke/', 'PUT', 'POST', { error: 'invalid_request' }],
		['/oauth2/token', 'DELETE', 'POST', { error: 'invalid_request' }],
		['/.well-known/oauth-authorization-server', 'POST', 'GET, HEAD', { error: 'invalid_request' }],
		['/v2.0/user', 'POST', 'GET, HEAD', { type: 'VALIDATION', statusCode: 405 }]
	] as const) {
		const answer = await read(await request.fetch(path, { method, headers: FORM }));
		expect(answer.status, path).toBe(405);
		expect(answer.headers.allow, path).toBe(allow);
		expect(answer.body, path).toMatchObject(body);
	}
});

test('the token endpoint answers with slashes around it too', async ({ request }) => {
	const origin = test.info().project.use.baseURL ?? '';
	for (const path of ['/oauth/token/', '//oauth/token', '//oauth/token/', '//oauth2/token/']) {
		const response = await request.post(origin + path, { headers: FORM, data: 'a=b' });
		const answer = await read(response);
		expect(answer.status, path).toBe(401);
		expect(answer.body, path).toMatchObject({ error: 'invalid_client' });
	}
});

test('a link behind an origin that ends in a slash opens', async ({ request }) => {
	const origin = test.info().project.use.baseURL ?? '';
	const page = await request.get(`${origin}//oauth/authorize?response_type=code`);
	expect(page.status()).toBe(400);
	expect(await page.text()).toContain('400: Missing required parameter');
});

test('a version by number is served as the newest', async ({ request }) => {
	for (const path of ['/v99999999.99/user/', '/v1.0/vehicles', '//v2.0/user']) {
		const answer = await read(await request.get(`${test.info().project.use.baseURL}${path}`));
		expect(answer.status, path).toBe(401);
		expect(answer.body, path).toMatchObject({ type: 'AUTHENTICATION' });
	}
});

test('what is too large or encoded is told in its dialect', async ({ request }) => {
	const large = await request.post('/oauth/revoke', { headers: FORM, data: 'x'.repeat(70_000) });
	expect((await read(large)).status).toBe(413);
	for (const path of ['/oauth/token', '/oauth2/token', '/oauth/revoke']) {
		const headers = { ...FORM, 'content-encoding': 'gzip' };
		const answer = await read(await request.post(path, { headers, data: 'a=b' }));
		expect(answer.status, path).toBe(415);
		expect(answer.body, path).toMatchObject({ error: 'invalid_request' });
	}
});

test('a form that is sent to a Connect link is told that a link is opened', async ({ request }) => {
	for (const path of ['/oauth/authorize', '/oauth/reauthenticate']) {
		const answer = await request.post(path, { headers: FORM, data: 'a=b' });
		expect(answer.status(), path).toBe(405);
		expect(answer.headers(), path).toMatchObject({
			allow: 'GET, HEAD',
			'content-type': 'text/plain; charset=utf-8'
		});
	}
});

test('a name of another server is refused in its dialect', async ({ baseURL }) => {
	for (const [path, body] of [
		['/oauth/token', { error: 'invalid_request' }],
		['/oauth2/token', { error: 'invalid_request' }],
		['/v2.0/user', { type: 'VALIDATION', statusCode: 421 }],
		['/v3/x', { errors: [{ status: '421' }] }]
	] as const) {
		const { status, headers, text } = await askAs('host.docker.internal:1', `${baseURL}${path}`);
		expect(status, path).toBe(421);
		expect(headers['content-type'], path).toMatch(/^application\/json/);
		expect(headers['sc-request-id'], path).toHaveLength(36);
		expect(JSON.parse(text), path).toMatchObject(body);
	}
});

/** The fixtures name the host by the address. */
function askAs(host: string, url: string) {
	return new Promise<{
		status: number | undefined;
		headers: Readonly<Record<string, string | string[] | undefined>>;
		text: string;
	}>((resolve, reject) => {
		const sent = httpRequest(url, { method: 'POST', headers: { ...FORM, host } }, (answer) => {
			let text = '';
			answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
			answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
		});
		sent.on('error', reject).end('a=b');
	});
}
