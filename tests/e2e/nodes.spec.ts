import type { APIRequestContext, Page } from '@playwright/test';
import { killNodes } from '../../soak/kill-nodes.ts';
import { losePostgres } from '../../soak/lose-postgres.ts';
import { Nodes } from '../../tools/nodes.ts';
import {
	databaseAt,
	startPostgres,
	withConnection,
	type PostgresServer
} from '../../tools/postgres-server.ts';
import type { TestApplication } from './support/application.ts';
import {
	allow,
	connectLink,
	passPreamble,
	pickBrand,
	returned,
	signIn
} from './support/connect.ts';
import { makeSecret, registerRedirectUri } from './support/credentials.ts';
import { saveDraft } from './support/draft.ts';
import { ODOMETER, row } from './support/picker.ts';
import { expect, test } from './support/test.ts';
import { testVehiclesOn } from './support/vehicles-on-nodes.ts';

// Without a PostgreSQL there is nothing to try; `npm test` says so, and CI fails there.
let server: PostgresServer | null = null;
let nodes: Nodes;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
	server = await startPostgres();
	if (!server) return;
	await withConnection(server.url, (client) => client.query('create database nodes'));
	// Both at once, on an empty database: one of them migrates it.
	nodes = await Nodes.start(databaseAt(server.url, 'nodes'), 2);
});
test.beforeEach(({ allowedOrigins }) => {
	test.skip(server === null, 'There is no PostgreSQL.');
	for (const origin of nodes.origins) allowedOrigins.add(origin);
});
test.afterAll(async () => {
	if (!server) return;
	await nodes.stop();
	await server.stop();
});

/** Makes an application on the first server. */
async function createOn(request: APIRequestContext, name: string): Promise<TestApplication> {
	const origin = nodes.originOf(0);
	const answer = await request.post(`${origin}/?/create`, {
		form: { name },
		headers: { origin, accept: 'text/html' },
		maxRedirects: 0
	});
	const [, clientId = ''] = /\/apps\/([0-9a-f-]{36})/.exec(answer.headers().location ?? '') ?? [];
	return { clientId, name, path: `${origin}/apps/${clientId}` };
}

/** The same application, on another server. */
const at = (index: number, application: TestApplication): TestApplication => ({
	...application,
	path: `${nodes.originOf(index)}/apps/${application.clientId}`
});

/** Goes on with the page on another server, in the same browser. */
async function moveTo(page: Page, index: number): Promise<void> {
	const { pathname, search } = new URL(page.url());
	await page.goto(nodes.originOf(index) + pathname + search);
}

test('a draft saved on one server is what the other shows, however often it was shown before', async ({
	page
}) => {
	const application = await createOn(page.request, 'Two servers');
	const box = row(page, ODOMETER).getByRole('checkbox');
	for (const [from, to, words] of [
		[0, 1, ODOMETER],
		[1, 0, ''],
		[0, 1, `${ODOMETER}!`]
	] as const) {
		await page.goto(`${at(to, application).path}/vehicle-access`);
		await page.goto(`${at(from, application).path}/vehicle-access`);
		await saveDraft(page, at(from, application), words);
		await page.goto(`${at(to, application).path}/vehicle-access`);
		await expect(box).toBeChecked({ checked: words !== '' });
	}
});

test('a consent goes from server to server, and its code serves once', async ({
	page,
	appServer
}) => {
	const application = await createOn(page.request, 'Wanderer');
	await page.goto(application.path);
	await registerRedirectUri(page, application, appServer.callback);
	const secret = await makeSecret(page, at(0, application));
	const link = connectLink(application, { scope: 'read_odometer', state: 'here' });

	await page.goto(nodes.originOf(0) + link);
	await moveTo(page, 1);
	await passPreamble(page);
	await moveTo(page, 0);
	await pickBrand(page);
	await moveTo(page, 1);
	await signIn(page);
	await page.locator('#approval-button').waitFor();
	await moveTo(page, 0);
	await allow(page);
	const answer = await returned(page, appServer);
	expect(answer.get('state')).toBe('here');

	const exchanges = await Promise.all(
		nodes.origins.map((origin) =>
			page.request.post(`${origin}/oauth/token`, {
				form: {
					grant_type: 'authorization_code',
					code: answer.get('code') ?? '',
					redirect_uri: appServer.callback,
					client_id: application.clientId,
					client_secret: secret
				}
			})
		)
	);
	expect(exchanges.map((one) => one.status()).sort()).toEqual([200, 400]);
});

