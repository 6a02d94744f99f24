import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import {
	freePort,
	startTemporaryServer,
	type RunningServer
} from '../../tools/temporary-server.ts';
import {
	exampleSite,
	nginxBinary,
	plainSite,
	startNginx,
	VISITOR,
	type Nginx
} from './support/nginx.ts';
import { expect, test } from './support/test.ts';

test.skip(nginxBinary === undefined, 'nginx is not installed; `apt-get install nginx` brings it.');

let server: RunningServer;
let nginx: Nginx;

// Stopped in turn, whichever of them came to start.
let running: { stop(): Promise<void> }[] = [];

test.afterEach(async () => {
	for (const program of running.toReversed()) await program.stop();
	running = [];
});

test.describe('the example of docs/deploy.md', () => {
	test.use({ httpCredentials: VISITOR });

	test.beforeEach(async ({ allowedOrigins }) => {
		const port = await freePort();
		server = await startTemporaryServer({
			env: { ORIGINS: `http://127.0.0.1:${port}`, ADDRESS_HEADER: 'x-forwarded-for' }
		});
		running.push(server);
		nginx = await startNginx(exampleSite(port, Number(new URL(server.origin).port)), port);
		running.push(nginx);
		allowedOrigins.add(nginx.origin);
	});

	test('asks who comes, and lets pages, forms and saved drafts through', async ({ page }) => {
		expect((await fetch(nginx.origin)).status).toBe(401);
		await page.goto(nginx.origin);
		await page.getByLabel('Name', { exact: true }).fill('Behind nginx');
		await page.getByLabel('Name', { exact: true }).press('Enter');
		await expect(page).toHaveURL(/\/apps\/[0-9a-f-]{36}\/vehicle-access/);
		expect(new URL(page.url()).origin).toBe(nginx.origin);
		// What it still loads would find nginx stopped.
		await page.close();
	});

	test('leaves to programs the header that their credentials are in', async () => {
		const health = await fetch(`${nginx.origin}/healthz`);
		expect(await health.json()).toEqual({ status: 'ok' });
		const token = await fetch(`${nginx.origin}/oauth/token`, {
			method: 'POST',
			headers: { authorization: `Basic ${btoa('8229df9f-91a0-4ff0-a1ae-a1f38ee24d07:wrong')}` },
			body: new URLSearchParams({ grant_type: 'authorization_code', code: 'x' })
		});
		expect([token.status, (await token.json()).error]).toEqual([401, 'invalid_client']);
		expect((await fetch(`${nginx.origin}/v2.0/vehicles`)).status).toBe(401);
		expect((await fetch(`${nginx.origin}/.well-known/oauth-authorization-server`)).status).toBe(
			200
		);
	});

	test('asks at every address but those, however it is written', async () => {
		for (const path of [
			'/v2.0/x\\..\\..\\catalog',
			'/v2.0/../catalog',
			'/v2.0/%2e%2e/catalog',
			'/oauth/token\\..\\..\\catalog',
			'/.well-known/..\\../catalog',
			'//catalog',
			'/V2.0/catalog'
		]) {
			expect([400, 401, 404], path).toContain(await statusOf(nginx.origin, path));
		}
	});

	test('is counted by who asks, not by the proxy and not by a claim', async ({ request }) => {
		const statuses: number[] = [];
		for (let count = 0; count < 40; count += 1) {
			const response = await request.get(`${nginx.origin}/oauth/authorize`, {
				headers: { 'x-forwarded-for': `192.0.2.${count}` }
			});
			statuses.push(response.status());
		}
		expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(5);
	});
});

/** Sends a path as it stands, which `fetch` would not. */
async function statusOf(origin: string, path: string): Promise<number | undefined> {
	const sent = request(origin, { path, agent: false }).end();
	const [response]: IncomingMessage[] = await once(sent, 'response');
	response?.resume();
	return response?.statusCode;
}

test.describe('nginx as it comes', () => {
	test.use({ provoked: /status of 403/ });

	test.beforeEach(async ({ allowedOrigins }) => {
		const port = await freePort();
		server = await startTemporaryServer();
		running.push(server);
		nginx = await startNginx(plainSite(port, Number(new URL(server.origin).port)), port);
		running.push(nginx);
		allowedOrigins.add(nginx.origin);
	});

	test('a form says which setting is missing', async ({ page }) => {
		await page.goto(nginx.origin);
		await page.getByLabel('Name', { exact: true }).fill('Behind nginx');
		await page.getByLabel('Name', { exact: true }).press('Enter');
		const main = page.getByRole('main');
		await expect(main).toContainText(`this request came from ${nginx.origin}`);
		await expect(main).toContainText(
			`start the server with ORIGINS=${server.origin},${nginx.origin}`
		);
		await expect(main).not.toContainText('Unexpected token');
	});
});
