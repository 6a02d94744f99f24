import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import type { TestApplication } from './support/application.ts';
import { expect, test } from './support/test.ts';

// Refusals are answered with 400.
test.use({ provoked: /status of 400/ });

const SECRET = /^vas_test_[\w-]{43}$/;

const section = (page: Page, name: string): Locator =>
	page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name }) });
const fresh = (place: Page | Locator): Locator => place.getByRole('group', { name: 'New secret' });
const rowsIn = (part: Locator): Locator => part.locator('tbody > tr');

async function open(page: Page, { path }: TestApplication): Promise<void> {
	await page.goto(`${path}/credentials`);
}

/** Presses “Make a secret” in a part of the page. */
async function make(page: Page, part: Locator): Promise<string> {
	const before = await rowsIn(part).count();
	await part.getByRole('button', { name: /^Make a secret/ }).click();
	await expect(rowsIn(part)).toHaveCount(before + 1);
	const secret = await fresh(part).locator('code').first().innerText();
	expect(secret).toMatch(SECRET);
	return secret;
}

async function confirmDelete(place: Locator): Promise<void> {
	await place.locator('summary').click();
	await place.locator('[data-action=delete]').click();
}

/** Posts as a page does that was loaded before. */
function post(page: Page, { path }: TestApplication, action: string, form: Record<string, string>) {
	return page.request.post(`${path}/credentials?/${action}`, {
		form,
		headers: { origin: new URL(page.url()).origin, accept: 'text/html' }
	});
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a secret is shown once, two are the most, and one deleted makes room', async ({
			page,
			application
		}) => {
			await open(page, application);
			const secrets = section(page, 'Client secrets');
			await expect(secrets).toContainText('No secret yet.');

			const first = await make(page, secrets);
			await expect(fresh(page)).toContainText('it will not be shown again');
			const environment = page.getByRole('region', { name: 'environment of your app' });
			await expect(environment).toContainText(`SMARTCAR_CLIENT_ID=${application.clientId}`);
			await expect(environment).toContainText(`SMARTCAR_CLIENT_SECRET=${first}`);
			await expect(environment).toContainText(
				`SMARTCAR_API_V3_ORIGIN=${new URL(page.url()).origin}`
			);
			await expect(rowsIn(secrets)).toContainText([`vas_test_…${first.slice(-4)}`]);
			await expect(rowsIn(secrets)).toContainText(['never']);
			expect(page.url()).not.toContain(first);
			expect(JSON.stringify(await page.context().cookies())).not.toContain(first);

			await open(page, application);
			await expect(rowsIn(secrets)).toHaveCount(1);
			await expect(fresh(page)).toHaveCount(0);
			expect(await page.content()).not.toContain(first);

			const second = await make(page, secrets);
			expect(second).not.toBe(first);
			await expect(secrets.getByRole('button', { name: /^Make a secret/ })).toHaveCount(0);
			await expect(secrets).toContainText('2 secrets are the most.');

			await confirmDelete(rowsIn(secrets).filter({ hasText: first.slice(-4) }));
			await expect(rowsIn(secrets)).toHaveCount(1);
			await expect(rowsIn(secrets)).toContainText([`…${second.slice(-4)}`]);
			await expect(secrets.getByRole('button', { name: /^Make a secret/ })).toBeVisible();
			// Where scripts run it stays until the page is left, whatever else is done meanwhile.
			await expect(fresh(page)).toHaveCount(javaScriptEnabled ? 1 : 0);
			if (javaScriptEnabled) await expect(fresh(page)).toContainText(second);

			await confirmDelete(rowsIn(secrets));
			await expect(rowsIn(secrets)).toHaveCount(0);
			await expect(fresh(page)).toHaveCount(0);
		});

		test('a third secret is refused, though the page showed room for it', async ({
			page,
			application
		}) => {
			await open(page, application);
			const secrets = section(page, 'Client secrets');
			for (let count = 0; count < 2; count++) {
				const made = await post(page, application, 'makeSecret', {});
				expect(made.status()).toBe(200);
				expect(made.headers()['cache-control']).toBe('no-store');
			}
			await secrets.getByRole('button', { name: /^Make a secret/ }).click();
			await expect(secrets.getByRole('alert')).toHaveText(
				'An application has at most 2 secrets; delete the one that is no longer used first.'
			);
			await expect(rowsIn(secrets)).toHaveCount(2);
		});

		test('a secret that another window deleted gets a sentence', async ({ page, application }) => {
			await open(page, application);
			const secrets = section(page, 'Client secrets');
			await make(page, secrets);
			const id = await rowsIn(secrets).getAttribute('data-id');
			await post(page, application, 'deleteSecret', { id: id ?? '' });
			await confirmDelete(rowsIn(secrets));
			await expect(secrets.getByRole('alert')).toContainText('deleted in another window');
			await expect(rowsIn(secrets)).toHaveCount(0);
		});

		test('a machine client has an id and secrets of its own', async ({ page, application }) => {
			await open(page, application);
			const machines = section(page, 'Machine clients');
			const name = page.getByLabel('Name of the machine client');
			const create = page.getByRole('button', { name: 'Make a machine client' });

			await create.click();
			await expect(name).toHaveAccessibleDescription(/Give the machine client a name/);
			await name.fill('Nightly sync');
			await create.click();
			const entry = machines.getByRole('article', { name: 'Nightly sync' });
			await expect(entry).toContainText(/client_[0-9A-HJKMNP-TV-Z]{26}/);
			await expect(name).toHaveValue('');

			const secret = await make(page, entry);
			await expect(entry.locator('tbody')).toContainText(secret.slice(-4));
			await expect(rowsIn(section(page, 'Client secrets'))).toHaveCount(0);
			await make(page, entry);
			await make(page, entry);
			await expect(entry).toContainText('3 secrets are the most.');

			await confirmDelete(entry.locator(':scope > form'));
			await expect(entry).toHaveCount(0);
			await expect(machines).toContainText('No machine client yet.');
		});

		test('what is asked of a machine client that is gone gets a sentence', async ({
			page,
			application
		}) => {
			await open(page, application);
			await page.getByLabel('Name of the machine client').fill('Nightly sync');
			await page.getByRole('button', { name: 'Make a machine client' }).click();
			const entry = page.getByRole('article', { name: 'Nightly sync' });
			await expect(entry).toBeVisible();
			const id = await entry.getAttribute('data-id');
			await post(page, application, 'deleteMachineClient', { id: id ?? '' });
			await entry.getByRole('button', { name: /^Make a secret/ }).click();
			await expect(section(page, 'Machine clients').getByRole('alert')).toContainText(
				'This machine client was deleted in another window'
			);
			await expect(entry).toHaveCount(0);
		});

		test('the protocol is the platform’s until another is saved', async ({ page, application }) => {
			await open(page, application);
			const strict = page.getByRole('radio', { name: /^Strict/ });
			await expect(page.getByRole('radio', { name: /^As the platform/ })).toBeChecked();
			await strict.check();
			await page.getByRole('button', { name: 'Save protocol' }).click();
			await expect(section(page, 'Protocol')).toContainText('Saved.');
			await open(page, application);
			await expect(strict).toBeChecked();
			const refused = await post(page, application, 'protocol', { protocol: 'lax' });
			expect(refused.status()).toBe(400);
			expect(await refused.text()).toContain('A protocol is platform or strict.');
		});

		test('a redirect URI in the address stands in the field until it is added', async ({
			page,
			application
		}) => {
			const uri = 'http://localhost:8000/callback?from=link';
			await page.goto(`${application.path}/credentials?uri=${encodeURIComponent(uri)}`);
			const field = page.getByLabel('Redirect URI');
			const add = page.getByRole('button', { name: 'Add redirect URI' });
			const uris = page.getByRole('main').locator('ol > li');
			await expect(field).toHaveValue(uri);
			await expect(uris).toHaveCount(0);
			await add.click();
			await expect(uris).toContainText([uri]);
			await expect(field).toHaveValue('');
			await field.fill('http://localhost:8000/other');
			await add.click();
			await expect(uris).toHaveCount(2);
			await expect(field).toHaveValue('');
		});
	});
}

