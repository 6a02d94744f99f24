import { addVehicle } from './support/vehicles.ts';
import { expect, test } from './support/test.ts';

/** Sooner than time alone would bring a page up to date. */
const SOON = { timeout: 7_000 };

test('what happens elsewhere is seen at once, and a lost stream is told of', async ({
	page,
	context,
	application
}) => {
	await addVehicle(page, application, 'ID.4');
	const state = page.getByRole('region', { name: 'State' });
	await expect(page.getByRole('status').filter({ hasText: /^Live$/ })).toBeVisible();
	const other = await context.newPage();
	await other.goto(page.url());
	await other.getByRole('button', { name: 'Plug in' }).click();
	await expect(other.getByRole('region', { name: 'State' })).toContainText('Plugged in');
	// A window in the background has no stream, and reads when it is looked at again.
	await page.bringToFront();
	await expect(state).toContainText('Plugged in', SOON);
	await other.close();
});

test('the stream says when the vehicle changed', async ({ page, application, request }) => {
	await addVehicle(page, application, 'ID.4');
	const { origin, pathname } = new URL(page.url());
	await expect(page.getByRole('status').filter({ hasText: /^Live$/ })).toBeVisible();
	await request.post(`${origin}${pathname}?/act`, {
		form: { act: 'plug-in' },
		headers: { origin, accept: 'application/json' }
	});
	await expect(page.getByRole('region', { name: 'State' })).toContainText('Plugged in', SOON);
});

test('a vehicle that is deleted elsewhere keeps its page, which says so', async ({
	page,
	application,
	request
}) => {
	const path = await addVehicle(page, application, 'ID.4');
	await page.goto(path);
	const id = path.split('/').at(-1) ?? '';
	expect((await request.delete(`/sandbox/api/vehicles/${id}`)).ok()).toBe(true);
	await expect(page.getByRole('alert')).toContainText('This vehicle was deleted.', SOON);
	await expect(page.getByRole('region', { name: 'State' })).toBeVisible();
});

test.describe('a stream that is lost', () => {
	test.use({ provoked: /ERR_|EventSource|status of 503/ });

	test('is told of, and comes back by itself', async ({ page, application }) => {
		await page.route('**/live', (route) => route.abort());
		await addVehicle(page, application, 'ID.4');
		await expect(page.getByText(/^Not live since \d\d:\d\d/)).toBeVisible();
		await page.unroute('**/live');
		await expect(page.getByRole('status').filter({ hasText: /^Live$/ })).toBeVisible();
	});

	test('that was refused is begun anew by a press', async ({ page, application }) => {
		await page.route('**/live', (route) => route.fulfill({ status: 503 }));
		await addVehicle(page, application, 'ID.4');
		await expect(page.getByText(/^Not live since \d\d:\d\d/)).toBeVisible();
		await page.unroute('**/live');
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByRole('status').filter({ hasText: /^Live$/ })).toBeVisible(SOON);
	});
});

test('a window that nobody sees has no stream', async ({ page, application }) => {
	const ended: string[] = [];
	page.on('requestfailed', (request) => ended.push(new URL(request.url()).pathname));
	await addVehicle(page, application, 'ID.4');
	await expect(page.getByRole('status').filter({ hasText: /^Live$/ })).toBeVisible();
	const stream = page.waitForRequest((request) => request.url().endsWith('/live'));
	await page.evaluate(() => {
		Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	});
	await expect.poll(() => ended.filter((path) => path.endsWith('/live')).length).toBe(1);
	await page.evaluate(() => {
		Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	});
	await stream;
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a link reads the page again', async ({ page, application }) => {
		await addVehicle(page, application, 'ID.4');
		await page.getByRole('link', { name: 'Refresh' }).click();
		await expect(page.getByRole('region', { name: 'State' })).toContainText('Unplugged');
		await expect(page.getByText('Live', { exact: true })).toHaveCount(0);
	});
});
