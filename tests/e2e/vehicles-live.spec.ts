import type { Page, Request } from '@playwright/test';
import { addVehicle } from './support/vehicles.ts';
import { expect, test } from './support/test.ts';

/** Sooner than a stream that was refused is asked for by itself. */
const SOON = { timeout: 15_000 };

/** Hears what the stream of a vehicle says, beside the page. @returns how often it changed; ends it */
async function listen(url: string): Promise<{ changes: () => number; stop: () => void }> {
	const stopped = new AbortController();
	const { body } = await fetch(url, { signal: stopped.signal });
	const bytes = new TextDecoder();
	let said = '';
	void body
		?.pipeTo(new WritableStream({ write: (chunk) => void (said += bytes.decode(chunk)) }))
		.catch(() => {});
	return {
		changes: () => said.split('data: changed').length - 1,
		stop: () => stopped.abort()
	};
}

/** The streams that a window began, and those that it has now. */
function watchStreams(page: Page): { begun: number; readonly open: Set<Request> } {
	const streams = { begun: 0, open: new Set<Request>() };
	page.on('request', (request) => {
		if (!request.url().endsWith('/live')) return;
		streams.begun += 1;
		streams.open.add(request);
	});
	page.on('requestfinished', (request) => streams.open.delete(request));
	page.on('requestfailed', (request) => streams.open.delete(request));
	return streams;
}

test('what happens elsewhere is seen at once, and a lost stream is told of', async ({
	page,
	context,
	application
}) => {
	await addVehicle(page, application, 'ID.4');
	const state = page.getByRole('region', { name: 'State' });
	await expect(page.getByRole('status').filter({ hasText: /^Following$/ })).toBeVisible();
	const other = await context.newPage();
	await other.goto(page.url());
	await other.getByRole('button', { name: 'Plug in' }).click();
	await expect(other.getByRole('region', { name: 'State' })).toContainText('Plugged in');
	// A window in the background has no stream, and reads when it is looked at again.
	await page.bringToFront();
	await expect(state).toContainText('Plugged in');
	await other.close();
});

test('one stream says each time that the vehicle changed', async ({
	page,
	application,
	request
}) => {
	const streams = watchStreams(page);
	await addVehicle(page, application, 'ID.4');
	const { origin, pathname } = new URL(page.url());
	const act = (name: string) =>
		request.post(`${origin}${pathname}?/act`, {
			form: { act: name },
			headers: { origin, accept: 'application/json' }
		});
	await expect(page.getByRole('status').filter({ hasText: /^Following$/ })).toBeVisible();
	const heard = await listen(`${origin}${pathname}/live`);
	// What may have become of it before is told of at first.
	await expect.poll(heard.changes).toBeGreaterThan(0);
	for (const [name, seen] of [
		['plug-in', 'Plugged in'],
		['unplug', 'Unplugged']
	] as const) {
		const before = heard.changes();
		await act(name);
		await expect.poll(heard.changes).toBeGreaterThan(before);
		await expect(page.getByRole('region', { name: 'State' })).toContainText(seen);
	}
	heard.stop();
	// It, and the one that may follow when its time is over: not one for each of three readings.
	expect(streams.begun).toBeLessThanOrEqual(2);
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
	await expect(page.getByRole('alert')).toContainText('This vehicle was deleted.');
	await expect(page.getByRole('region', { name: 'State' })).toBeVisible();
});

test.describe('a stream that is lost', () => {
	test.use({ provoked: /ERR_|EventSource|status of 503/ });

	test('is told of, and comes back by itself', async ({ page, application }) => {
		await page.route('**/live', (route) => route.abort());
		await addVehicle(page, application, 'ID.4');
		await expect(page.getByText(/^No news since \d\d:\d\d/)).toBeVisible();
		await page.unroute('**/live');
		await expect(page.getByRole('status').filter({ hasText: /^Following$/ })).toBeVisible();
	});

	test('that was refused is begun anew by a press', async ({ page, application }) => {
		await page.route('**/live', (route) => route.fulfill({ status: 503 }));
		await addVehicle(page, application, 'ID.4');
		await expect(page.getByText(/^No news since \d\d:\d\d/)).toBeVisible();
		await page.unroute('**/live');
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByRole('status').filter({ hasText: /^Following$/ })).toBeVisible(SOON);
	});
});

test('a window that nobody sees has no stream', async ({ page, application }) => {
	const streams = watchStreams(page);
	const show = (visibilityState: 'hidden' | 'visible') =>
		page.evaluate((value) => {
			Object.defineProperty(document, 'visibilityState', { value, configurable: true });
			document.dispatchEvent(new Event('visibilitychange'));
		}, visibilityState);
	await addVehicle(page, application, 'ID.4');
	await expect.poll(() => streams.open.size).toBe(1);
	await show('hidden');
	await expect.poll(() => streams.open.size).toBe(0);
	await show('visible');
	await expect.poll(() => streams.open.size).toBe(1);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a link reads the page again', async ({ page, application }) => {
		await addVehicle(page, application, 'ID.4');
		await page.getByRole('link', { name: 'Refresh' }).click();
		await expect(page.getByRole('region', { name: 'State' })).toContainText('Unplugged');
		await expect(page.getByText('Following', { exact: true })).toHaveCount(0);
	});
});