test('the sample client begins on one server and ends on the other', async ({ page }) => {
	const application = await createOn(page.request, 'Sampler');
	await page.goto(application.path);
	await saveDraft(page, application, ODOMETER);
	await page.goto(`${application.path}/publish`);
	await page.getByLabel('Reason').fill('First');
	await page.getByRole('button', { name: /^Publish version/ }).click();
	await page.goto(`${at(1, application).path}/share`);
	const opened = page.waitForEvent('popup');
	await page.getByRole('link', { name: 'Open in sandbox' }).click();
	const popup = await opened;
	await passPreamble(popup);
	await moveTo(popup, 0);
	await pickBrand(popup);
	await signIn(popup);
	await allow(popup);
	await expect(popup.getByText('The state is the one that this browser began with.')).toBeVisible();
	await popup.getByRole('button', { name: 'Exchange the code' }).click();
	await expect(popup.getByRole('heading', { name: /The tokens/ })).toBeVisible();
});

test('the clock of the rehearsal, moved on one server, ends a token on the other', async ({
	page
}) => {
	const [one, other] = [nodes.originOf(0), nodes.originOf(1)];
	const application = await createOn(page.request, 'Clockwork');
	await page.goto(application.path);
	const credentials = {
		client_id: application.clientId,
		client_secret: await makeSecret(page, application)
	};
	const { clientId } = application;
	const asked = { clientId, scope: 'read_odometer' };
	const consent = await page.request.post(`${one}/sandbox/api/authorize`, { data: asked });
	const { code, redirect } = await consent.json();
	const { origin, pathname } = new URL(redirect);
	const exchange = await page.request.post(`${other}/oauth/token`, {
		form: {
			grant_type: 'authorization_code',
			code,
			redirect_uri: origin + pathname,
			...credentials
		}
	});
	const { access_token: token } = await exchange.json();
	const vehiclesOn = async (server: string) => {
		const headers = { authorization: `Bearer ${token}` };
		return (await page.request.get(`${server}/v2.0/vehicles`, { headers })).status();
	};
	const clock = (server: string) => `${server}/sandbox/api/clock`;
	expect(await vehiclesOn(other)).toBe(200);
	await page.request.post(clock(one), { data: { advance: '2h' } });
	expect(await vehiclesOn(other)).toBe(401);
	expect(await (await page.request.get(clock(other))).json()).toMatchObject({ offsetMs: 7.2e6 });
	await page.request.post(clock(other), { data: { reset: true } });
	expect(await (await page.request.get(clock(one))).json()).toMatchObject({ offsetMs: 0 });
});

testVehiclesOn((index) => nodes.originOf(index));

test('while the database is gone everybody is told when to ask again, and then served', async ({
	request
}) => {
	const url = server?.url ?? '';
	const allowConnections = (allowed: boolean) =>
		withConnection(url, async (client) => {
			await client.query(`alter database nodes with allow_connections ${allowed}`);
			await client.query(
				"select pg_terminate_backend(pid) from pg_stat_activity where datname = 'nodes'"
			);
		});
	const ask = async () => {
		const origin = nodes.originOf(1);
		const form = {
			grant_type: 'authorization_code',
			code: 'x',
			client_id: 'y',
			client_secret: 'z'
		};
		return [
			await request.get(`${origin}/`),
			await request.get(`${origin}/healthz`),
			await request.post(`${origin}/oauth/token`, { form })
		];
	};
	await allowConnections(false);
	try {
		for (const answer of await ask()) {
			expect(answer.status(), answer.url()).toBe(503);
			expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
			expect(await answer.text()).toContain('The database server cannot be reached.');
		}
	} finally {
		await allowConnections(true);
	}
	expect((await ask()).map((answer) => answer.status())).toEqual([200, 200, 401]);
});

test('either server may be killed under load: nothing is lost, no code serves twice', async () => {
	const outcome = await killNodes(4);
	expect(outcome?.faults).toEqual([]);
});

test('a database that is gone for seconds: refusals that say when, then the same servers serve on', async () => {
	const outcome = await losePostgres(5);
	expect(outcome?.faults).toEqual([]);
});
