import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import type { TestApplication } from './support/application.ts';
import { allow, connectLink, reachConsent } from './support/connect.ts';
import { publishDraft, saveDraft } from './support/draft.ts';
import { expectNoSidewaysScroll } from './support/layout.ts';
import { expect, test } from './support/test.ts';

const BATTERY = 'tractionbattery-stateofcharge';
const ODOMETER = 'odometer-traveleddistance';
const LOCATION = 'location-preciselocation';

/** A signal that is required, one, a command, an endpoint of v2 and an attribute. */
const ALL_KINDS = `${BATTERY}! ${ODOMETER} charge-start v2-odometer vin`;

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

const table = (page: Page) => page.getByRole('table', { name: 'Items and permissions' });
const box = (page: Page, name: string) => table(page).getByRole('checkbox', { name });
const answer = (page: Page) => page.locator('main').getByRole('status');
const sets = (page: Page) => page.getByRole('region', { name: 'Every way to refuse' });
const rehearse = (page: Page) =>
	page.locator('form').getByRole('link', { name: /^Rehearse this refusal/ });

async function open(page: Page, { path }: TestApplication, query = ''): Promise<void> {
	await page.goto(`${path}/refusals${query}`);
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		async function tick(page: Page, name: string, ticked: boolean): Promise<void> {
			await box(page, name).setChecked(ticked);
			if (!javaScriptEnabled) await page.getByRole('button', { name: 'Show what stops' }).click();
		}

		test('without anything to refuse the page says why, with one act', async ({
			page,
			application
		}) => {
			for (const [words, heading, act] of [
				['', 'Nothing is selected yet', 'Pick items'],
				['id', 'There is nothing to refuse', 'Change what is asked'],
				[BATTERY, 'The owner has no choice: only one permission is asked', 'Change what is asked'],
				[
					`${BATTERY}! ${ODOMETER}!`,
					'The owner has no choice: every permission is required',
					'Change what is asked'
				]
			] as const) {
				await saveDraft(page, application, words);
				await open(page, application);
				await expect(page.getByRole('heading', { name: heading })).toBeVisible();
				await expect(page.locator('main').getByRole('table')).toHaveCount(0);
				await expect(page.getByRole('link', { name: act })).toBeVisible();
			}
			await page.getByRole('link', { name: 'Change what is asked' }).click();
			await expect(page).toHaveURL(/\/vehicle-access$/);
		});

		test('columns are ticked, the table says what stops, and a set is rehearsed', async ({
			page,
			application
		}) => {
			await saveDraft(page, application, ALL_KINDS);
			await open(page, application);
			await expect(answer(page)).toContainText('Nothing is refused, and all 5 items go on.');
			await expect(table(page).getByRole('checkbox')).toHaveCount(3);
			await expect(table(page).getByRole('columnheader', { name: /read_battery/ })).toContainText(
				'cannot be refused'
			);

			await tick(page, 'read_vin', true);
			await expect(page).toHaveURL(/\?refuse=read_vin$/);
			await tick(page, 'read_odometer', true);
			await expect(page).toHaveURL(/\?refuse=read_odometer\+read_vin$/);
			await expect(answer(page)).toContainText('3 of 5 items stop working');
			await expect(answer(page)).toContainText('Start charging and State of charge go on.');
			await expect(answer(page)).toContainText('grant is read_battery control_charge');
			for (const [item, cell, end] of [
				[/^State of charge/, 'always', 'goes on'],
				[/^Traveled distance/, 'stops', 'stops'],
				[/^Start charging command/, 'needs it', 'goes on'],
				[/^Odometer \(v2\) API v2/, 'stops', 'stops'],
				[/^Identification number \(VIN\) attribute/, 'stops', 'stops']
			] as const) {
				const row = table(page).getByRole('row', { name: item });
				await expect(row).toContainText(cell);
				await expect(row.getByRole('cell').last()).toHaveText(end);
			}

			// A set below is the same as its columns, and what a column leads to is it alone.
			const current = sets(page).getByRole('link', {
				name: 'read_odometer, read_vin 2 of 5 go on'
			});
			await expect(current).toHaveAttribute('aria-current', 'true');
			await tick(page, 'read_odometer', false);
			await expect(answer(page)).toContainText('1 of 5 items stops working');
			await sets(page)
				.getByRole('link', { name: 'read_odometer, control_charge 2 of 5 go on' })
				.click();
			await expect(page).toHaveURL(/\?refuse=read_odometer\+control_charge$/);
			await expect(box(page, 'control_charge')).toBeChecked();
			await expect(box(page, 'read_vin')).not.toBeChecked();
			const start =
				`/sandbox/start?response_type=code&client_id=${application.clientId}` +
				'&scope=required:read_battery%20read_odometer%20read_vin%20control_charge' +
				'&approval_prompt=force&valetkey_refuse=';
			await expect(rehearse(page)).toHaveAttribute(
				'href',
				`${start}read_odometer%20control_charge`
			);
			const cell = table(page).getByRole('link', {
				name: 'stops (rehearse without read_odometer)'
			});
			await expect(cell.first()).toHaveAttribute('href', `${start}read_odometer`);

			// What a reader of the address sees is what its writer saw.
			await page.reload();
			await expect(answer(page)).toContainText('3 of 5 items stop working');
			await page.getByRole('link', { name: 'Clear' }).click();
			await expect(answer(page)).toContainText('all 5 items go on');
		});
	});
}

