import { connectApp, pointSdkAt } from './support/connected-app.ts';
import { expectFitAtEveryWidth } from './support/layout.ts';
import { expect, test } from './support/test.ts';
import { startReceiver, type WebhookReceiver } from './support/webhook-receiver.ts';

let receiver: WebhookReceiver;
let path: string;

test.beforeEach(async ({ baseURL, page }) => {
	pointSdkAt(baseURL ?? '');
	receiver = await startReceiver();
	const { clientId } = await connectApp(page.request, {
		make: 'VOLKSWAGEN',
		profile: 'volkswagen-id4',
		scope: ['read_battery', 'read_odometer']
	});
	path = `/apps/${clientId}/webhooks`;
});
test.afterEach(() => receiver.close());

/** As long as an address may be, with what no browser breaks by itself. */
const LONGEST = (uri: string) => `${uri}?${'q'.repeat(2048 - uri.length - 1)}`;
const ODD_NAME = `${'W'.repeat(40)} <b>"&amp;'</b> 🚗 שלום`;

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled, provoked: /status of 4\d\d/ });

		test('a first webhook that is asked for twice at a time is made once', async ({ page }) => {
			await page.goto(path);
			await page.getByLabel('Callback URI').fill(receiver.uri);
			await page.getByRole('button', { name: 'Make the webhook' }).dblclick();
			await expect(page.locator('#card')).toBeVisible();
			const { webhooks } = await (
				await page.request.get(`/sandbox/api/webhooks?clientId=${path.split('/')[2]}`)
			).json();
			expect(webhooks).toHaveLength(1);
		});

		test('what is no address is refused beside its field, and what was typed stays', async ({
			page
		}) => {
			await page.goto(`${path}/new`);
			const uri = page.getByRole('textbox', { name: 'Callback URI', exact: true });
			const errors = page.getByRole('textbox', { name: 'Callback URI for errors' });
			await page.getByLabel('State of charge: Fires when it changes').uncheck();
			for (const [typed, said] of [
				['http://127.0.0.1:4000/a b', 'no whole address'],
				['http://user:secret@127.0.0.1/', 'Leave name and password out'],
				['http://127.0.0.1/#part', 'Leave out #'],
				['javascript:alert(1)', 'begins with http:// or https://'],
				['//127.0.0.1/', 'no whole address'],
				['http://127.0.0.1:99999/', 'no whole address'],
				[`http://127.0.0.1/${'x'.repeat(2048)}`, 'too long']
			] as const) {
				await uri.fill(typed);
				await page.getByRole('button', { name: 'Make the webhook' }).click();
				await expect(page.locator('#main .error')).toContainText(said);
				await expect(uri).toHaveValue(typed);
				await expect(uri).toHaveAttribute('aria-invalid', 'true');
				await expect(page.getByLabel('State of charge: Fires when it changes')).not.toBeChecked();
			}
			await uri.fill(receiver.uri);
			await errors.fill('ftp://127.0.0.1/');
			await page.getByRole('button', { name: 'Make the webhook' }).click();
			await expect(errors).toHaveAttribute('aria-invalid', 'true');
			await expect(uri).not.toHaveAttribute('aria-invalid', 'true');
		});

		test('the longest address and the oddest name stand on the page as they were written', async ({
			page
		}) => {
			await page.goto(`${path}/new`);
			await page.getByRole('textbox', { name: 'Name' }).fill(ODD_NAME);
			await page
				.getByRole('textbox', { name: 'Callback URI', exact: true })
				.fill(LONGEST(receiver.uri));
			await page.getByRole('button', { name: 'Make the webhook' }).click();
			const card = page.locator('#card');
			await expect(card.getByRole('heading')).toHaveText(ODD_NAME);
			await expect(card).toContainText(LONGEST(receiver.uri));
			if (javaScriptEnabled) await expectFitAtEveryWidth(page);
			await card.getByRole('link', { name: 'Edit…' }).click();
			await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(ODD_NAME);
			await page.getByRole('textbox', { name: 'Name' }).fill('x'.repeat(5000));
			await page.getByRole('button', { name: 'Save' }).click();
			await expect(page.locator('#main .error')).toContainText('characters');
		});

		test('a moment that nobody reads is told beside its field', async ({ page }) => {
			await page.goto(path);
			await page.getByLabel('Callback URI').fill(receiver.uri);
			await page.getByRole('button', { name: 'Make the webhook' }).click();
			const why = page.locator('#why');
			await why.getByLabel('Moment, UTC').fill('yesterday evening');
			await why.getByLabel('Vehicle').selectOption({ label: 'Volkswagen ID.4 2023' });
			await why.getByRole('button', { name: 'Find out' }).click();
			await expect(why.getByRole('alert')).toContainText('This is no time.');
			await expect(why.getByLabel('Moment, UTC')).toHaveValue('yesterday evening');
			await expect(why.getByLabel('Vehicle')).not.toHaveValue('');
			await why.getByLabel('Moment, UTC').fill('00:00');
			await why.getByRole('button', { name: 'Find out' }).click();
			await expect(why.locator('[data-condition="verified"]')).toBeVisible();
			await expect(why.getByLabel('Moment, UTC')).toHaveValue(/^\d{1,2} \w{3,4} \d{4}, 00:00:00$/);
		});
	});
}

test('fields that no page has, or of others, change nothing', async ({ page, baseURL }) => {
	const headers = { origin: baseURL ?? '', accept: 'text/html' };
	const post = (action: string, form: Record<string, string>, of = path) =>
		page.request.post(`${of}?/${action}`, { headers, form, maxRedirects: 0 });
	expect((await post('make', { callbackUri: receiver.uri })).status()).toBe(303);
	const [one] = (await (await page.request.get('/sandbox/api/webhooks')).json()).webhooks.filter(
		({ callbackUri }: { callbackUri: string }) => callbackUri === receiver.uri
	);
	const { id } = one;
	const stranger = await connectApp(page.request, { make: 'TESLA', scope: ['read_odometer'] });
	const elsewhere = `/apps/${stranger.clientId}/webhooks`;
	for (const action of ['verify', 'test', 'disable', 'enable', 'subscribeAll']) {
		expect((await post(action, { webhook: id }, elsewhere)).status(), action).toBe(400);
	}
	for (const webhook of ['', '\0', "' or 1=1 --", 'x'.repeat(10_000), '../../..']) {
		for (const action of [
			'verify',
			'test',
			'disable',
			'enable',
			'subscribeAll',
			'replay',
			'subscribe'
		]) {
			expect((await post(action, { webhook })).status(), `${action} ${webhook}`).toBe(400);
		}
		expect((await post('delete', { webhook })).status()).toBe(303);
	}
	expect((await post('disable', { webhook: id, isAdmin: 'yes' })).status()).toBe(400);
	expect((await post('replay', { webhook: id, delivery: '\0' })).status()).toBe(400);
	expect((await post('subscribe', { webhook: id, connection: '\0' })).status()).toBe(400);
	const after = await (await page.request.get('/sandbox/api/webhooks')).json();
	expect(after.webhooks.find((found: { id: string }) => found.id === id)).toEqual(one);
	for (const query of [
		'older=999999999999999',
		'newer=0',
		'webhook=%00',
		'delivery=%00',
		'vehicle=%00&state=waiting',
		'about=%00&moment=13:40',
		'about=x&moment=31 Feb 9999, 99:99',
		'attempt=999999999999999&delivery=x',
		`received=${'%F0%9F%9A%97'.repeat(300)}`
	]) {
		expect((await page.request.get(`${path}?${query}`)).status(), query).toBe(200);
	}
});
