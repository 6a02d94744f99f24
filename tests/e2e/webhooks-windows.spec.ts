import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { connectApp, pointSdkAt } from './support/connected-app.ts';
import { expect, test } from './support/test.ts';
import { startReceiver, type WebhookReceiver } from './support/webhook-receiver.ts';

let receiver: WebhookReceiver;
let path: string;
let webhookId: string;

test.beforeEach(async ({ baseURL, page }) => {
	pointSdkAt(baseURL ?? '');
	receiver = await startReceiver();
	const { clientId } = await connectApp(page.request, {
		make: 'VOLKSWAGEN',
		profile: 'volkswagen-id4',
		scope: ['read_battery', 'read_odometer']
	});
	path = `/apps/${clientId}/webhooks`;
	const codes = ['tractionbattery-stateofcharge', 'odometer-traveleddistance'];
	const data = {
		clientId,
		name: 'Fleet',
		callbackUri: receiver.uri,
		triggers: codes,
		signals: codes
	};
	const managementToken = randomUUID();
	receiver.token = managementToken;
	const made = await page.request.post('/sandbox/api/webhooks', {
		data: { ...data, managementToken }
	});
	expect(made.status(), await made.text()).toBe(200);
	({ id: webhookId } = await made.json());
});
test.afterEach(() => receiver.close());

const card = (page: Page) => page.locator('#card');
const main = (page: Page) => page.locator('#main');
/** What stands above all else. */
const notice = (page: Page) => page.locator('#main .notice');

/** A window that learns of nothing before something is pressed in it. */
async function openStale(page: Page): Promise<Page> {
	const tab = await page.context().newPage();
	await tab.route('**/live*', (route) => route.abort());
	await tab.goto(`${path}?webhook=${webhookId}`);
	return tab;
}

async function deleteIt(page: Page): Promise<void> {
	await card(page).getByText('Delete…').click();
	await card(page).getByRole('button', { name: 'Delete the webhook' }).click();
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled, provoked: /status of 40[04]|net::ERR_FAILED/ });

		test('what one window deleted does no harm in another', async ({ page }) => {
			const edit = await page.context().newPage();
			const tabs = new Map<string, Page>();
			for (const name of ['Send a test event', 'Verify again', 'Disable', 'Delete']) {
				tabs.set(name, await openStale(page));
			}
			await page.goto(`${path}?webhook=${webhookId}`);
			await edit.goto(`${path}/${webhookId}/edit`);
			await edit.getByRole('textbox', { name: 'Name' }).fill('Kept');
			await deleteIt(page);
			await expect(notice(page)).toContainText('The webhook was deleted.');
			for (const [name, tab] of tabs) {
				if (name === 'Delete') continue;
				await tab.getByRole('button', { name }).click();
				await expect(main(tab).getByRole('alert').first()).toContainText(/webhook.*deleted/i);
			}
			await edit.getByRole('button', { name: 'Save' }).click();
			await expect(main(edit)).toContainText(/webhook.*deleted/i);
			// Who deletes it as well has what they wanted.
			const tab = tabs.get('Delete') ?? page;
			await deleteIt(tab);
			await expect(notice(tab)).toContainText('The webhook was deleted.');
			await expect(tab.getByRole('heading', { name: 'No webhook yet' })).toBeVisible();
		});

		test('a save puts nothing back that another window changed', async ({ page }) => {
			const tab = await page.context().newPage();
			await page.goto(`${path}/${webhookId}/edit`);
			await tab.goto(`${path}/${webhookId}/edit`);
			await page.getByRole('textbox', { name: 'Name' }).fill('Charging');
			await page.getByLabel('State of charge: Fires when it changes').uncheck();
			await page.getByRole('button', { name: 'Save' }).dblclick();
			await expect(notice(page)).toContainText('Saved.');
			await tab.getByRole('textbox', { name: 'Name' }).fill('Mileage');
			await tab.getByRole('button', { name: 'Save' }).click();
			await expect(main(tab).getByRole('alert')).toContainText('changed this webhook meanwhile');
			await expect(tab.getByRole('textbox', { name: 'Name' })).toHaveValue('Mileage');
			await expect(tab.getByLabel('State of charge: Fires when it changes')).toBeChecked();
			await tab.getByRole('button', { name: 'Save' }).click();
			await expect(notice(tab)).toContainText('Saved.');
			await expect(card(tab).getByRole('heading')).toHaveText('Mileage');
		});

		test('a key is replaced once by two presses, and by the press of an old page not at all', async ({
			page
		}) => {
			const tab = await openStale(page);
			await page.goto(path);
			const rotate = async (window: Page, press: 'click' | 'dblclick') => {
				await card(window).getByText('Rotate…').click();
				await card(window).getByRole('button', { name: 'Replace the key' })[press]();
				await expect(notice(window)).toContainText('The key was replaced.');
				return (await card(window).locator('.key code').textContent()) ?? '';
			};
			const key = await rotate(page, 'dblclick');
			expect(await rotate(tab, 'click')).toBe(key);
			// The one before is still known to the calculator, whoever pressed how often.
			receiver.token = key;
			await page.goto(path);
			await page.getByRole('button', { name: 'Verify again' }).click();
			await expect(card(page).getByText('verified', { exact: true })).toBeVisible();
			await page.getByRole('button', { name: 'Send a test event' }).click();
			await expect.poll(() => receiver.received.length).toBe(2);
			await page.goto(`${path}?state=delivered&type=VEHICLE_STATE`);
			await page.locator('[data-delivery]').first().getByRole('link').click();
			const signature = page.getByRole('region', { name: 'Signature' });
			await expect(signature).toContainText(String(receiver.received[0]?.headers['sc-signature']));
		});

		test('a car that is subscribed in two windows is subscribed', async ({ page }) => {
			const tab = await openStale(page);
			await page.goto(path);
			for (const [name, said] of [
				['Subscribe Volkswagen', 'is subscribed.'],
				['Unsubscribe Volkswagen', 'is no longer subscribed.']
			] as const) {
				for (const window of [page, tab]) {
					await window.getByRole('button', { name: new RegExp(`^${name}`) }).click();
					await expect(notice(window)).toContainText(said);
				}
			}
			await expect.poll(() => receiver.received.length).toBe(1);
		});
	});
}

