import type { Locator, Page } from '@playwright/test';
import smartcar from 'smartcar';
import { expectAccessible } from './support/accessible.ts';
import { connectApp, pointSdkAt } from './support/connected-app.ts';
import { expectFitAtEveryWidth } from './support/layout.ts';
import { expect, test } from './support/test.ts';
import { startReceiver, type WebhookReceiver } from './support/webhook-receiver.ts';

let receiver: WebhookReceiver;
test.beforeEach(async ({ baseURL }) => {
	pointSdkAt(baseURL ?? '');
	receiver = await startReceiver();
});
test.afterEach(() => receiver.close());

const region = (page: Page, name: string) => page.getByRole('region', { name });
const rows = (page: Page) => page.locator('[data-delivery]');

/** A car that was added by hand, and connected. @returns the page of the webhooks */
async function connected(page: Page): Promise<string> {
	const { clientId } = await connectApp(page.request, {
		make: 'VOLKSWAGEN',
		profile: 'volkswagen-id4',
		scope: ['read_battery', 'read_odometer']
	});
	return `/apps/${clientId}/webhooks`;
}

/** Makes the webhook by its address alone, and has its receiver prove itself. */
async function makeAndVerify(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(page.getByRole('heading', { name: 'No webhook yet' })).toBeVisible();
	await page.getByLabel('Callback URI').fill('ftp://example.com');
	await page.getByRole('button', { name: 'Make the webhook' }).click();
	await expect(page.getByText('begins with http:// or https://')).toBeVisible();
	await page.getByLabel('Callback URI').fill(receiver.uri);
	await page.getByRole('button', { name: 'Make the webhook' }).click();
	const card = region(page, 'Webhook');
	await expect(card).toContainText('not verified');
	await card.getByRole('button', { name: 'Verify' }).click();
	await expect(page.getByRole('alert')).toContainText('did not prove itself');
	// It is shown for a minute after it was made.
	receiver.token = (await card.locator('.key code').textContent()) ?? '';
	await card.getByRole('button', { name: 'Verify' }).click();
	await expect(card.getByText('verified', { exact: true })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		// A form that is refused is answered with a status that the browser tells of.
		test.use({ javaScriptEnabled, provoked: /status of 400/ });

		test('a webhook is made, verified, asked why it is silent, and seen to deliver', async ({
			page
		}) => {
			const path = await connected(page);
			/** Without scripts nothing comes by itself. */
			const comes = async (what: Locator, address = path) => {
				if (javaScriptEnabled) return expect(what).toBeVisible();
				await expect(async () => {
					await page.goto(address);
					await expect(what).toBeVisible({ timeout: 500 });
				}).toPass();
			};
			await makeAndVerify(page, path);

			const why = page.locator('#why');
			await why.getByLabel('Vehicle').selectOption({ label: 'Volkswagen ID.4 2023' });
			await why.getByRole('button', { name: 'Find out' }).click();
			await expect(why).toContainText('Volkswagen ID.4 2023 was not subscribed.');
			await expect(why.locator('[data-condition="delivered"]')).toContainText('not reached');
			await why.getByRole('button', { name: 'Subscribe Volkswagen ID.4 2023' }).click();
			await expect(page.getByText('is subscribed.').first()).toBeVisible();

			const first = rows(page).filter({ hasText: 'first delivery' });
			await comes(first.filter({ hasText: '200' }));
			await first.getByRole('link').click();
			const signature = region(page, 'Signature');
			const [sent] = receiver.received;
			const expected = String(sent?.headers['sc-signature']);
			await expect(signature).toContainText(expected);
			const paste = async (text: string) => {
				await signature.getByLabel('Received').fill(text);
				if (!javaScriptEnabled) await signature.getByRole('button', { name: 'Check' }).click();
			};
			const again = JSON.stringify(JSON.parse(sent?.body ?? ''), null, 2);
			await paste(smartcar.hashChallenge(receiver.token, again));
			await expect(signature).toContainText('indented by 2 spaces');
			await paste(`SC-Signature: ${expected}`);
			await expect(signature).toContainText('They match.');
			if (javaScriptEnabled) {
				await expectFitAtEveryWidth(page);
				for (const colorScheme of ['light', 'dark'] as const) {
					await page.emulateMedia({ colorScheme });
					for (const width of [320, 1440]) {
						await page.setViewportSize({ width, height: 900 });
						await expectAccessible(page);
					}
				}
			}

			await page.getByRole('button', { name: 'Replay' }).click();
			await expect.poll(() => receiver.received.length).toBe(2);
			const metas = receiver.received.map(({ body }) => JSON.parse(body));
			expect(metas[1].eventId).toBe(metas[0].eventId);
			expect(metas[1].meta.deliveryId).not.toBe(metas[0].meta.deliveryId);

			await page.goto(path);
			await page.getByRole('button', { name: 'Send a test event' }).click();
			await expect(page.getByText('Two samples are on their way').first()).toBeVisible();
			await comes(rows(page).filter({ hasText: 'sample, not your car' }).first());
			await page.getByRole('link', { name: 'Waiting' }).click();
			await expect(page).toHaveURL(/state=waiting/);

			await page.goto(path);
			await page.getByRole('button', { name: 'Disable' }).click();
			await expect(page.getByRole('button', { name: 'Enable' })).toBeVisible();
			const card = page.locator('#card');
			await card.getByText('Delete…').click();
			await card.getByRole('button', { name: 'Delete the webhook' }).click();
			await expect(page.getByText('The webhook was deleted.').first()).toBeVisible();
		});
	});
}

test('what a webhook is told is chosen, and a car is subscribed on its own page', async ({
	page
}) => {
	const path = await connected(page);
	await makeAndVerify(page, path);
	await page.getByRole('link', { name: 'Edit…' }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Charging events');
	await page.getByLabel('State of charge: Fires when it changes').uncheck();
	await page.getByRole('button', { name: 'Save' }).click();
	const card = region(page, 'Charging events');
	await expect(card.getByText('tractionbattery-stateofcharge')).toHaveCount(1);
	await region(page, 'Subscribed vehicles').getByRole('link').click();
	const webhooks = region(page, 'Webhooks');
	await expect(webhooks).toContainText('never subscribes by itself');
	await webhooks.getByRole('button', { name: 'Subscribe to Charging events' }).click();
	await expect(webhooks).toContainText('told of this car');
	await expect.poll(() => receiver.received.length).toBe(1);
});
