import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { makeSecret, registerRedirectUri } from './support/credentials.ts';
import { saveDraft } from './support/draft.ts';
import { explain } from './support/import.ts';
import { expectFitAtEveryWidth } from './support/layout.ts';
import { expect, test } from './support/test.ts';

// Refusals are answered with 400.
test.use({ provoked: /status of 40[01]/ });

async function create(page: Page, name: string, clientId: string): Promise<void> {
	await page.goto('/');
	await page.getByLabel('Name', { exact: true }).fill(name);
	await page.getByLabel('Client ID', { exact: true }).fill(clientId);
	await page.getByRole('button', { name: 'Create application' }).click();
}

async function change(page: Page, clientId: string): Promise<void> {
	await page.getByLabel('Client ID', { exact: true }).fill(clientId);
	await page.getByRole('button', { name: 'Change client id' }).click();
}

async function remove(page: Page, clientId: string, name: string): Promise<void> {
	const answer = await page.request.post(`/apps/${clientId}/settings?/delete`, {
		headers: { origin: new URL(page.url()).origin, accept: 'text/html' },
		form: { confirm: name }
	});
	expect(answer.ok()).toBe(true);
}

const marks = (page: Page) => page.getByRole('main').locator('[data-made-here]');

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('an application is created with the client id of the platform', async ({ page }) => {
			const id = randomUUID();
			await create(page, 'From the platform', ` ${id.toUpperCase()}`);
			await expect(page).toHaveURL(`/apps/${id}/vehicle-access`);
			for (const subpage of ['share', 'share?code_for=live']) {
				await page.goto(`/apps/${id}/${subpage}`);
				await expect(page.getByLabel('Connect link')).toHaveValue(new RegExp(`client_id=${id}`));
				await expect(marks(page)).toHaveCount(0);
			}
			await page.goto(`/apps/${id}/credentials`);
			await expect(page.getByText('from the platform', { exact: true })).toBeVisible();

			await create(page, 'The second', id);
			await expect(page.getByLabel('Client ID', { exact: true })).toHaveAccessibleDescription(
				new RegExp(`“From the platform” has ${id} already`)
			);
			await expect(page.getByLabel('Name', { exact: true })).toHaveValue('The second');
			await remove(page, id, 'From the platform');
		});

		test('what is no client id is explained beside the field, and kept', async ({ page }) => {
			const refusals: readonly [text: string, message: RegExp][] = [
				['client_01HXYZ', /is the id of API credentials/],
				['my-app', /“my-app” is no UUID/],
				['8229df9f-91a0-4ff0-a1ae', /is no UUID/]
			];
			for (const [text, message] of refusals) {
				await create(page, 'Never made', text);
				const field = page.getByLabel('Client ID', { exact: true });
				await expect(field).toHaveAccessibleDescription(message);
				await expect(field).toHaveAttribute('aria-invalid', 'true');
				await expect(field).toHaveValue(text);
				await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Never made');
				await expect(page).toHaveTitle('Applications · Valetkey');
			}
		});

		test('a client id made here is said beside everything for the live platform', async ({
			page,
			application
		}) => {
			const field = `${application.path}/credentials#client-id`;
			await page.goto(`/?q=${application.clientId}`);
			const row = page.getByRole('row').filter({ hasText: application.clientId });
			await expect(row.locator('[data-made-here]')).toHaveAttribute('href', field);

			await page.goto(`${application.path}/share?code_for=live`);
			await expect(page.getByLabel('Connect link')).toHaveValue(/^https:\/\/connect\.smartcar/);
			await expect(marks(page)).toHaveText([
				/This link does not work live yet/,
				/This QR code does not work live yet/,
				/This code does not work live yet/
			]);
			for (const link of await marks(page).getByRole('link').all()) {
				await expect(link).toHaveAttribute('href', field);
			}
			const rehearsal = page.getByRole('link', { name: 'Open in sandbox' });
			await expect(rehearsal).toHaveClass(/primary/);
			await expect(rehearsal).toBeFocused();
			await marks(page).first().getByRole('link').click();
			await expect(page).toHaveURL(field);
			if (javaScriptEnabled)
				await expect(page.getByLabel('Client ID', { exact: true })).toBeFocused();
			await expect(page.getByText('the live platform does not know it')).toBeVisible();
		});

		test('the real client id is given on Share, where its link is', async ({ page }) => {
			const second = randomUUID();
			await create(page, 'Given on Share', '');
			await page.waitForURL(/\/vehicle-access$/);
			await page.goto(page.url().replace(/vehicle-access$/, 'share'));
			const field = page.getByLabel('Client ID from the platform');
			await field.fill('client_01');
			await page.getByRole('button', { name: 'Save', exact: true }).click();
			await expect(field).toHaveAccessibleDescription(/API credentials/);
			await expect(field).toHaveValue('client_01');
			await field.fill(second);
			await page.getByRole('button', { name: 'Save', exact: true }).click();
			await expect(page).toHaveURL(`/apps/${second}/share`);
			await expect(page.getByLabel('Connect link')).toHaveValue(
				new RegExp(`^https://connect\\.smartcar.*client_id=${second}`)
			);
			await expect(field).toHaveCount(0);
			await expect(marks(page)).toHaveCount(0);
			await remove(page, second, 'Given on Share');
		});

		test('the client id is changed, and all that hangs on it goes along', async ({ page }) => {
			const [first, second] = [randomUUID(), randomUUID()];
			await create(page, 'Renamed', first);
			const application = { clientId: first, name: 'Renamed', path: `/apps/${first}` };
			await expect(page).toHaveURL(`${application.path}/vehicle-access`);
			await saveDraft(page, application, 'odometer-traveleddistance');
			await registerRedirectUri(page, application, `sc${first}://callback`);
			const secret = await makeSecret(page, application);

			await page.goto(`${application.path}/credentials`);
			await change(page, 'client_01');
			await expect(page.getByLabel('Client ID', { exact: true })).toHaveAccessibleDescription(
				/API credentials/
			);
			await change(page, second);
			await expect(page).toHaveURL(`/apps/${second}/credentials?changed#client-id`);
			await expect(page.getByText('The client id was changed.')).toBeVisible();
			if (javaScriptEnabled) await expectFitAtEveryWidth(page);
			await change(page, 'client_01');
			await expect(page.getByText('is the id of API credentials')).toBeVisible();
			await expect(page.getByText('The client id was changed.')).toHaveCount(0);
			await expect(page.getByRole('heading', { name: 'Former client ids' })).toBeVisible();
			await expect(page.getByText(`vas_test_…${secret.slice(-4)}`)).toBeVisible();

			await page.getByRole('button', { name: `Rewrite to sc${second}://callback` }).click();
			await expect(
				page.locator('.uri > code', { hasText: `sc${second}://callback` })
			).toBeVisible();
			await expect(page.getByText('It no longer fits')).toBeHidden();

			await page.goto(`/apps/${first}/share?mode=simulated`);
			await expect(page).toHaveURL(`/apps/${second}/share?mode=simulated`);
			const draft = await page.request.get(`/apps/${first}/vehicle-access.json`);
			expect(await draft.text()).toContain('odometer-traveleddistance');

			await page.goto(`/oauth/authorize?response_type=code&client_id=${first}`);
			await expect(page.getByText(`Invalid parameter client_id: ${first}`)).toBeVisible();
			await expect(page.getByText(`the application’s client id is ${second} now`)).toBeVisible();
			const token = await page.request.post('/oauth/token', {
				form: {
					grant_type: 'authorization_code',
					code: randomUUID(),
					client_id: first,
					client_secret: secret
				}
			});
			expect(token.status()).toBe(401);
			expect(await token.text()).toContain(`The client id ${first} was replaced by another`);
			await page.goto('/');
			await remove(page, first, 'Renamed');
			await expect(async () => {
				expect((await page.request.get(`/apps/${second}/share`)).status()).toBe(404);
			}).toPass();
		});
	});
}