test('what owners refused is counted by set and sets the columns, of the version too', async ({
	page,
	application
}) => {
	await publishDraft(page, application, `${BATTERY}! ${ODOMETER} ${LOCATION}`, 'For the map');
	await open(page, application);
	await expect(page.getByText('No owner has decided yet.')).toBeVisible();
	for (const [username, refused] of [
		['ann@example.com', ['Location']],
		['bob@example.com', []]
	] as const) {
		await reachConsent(page, connectLink(application, {}), { username });
		for (const label of refused) await page.getByRole('checkbox', { name: label }).uncheck();
		await allow(page);
	}
	await saveDraft(page, application, `${ODOMETER} vin`);
	await open(page, application);
	const owners = page.getByRole('region', { name: 'What owners refused' });
	await expect(owners.getByRole('listitem')).toHaveText([
		/Nothing refused\s*50 %\s*1 of 2/,
		/read_location\s*50 %\s*1 of 2/
	]);
	// The draft asks for no location: nothing there could be refused.
	await expect(owners.getByRole('link', { name: /read_location/ })).toHaveCount(0);
	await page.getByRole('link', { name: 'Version 1, current' }).click();
	await owners.getByRole('link', { name: /read_location/ }).click();
	await expect(page).toHaveURL(/\?refuse=read_location&of=version$/);
	await expect(box(page, 'read_location')).toBeChecked();
	await expect(answer(page)).toContainText('1 of 3 items stops working: Precise location.');
});

test('what cannot be refused is said in words, and too many sets are counted', async ({
	page,
	application
}) => {
	await saveDraft(page, application, `${BATTERY}! ${ODOMETER}`);
	await open(page, application, '?refuse=read_tires');
	await expect(answer(page)).toContainText(
		'“read_tires” is not among the permissions that are asked for here.'
	);
	await open(page, application, '?refuse=read_battery');
	await expect(answer(page)).toContainText('“read_battery” is required, so an owner cannot refuse');
	await saveDraft(page, application, `${BATTERY} ${ODOMETER}`);
	await open(page, application, '?refuse=read_battery+read_odometer&size=9999');
	await expect(answer(page)).toContainText('At least one permission has to stay granted.');
	await expect(rehearse(page)).toHaveCount(0);

	await saveDraft(page, application, MANY);
	await open(page, application);
	await expect(page.getByText('2,046 sets, 11 permissions can be refused')).toBeVisible();
	await expect(sets(page).getByRole('listitem')).toHaveCount(11);
	await saveDraft(page, application, MANY.split(' ').slice(0, 6).join(' '));
	await open(page, application);
	await page.getByRole('link', { name: '2 refused 15 sets' }).click();
	await expect(page).toHaveURL(/\?size=2$/);
	await expect(sets(page).getByRole('listitem')).toHaveCount(15);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('the page has no accessibility finding at 320 and 1440 px', async ({
			page,
			application
		}) => {
			test.slow();
			for (const words of ['', ALL_KINDS, MANY]) {
				await saveDraft(page, application, words);
				for (const width of [320, 1440]) {
					await page.setViewportSize({ width, height: 800 });
					await open(page, application, '?refuse=read_odometer');
					await expectAccessible(page);
					await expectNoSidewaysScroll(page, `refusals at ${width}`);
				}
			}
		});
	});
}
