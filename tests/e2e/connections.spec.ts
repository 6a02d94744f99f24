import { expectAccessible } from './support/accessible.ts';
import { allow, connectLink, reachConsent, returned, TWO_VEHICLES } from './support/connect.ts';
import { makeSecret, registerRedirectUri } from './support/credentials.ts';
import { publishDraft, saveDraft } from './support/draft.ts';
import { expect, test } from './support/test.ts';

const CHARGE = 'tractionbattery-stateofcharge';
const NO_CONNECTION = 'No vehicle is connected yet';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('before the first connection there is one way on', async ({ page, application }) => {
			await page.goto(`${application.path}/history`);
			if (javaScriptEnabled) {
				await page.getByRole('link', { name: 'Connections', exact: true }).click();
			} else {
				await page.goto(`${application.path}/connections`);
			}
			await expect(page.getByRole('heading', { level: 1, name: 'Connections' })).toBeVisible();
			await expect(page.getByRole('heading', { name: NO_CONNECTION })).toBeVisible();
			await expect(page.getByRole('table')).toHaveCount(0);
			await page.getByRole('link', { name: 'Open the Connect link' }).click();
			await expect(page.getByLabel('Connect link', { exact: true })).toBeVisible();
			if (!javaScriptEnabled) await expect(page).toHaveURL(/\/share$/);
		});

		test('a review says that nobody has to be asked again', async ({ page, application }) => {
			await saveDraft(page, application, CHARGE);
			await page.goto(`${application.path}/publish`);
			await expect(page.getByRole('region', { name: 'Impact on connections' })).toContainText(
				`${NO_CONNECTION}, so nobody has to be asked again.`
			);
		});
	});
}

test('an address that names no connection is answered in words', async ({ page, application }) => {
	await publishDraft(page, application, CHARGE, 'First release');
	for (const query of ['connection=nothing', 'connection=%00&page=x', 'lacking=true&page=99']) {
		const response = await page.goto(`${application.path}/connections?${query}`);
		expect(response?.status(), query).toBe(200);
		const alert = page.getByRole('alert').filter({ hasText: 'There is no such connection.' });
		await expect(alert).toHaveCount(query.startsWith('connection') ? 1 : 0);
		await expect(page.getByRole('heading', { name: NO_CONNECTION })).toBeVisible();
	}
});

test.describe('a connection that is gone', () => {
	test.use({ provoked: /status of 400/, javaScriptEnabled: false });

	test('cannot be disconnected again', async ({ page, application }) => {
		await page.goto(`${application.path}/connections`);
		const { origin } = new URL(page.url());
		const answer = await page.request.post(`${application.path}/connections?/disconnect`, {
			headers: { origin, accept: 'text/html' },
			form: { connection: 'gone' }
		});
		expect(answer.status()).toBe(400);
		expect(await answer.text()).toContain('This connection was ended elsewhere');
	});
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('the page is accessible and fits a phone', async ({ page, application }) => {
			for (const width of [1440, 768, 320]) {
				await page.setViewportSize({ width, height: 720 });
				for (const query of ['', '?connection=nothing']) {
					await page.goto(`${application.path}/connections${query}`);
					await expectAccessible(page);
					const sideways = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth
					);
					expect(sideways, `${query} at ${width}`).toBeLessThanOrEqual(0);
				}
			}
		});
	});
}

test('after a journey a connection is listed, counted in a review, and asked again', async ({
	page,
	application,
	appServer
}) => {
	await registerRedirectUri(page, application, appServer.callback);
	await publishDraft(page, application, `${CHARGE}!`, 'First release');
	const link = connectLink(application, { user: 'u-1', external_id: 'fleet-7' });
	const rows = page.locator('tbody > tr');
	await reachConsent(page, link, { username: TWO_VEHICLES });
	await allow(page);
	await returned(page, appServer);
	await page.goto(`${application.path}/connections`);
	await expect(rows).toHaveCount(2);
	await expect(rows.first()).toContainText(TWO_VEHICLES);
	await expect(rows.first()).toContainText('external id fleet-7');
	await expect(rows.first()).toContainText('user u-1');
	// What is in order is not said of every row.
	await expect(rows.filter({ hasText: 'lacks' })).toHaveCount(0);

	await saveDraft(page, application, `${CHARGE}! make`);
	await page.goto(`${application.path}/publish`);
	const impact = page.getByRole('region', { name: 'Impact on connections' });
	await expect(impact).toContainText(
		'All 2 connections lack a permission of this version until their owners authorize again.'
	);
	await impact.getByText('Which ones, and what they lack').click();
	await expect(impact).toContainText(`Chevrolet Volt 2019 of ${TWO_VEHICLES}`);
	await publishDraft(page, application, `${CHARGE}! make`, 'Show the make');

	await page.goto(`${application.path}/connections?lacking=true`);
	await expect(rows).toHaveCount(2);
	await page.getByRole('link', { name: /^Chevrolet Volt/ }).click();
	const open = page.getByRole('region', { name: 'Chevrolet Volt 2019' });
	await expect(open).toContainText('Would also be asked for read_vehicle_info.');
	await expectAccessible(page);
	await open.getByText('Disconnect…').click();
	await open.getByRole('button', { name: /^Disconnect/ }).click();
	await expect(rows).toHaveCount(1);
	await page.getByRole('link', { name: 'Ended 1' }).click();
	const ended = page.getByRole('row', { name: /^Chevrolet Volt 2019/ });
	await expect(ended).toContainText('in the dashboard');
	await expect(page.getByRole('columnheader', { name: 'Ended' })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: /^Lacks something/ }).click();
	await expect(rows).toHaveCount(1);
	await page
		.getByRole('link', { name: /^Ask again/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		`Connect your vehicle to ${application.name}`
	);
});

test('a secret that gets tokens is no longer unused', async ({ page, application, appServer }) => {
	await registerRedirectUri(page, application, appServer.callback);
	const secret = await makeSecret(page, application);
	const row = page.getByRole('row', { name: new RegExp(secret.slice(-4)) });
	await page.goto(`${application.path}/credentials`);
	await expect(row).toContainText('never');
	await reachConsent(page, connectLink(application, { scope: 'read_vin' }));
	const ours = new URL(page.url()).origin;
	await allow(page);
	const code = (await returned(page, appServer)).get('code') ?? '';
	const answer = await page.request.post(`${ours}/oauth/token`, {
		headers: { authorization: `Basic ${btoa(`${application.clientId}:${secret}`)}` },
		form: { grant_type: 'authorization_code', code }
	});
	expect(answer.status()).toBe(200);
	await page.goto(`${application.path}/credentials`);
	await expect(row).toBeVisible();
	await expect(row).not.toContainText('never');
});