const odometer = (page: Page) =>
	page.locator('[data-code="odometer-traveleddistance"]').getByRole('checkbox');

test('a window that was open during the change saves its draft and finds the new address', async ({
	page,
	application,
	context
}) => {
	const id = randomUUID();
	await page.goto(`${application.path}/vehicle-access`);
	await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
	const other = await context.newPage();
	await other.goto(`${application.path}/credentials`);
	await change(other, id);
	await expect(other).toHaveURL(/changed/);

	const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
	await odometer(page).check();
	expect((await saved).status()).toBe(200);
	const draft = await page.request.get(`/apps/${id}/vehicle-access.json`);
	expect(await draft.text()).toContain('odometer-traveleddistance');
	await page.reload();
	await expect(page).toHaveURL(`/apps/${id}/vehicle-access`);
	await expect(odometer(page)).toBeChecked();
	await other.close();
});

test('a new application is rehearsed to the token, from Share in one press', async ({
	page,
	application,
	context
}) => {
	await saveDraft(page, application, 'odometer-traveleddistance');
	await page.goto(`${application.path}/vehicle-access`);
	await page.getByRole('link', { name: 'Share Connect Link' }).click();
	const rehearsal = page.getByRole('link', { name: 'Open in sandbox' });
	await expect(rehearsal).toBeFocused();
	await expect(rehearsal).toBeInViewport({ ratio: 1 });
	await expectAccessible(page);
	const opened = context.waitForEvent('page');
	await page.keyboard.press('Enter');
	const journey = await opened;
	await journey.getByRole('button', { name: 'Continue' }).click();
	await journey.getByRole('button', { name: 'Chevrolet', exact: true }).click();
	await journey.getByLabel('E-mail or phone').fill('anna@example.com');
	await journey.getByLabel('Password').fill('password');
	await journey.getByRole('button', { name: 'Sign in' }).click();
	await journey.getByRole('button', { name: 'Allow access' }).click();
	await expect(
		journey.getByText('The state is the one that this browser began with.')
	).toBeVisible();
	const [cookie] = (await context.cookies(journey.url())).filter(
		({ name }) => name === 'sample_client'
	);
	expect(cookie?.value).toMatch(/^[\w-]{43}$/);
	await journey.getByRole('button', { name: 'Exchange the code' }).click();
	await expect(journey.getByRole('heading', { name: /The tokens/ })).toBeVisible();
});

test('the client id of a pasted link is offered while the own one was made here', async ({
	page,
	application
}) => {
	const id = randomUUID();
	await page.goto(`${application.path}/import`);
	await explain(
		page,
		`https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=${id}&scope=read_vin`
	);
	await page.getByRole('link', { name: 'make it the client id here' }).click();
	await expect(page.getByLabel('Client ID', { exact: true })).toHaveValue(id);
	await page.getByRole('button', { name: 'Change client id' }).click();
	await expect(page).toHaveURL(`/apps/${id}/credentials?changed#client-id`);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`in ${colorScheme} the warnings fit at every width`, async ({ page, application }) => {
		await page.emulateMedia({ colorScheme });
		for (const address of [
			'/',
			`${application.path}/credentials`,
			`${application.path}/share?code_for=live`
		]) {
			await page.goto(address);
			await expectFitAtEveryWidth(page);
		}
	});
}
