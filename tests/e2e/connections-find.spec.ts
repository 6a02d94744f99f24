import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { registerRedirectUri } from './support/credentials.ts';
import { publishDraft } from './support/draft.ts';
import { expectNoSidewaysScroll } from './support/layout.ts';
import { expect, test } from './support/test.ts';

const SEARCH = 'Search by VIN, owner, brand or permission';

/** Which of the columns can be seen, with where each begins: as cards rows have none. */
const columnsOf = (page: Page) =>
	page
		.getByRole('columnheader')
		.evaluateAll((heads) =>
			heads
				.filter((head) => head.checkVisibility() && head.getBoundingClientRect().width > 1)
				.map((head) => head.textContent.trim())
		);

/** Cells of one row stand beside each other. */
const cellTops = (page: Page) =>
	page
		.locator('tbody > tr')
		.first()
		.locator('> *')
		.evaluateAll((cells) => [...new Set(cells.map((cell) => cell.getBoundingClientRect().top))]);

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled, viewport: { width: 1440, height: 900 } });

		test('connections are found, opened beside their columns, and asked again by a file', async ({
			page,
			application,
			appServer
		}) => {
			await registerRedirectUri(page, application, appServer.callback);
			const connect = async (make: string, username: string, scope: string) => {
				const data = {
					clientId: application.clientId,
					redirectUri: appServer.callback,
					scope,
					login: { make, username }
				};
				const answer = await page.request.post('/sandbox/api/authorize', { data });
				expect(answer.status(), await answer.text()).toBe(200);
			};
			await connect('TESLA', 'ada@example.com', 'read_battery read_location');
			await connect('LAND_ROVER', '=1+1@example.com', 'read_battery');
			await connect('CHEVROLET', 'carl@example.com', 'read_odometer');
			const items = 'tractionbattery-stateofcharge location-preciselocation';
			await publishDraft(page, application, items, 'First release');
			await page.goto(`${application.path}/connections`);
			const rows = page.locator('tbody > tr');
			await expect(rows).toHaveCount(3);
			const before = await columnsOf(page);
			expect(before).toContain('First granted');

			await page.getByRole('link', { name: /^Land Rover/ }).click();
			const open = page.getByRole('region', { name: /^Land Rover/ });
			await expect(open).toContainText('Would also be asked for read_location.');
			expect(await columnsOf(page)).toEqual(before);
			expect(await cellTops(page)).toHaveLength(1);
			if (javaScriptEnabled) await expectAccessible(page);
			await open.getByRole('link', { name: /^Close/ }).click();
			await expect(open).toHaveCount(0);

			const search = page.getByRole('searchbox', { name: SEARCH });
			await search.fill('tesla ada@example read_location');
			await search.press('Enter');
			await expect(rows).toHaveCount(1);
			await expect(page).toHaveURL(/[?&]q=tesla/);
			await expect(rows).toContainText('ada@example.com');
			await expect(page.getByRole('link', { name: 'Lacks something 0' })).toBeVisible();
			await search.fill('nobody');
			await search.press('Enter');
			await expect(page.getByRole('heading', { name: 'No connection is found' })).toBeVisible();
			await page.getByRole('link', { name: 'Clear the search' }).click();
			await expect(rows).toHaveCount(3);

			await page.getByRole('link', { name: 'Lacks read_location 2' }).click();
			await expect(page).toHaveURL(/[?&]lacks=read_location/);
			await expect(rows).toHaveCount(2);
			if (javaScriptEnabled) await expectAccessible(page);
			const files = page.getByRole('group', { name: 'Links to ask again' });
			const fetched = async (name: string) => {
				const href = await files.getByRole('link', { name }).getAttribute('href');
				const answer = await page.request.get(href ?? '');
				expect(answer.headers()['content-disposition']).toContain('attachment');
				return answer;
			};
			const lines = (await (await fetched('CSV')).text()).trim().split('\r\n');
			expect(lines).toHaveLength(3);
			expect(lines.join('\n')).toContain(",'=1+1@example.com,");
			const { version, connections } = await (await fetched('JSON')).json();
			expect(version).toBe(1);
			expect(connections).toHaveLength(2);
			await page.goto(String(connections[0].link));
			await expect(page.getByRole('heading', { level: 1 })).toContainText(application.name);
		});
	});
}

test('the list of what lacks a permission fits every width, open or not', async ({
	page,
	application,
	appServer
}) => {
	await registerRedirectUri(page, application, appServer.callback);
	const data = {
		clientId: application.clientId,
		redirectUri: appServer.callback,
		scope: 'read_odometer',
		login: { make: 'LAND_ROVER', username: 'somebody.with.a.long.name@subdomain.example.com' }
	};
	expect((await page.request.post('/sandbox/api/authorize', { data })).status()).toBe(200);
	const items = 'tractionbattery-stateofcharge location-preciselocation charge-ischarging make';
	await publishDraft(page, application, items, 'First release');
	await page.goto(`${application.path}/connections?lacks=read_vehicle_info`);
	await page.getByRole('link', { name: /^Land Rover/ }).click();
	const open = page.getByRole('region', { name: /^Land Rover/ });
	await expect(open).toBeVisible();
	const table = page.locator('table');
	for (const width of [320, 640, 768, 881, 940, 1181, 1255, 1260, 1280, 1440, 2560]) {
		await page.setViewportSize({ width, height: 900 });
		await expectNoSidewaysScroll(page, `${width}, open`);
		const cut = await table.evaluate(
			(element) =>
				element.getBoundingClientRect().right -
				(element.parentElement?.getBoundingClientRect().right ?? 0)
		);
		expect(cut, `cut at ${width}`).toBeLessThanOrEqual(1);
	}
});