test('focus goes to the secret that was made, and to the list when one is deleted', async ({
	page,
	application
}) => {
	await open(page, application);
	// The header tells the time only once the page listens.
	await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
	const secrets = section(page, 'Client secrets');
	for (const count of [1, 2]) {
		await secrets.getByRole('button', { name: /^Make a secret/ }).focus();
		await page.keyboard.press('Enter');
		await expect(rowsIn(secrets)).toHaveCount(count);
		await expect(fresh(page)).toBeFocused();
	}
	const last = rowsIn(secrets).last();
	await last.locator('summary').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(rowsIn(secrets)).toHaveCount(1);
	await expect(secrets.locator('.list')).toBeFocused();
	await expect(page.locator('[data-announcer]')).toHaveText('Deleted the secret');
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('the filled page has no accessibility finding and fits', async ({ page, application }) => {
			test.slow();
			await open(page, application);
			await page.getByLabel('Name of the machine client').fill(`Nightly ${'x'.repeat(72)}`);
			await page.getByRole('button', { name: 'Make a machine client' }).click();
			await make(page, page.getByRole('article'));
			await make(page, section(page, 'Client secrets'));
			for (const summary of await page.getByRole('main').locator('section summary').all()) {
				await summary.click();
			}
			for (const width of [320, 768, 1440]) {
				await page.setViewportSize({ width, height: 800 });
				await expectAccessible(page);
				const sideways = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(sideways, `scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
			}
		});
	});
}