test.describe('who looks on', () => {
	test('sees at once what another window changed, and keeps what is typed', async ({ page }) => {
		await page.goto(path);
		const tab = await page.context().newPage();
		await tab.goto(path);
		await expect(tab.getByText('Live', { exact: true })).toBeVisible();
		const moment = tab.getByLabel('Moment, UTC');
		await moment.fill('13:4');
		await page.getByRole('link', { name: 'Edit…' }).click();
		await page.getByRole('textbox', { name: 'Name' }).fill('Charging');
		await page.getByRole('button', { name: 'Save' }).click();
		await expect(card(tab).getByRole('heading')).toHaveText('Charging');
		await expect(moment).toHaveValue('13:4');
		await moment.pressSequentially('0');
		await expect(moment).toHaveValue('13:40');
		await expect(moment).toBeFocused();
	});

	test('has nothing unfolded of another webhook once the first is gone', async ({ page }) => {
		const clientId = path.split('/')[2];
		const codes = ['odometer-traveleddistance'];
		const other = {
			clientId,
			name: 'Second',
			callbackUri: receiver.uri,
			triggers: codes,
			signals: codes
		};
		expect((await page.request.post('/sandbox/api/webhooks', { data: other })).status()).toBe(200);
		const tab = await page.context().newPage();
		await tab.goto(path);
		await expect(tab.getByText('Live', { exact: true })).toBeVisible();
		await card(tab).getByText('Delete…').click();
		await expect(card(tab).getByRole('button', { name: 'Delete the webhook' })).toBeVisible();
		await page.goto(path);
		await deleteIt(page);
		await expect(card(tab).getByRole('heading')).toHaveText('Second');
		await expect(card(tab).getByRole('button', { name: 'Delete the webhook' })).toBeHidden();
	});
});
