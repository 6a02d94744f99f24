import { Receipt } from '../../src/lib/owners/receipt.ts';
import { expectAccessible } from './support/accessible.ts';
import { connectApp, pointSdkAt } from './support/connected-app.ts';
import { linkCar, newAddress, signInToPortal } from './support/portal.ts';
import { expect, test } from './support/test.ts';

const WANTED = { make: 'TESLA', scope: ['required:read_odometer', 'read_battery'] };

test.beforeEach(({ baseURL }) => pointSdkAt(baseURL ?? ''));

test.describe('an owner', () => {
	test.use({ provoked: /status of 404/ });

	test('keeps a receipt of what was given, on paper and as a file, after all has ended', async ({
		page,
		browser,
		baseURL
	}) => {
		const app = await connectApp(page.request, WANTED);
		const address = newAddress();
		await signInToPortal(page, address);
		await linkCar(page, 'Tesla', `${app.clientId}@email.com`);
		await page.goto(`/my/applications/${app.clientId}`);
		await page.getByRole('link', { name: 'Last receipt' }).click();
		const heading = page.getByRole('heading', { level: 1 });
		await expect(heading).toHaveText('Receipt of access');
		await expect(page.getByText('given, required')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
		await expectAccessible(page);
		const receiptPath = new URL(page.url()).pathname;

		const schema = await page.request.get('/schemas/receipt.json');
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name: 'Save as JSON' }).click();
		expect((await download).suggestedFilename()).toMatch(/^receipt-\d+\.json$/);
		const read = async () => {
			const file = await page.request.get(`${receiptPath}.json`);
			return Receipt.parse(await file.json());
		};
		const receipt = await read();
		expect(receipt.$schema).toBe(schema.url());
		expect(Object.keys((await schema.json()).properties)).toEqual(Object.keys(receipt));
		expect(receipt).toMatchObject({
			issuedTo: address,
			kind: 'granted',
			application: { clientId: app.clientId, isNameOfToday: false },
			permissions: [
				{ name: 'read_battery', required: false, given: true, purpose: '' },
				{ name: 'read_odometer', required: true, given: true, label: 'Odometer' }
			],
			endsAfterDaysUnused: 60,
			takeBack: `${baseURL}/my/applications/${app.clientId}`
		});

		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		await expect(heading).toBeVisible();
		await expect(heading).toHaveCSS('color', 'rgb(25, 28, 26)');
		for (const chrome of ['header', 'footer', 'nav', '.act']) {
			for (const part of await page.locator(chrome).all()) await expect(part).toBeHidden();
		}
		await page.emulateMedia({ media: 'screen' });

		await page
			.getByRole('main')
			.getByRole('link', { name: `/my/applications/${app.clientId}` })
			.click();
		await page.getByRole('button', { name: 'Revoke access' }).click();
		await page.getByRole('button', { name: 'Revoke access' }).click();
		await page.getByRole('link', { name: 'Last receipt' }).click();
		await expect(page.getByText('How the access of')).toBeVisible();
		expect(await read()).toEqual(receipt);

		const stranger = await browser.newContext({ baseURL });
		const other = await stranger.newPage();
		for (const path of [receiptPath, `${receiptPath}.json`]) {
			await other.goto(path);
			await expect(other).toHaveURL(`/my?next=${encodeURIComponent(receiptPath)}`);
		}
		await signInToPortal(other, newAddress(), baseURL);
		for (const path of [receiptPath, `${receiptPath}.json`, '/my/receipts/0', '/my/receipts/x']) {
			const answer = await other.request.get(path, { headers: { accept: 'text/html' } });
			expect(answer.status(), path).toBe(404);
			expect(await answer.text()).toContain('There is no such receipt');
		}
		await stranger.close();
	});
});

test.describe('an owner in Japan', () => {
	test.use({ timezoneId: 'Asia/Tokyo' });

	test('reads times of there, without scripts in UTC, and finds help at the foot', async ({
		page,
		browser,
		baseURL
	}) => {
		await signInToPortal(page, newAddress());
		await page.goto('/my/sessions');
		const time = page.locator('main time').first();
		const note = page.getByText('Days and times are in UTC.');
		await expect(time).toContainText('GMT+9');
		await expect(note).toBeHidden();
		const storageState = await page.context().storageState();
		const plain = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false });
		const other = await plain.newPage();
		await other.goto('/my/sessions');
		await expect(other.locator('main time').first()).toContainText('UTC');
		await expect(other.getByText('Days and times are in UTC.')).toBeVisible();
		await plain.close();
		await page.getByRole('contentinfo').getByRole('link', { name: 'Help' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('How this works');
		await expectAccessible(page);
	});
});
