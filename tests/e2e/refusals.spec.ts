import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import type { TestApplication } from './support/application.ts';
import { saveDraft } from './support/draft.ts';
import { expect, test } from './support/test.ts';

const BATTERY = 'tractionbattery-stateofcharge';
const ODOMETER = 'odometer-traveleddistance';
const LOCATION = 'location-preciselocation';

const THREE = `${BATTERY}! ${ODOMETER} ${LOCATION} vin`;

/** Eleven items that need a permission each, no two the same. */
const MANY = [
	'charge-amperage',
	'climate-externaltemperature',
	'closure-doors',
	'diagnostics-abs',
	'hvac-cabintargettemperature',
	'internalcombustionengine-amountremaining',
	'location-isathome',
	'motion-currentspeed',
	ODOMETER,
	'vehicleidentification-vin',
	'wheel-tires'
].join(' ');

const outcome = (page: Page) => page.getByRole('region', { name: 'What if an owner refuses …' });
const box = (page: Page, name: string) => outcome(page).getByRole('checkbox', { name });

async function open(page: Page, { path }: TestApplication, query = ''): Promise<void> {
	await page.goto(`${path}/refusals${query}`);
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('without anything to refuse the page says why', async ({ page, application }) => {
			for (const [words, heading] of [
				['', 'Nothing is selected yet'],
				['id', 'There is nothing to refuse'],
				[BATTERY, 'The owner has no choice: only one permission is asked'],
				[`${BATTERY}! ${ODOMETER}!`, 'The owner has no choice: every permission is required']
			] as const) {
				await saveDraft(page, application, words);
				await open(page, application);
				await expect(page.getByRole('heading', { name: heading })).toBeVisible();
				await expect(page.locator('main').getByRole('table')).toHaveCount(0);
			}
			await page.getByRole('link', { name: 'Change what is asked' }).click();
			await expect(page).toHaveURL(/\/vehicle-access$/);
		});

		test('each single refusal stands with what stops and a way to try it', async ({
			page,
			application
		}) => {
			await saveDraft(page, application, THREE);
			await open(page, application);
			const table = page.getByRole('table', { name: 'One permission refused' });
			await expect(table.getByRole('rowheader')).toHaveText([
				/read_location/,
				/read_odometer/,
				/read_vin/
			]);
			const row = table.getByRole('row', { name: /read_location/ });
			await expect(row).toContainText('Precise location');
			await expect(row).toContainText('3 of 4 items');
			await expect(
				row.getByRole('link', { name: 'Try it in the sandbox without read_location' })
			).toHaveAttribute(
				'href',
				`/sandbox/start?response_type=code&client_id=${application.clientId}` +
					'&scope=required:read_battery%20read_location%20read_odometer%20read_vin' +
					'&approval_prompt=force&valetkey_refuse=read_location'
			);
		});

		test('any set can be tried, and the address holds it', async ({ page, application }) => {
			await saveDraft(page, application, THREE);
			await open(page, application);
			await expect(outcome(page)).toContainText('Tick one permission or several');
			await box(page, 'read_vin').check();
			await box(page, 'read_location').check();
			if (!javaScriptEnabled) await outcome(page).getByRole('button').click();
			await expect(page).toHaveURL(/\?refuse=read_location\+read_vin$/);
			await expect(outcome(page)).toContainText('2 of 4 items stop working');
			await expect(
				outcome(page).getByRole('link', { name: /^Try it in the sandbox/ })
			).toHaveAttribute('href', /&valetkey_refuse=read_location%20read_vin$/);
			await box(page, 'read_vin').uncheck();
			if (!javaScriptEnabled) await outcome(page).getByRole('button').click();
			await expect(page).toHaveURL(/\?refuse=read_location$/);
			await expect(outcome(page)).toContainText('1 of 4 items stops working');
		});

		test('sets of several are listed by size, and one of them is shown', async ({
			page,
			application
		}) => {
			await saveDraft(page, application, THREE);
			await open(page, application);
			await page.getByRole('link', { name: '2 refused 3 sets' }).click();
			await expect(page).toHaveURL(/\?size=2$/);
			const table = page.getByRole('table', { name: 'Sets of 2 refused permissions' });
			await expect(table.getByRole('rowheader')).toHaveText([
				'read_location, read_odometer',
				'read_location, read_vin',
				'read_odometer, read_vin'
			]);
			await table.getByRole('link', { name: 'read_odometer, read_vin', exact: true }).click();
			await expect(page).toHaveURL(/\?refuse=read_odometer\+read_vin&size=2$/);
			await expect(box(page, 'read_vin')).toBeChecked();
			await expect(box(page, 'read_location')).not.toBeChecked();
		});

		test('what cannot be refused is said in words', async ({ page, application }) => {
			await saveDraft(page, application, `${BATTERY} ${ODOMETER}`);
			await open(page, application, '?refuse=read_tires');
			await expect(outcome(page)).toContainText(
				'“read_tires” is not among the optional permissions of this draft.'
			);
			await open(page, application, '?refuse=read_battery+read_odometer&size=9999');
			await expect(outcome(page)).toContainText('At least one permission has to stay granted.');
			await expect(outcome(page).getByRole('link', { name: /^Try it/ })).toHaveCount(0);
		});
	});
}

test('with more than ten optional permissions the sets are counted, not listed', async ({
	page,
	application
}) => {
	await saveDraft(page, application, MANY);
	await open(page, application);
	await expect(page.getByText('11 permissions are optional, which makes 2,046 sets')).toBeVisible();
	await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(11);
	await expect(page.getByRole('navigation', { name: 'Size of the set' })).toHaveCount(0);
	await box(page, 'read_vin').check();
	await expect(outcome(page)).toContainText('1 of 11 items stops working');
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('the page has no accessibility finding at 320 and 1440 px', async ({
			page,
			application
		}) => {
			test.slow();
			for (const words of ['', THREE]) {
				await saveDraft(page, application, words);
				for (const width of [320, 1440]) {
					await page.setViewportSize({ width, height: 800 });
					await open(page, application, '?refuse=read_location&size=2');
					await expectAccessible(page);
					const sideways = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth
					);
					expect(sideways).toBeLessThanOrEqual(0);
				}
			}
		});
	});
}
