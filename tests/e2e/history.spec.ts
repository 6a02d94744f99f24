import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import type { TestApplication } from './support/application.ts';
import { saveDraft } from './support/draft.ts';
import { cellsOf, CHARGE, list, ODOMETER, publishThree, rowOf } from './support/history.ts';
import { expect, test } from './support/test.ts';

// Versions that do not exist are answered with 404.
test.use({ provoked: /status of 404/ });

const restore = (page: Page, number: number): Locator =>
	page.getByRole('button', { name: `Restore version ${number} into the draft` });

async function draftScope(page: Page, application: TestApplication): Promise<Locator> {
	await page.goto(`${application.path}/vehicle-access`);
	return page.locator('output').first();
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('before the first version there is one way on', async ({ page, application }) => {
			await page.goto(`${application.path}/history`);
			await expect(page.getByRole('heading', { name: 'Nothing is published yet' })).toBeVisible();
			await page.getByRole('link', { name: 'Review and publish' }).click();
			await expect(page).toHaveURL(/\/publish$/);
		});

		test('versions stand newest first with reason, changes and time', async ({
			page,
			application
		}) => {
			await publishThree(page, application);
			await page.goto(`${application.path}/history`);
			await expect(list(page).getByRole('rowheader')).toHaveText([
				/Version 3\s+current/,
				/^\s*Version 2\s*$/,
				/^\s*Version 1\s*$/
			]);
			await expect(rowOf(page, 3)).toContainText('No reason given');
			await expect(rowOf(page, 3).getByRole('listitem')).toHaveText([
				/^\s*read_battery\s+now optional$/,
				/^\s*read_odometer\s+no longer asked$/
			]);
			await expect(rowOf(page, 2)).toContainText('The map');
			await expect(rowOf(page, 2).getByRole('listitem')).toHaveText([/^\s*read_location\s+new$/]);
			await expect(rowOf(page, 1).getByRole('listitem')).toHaveText([
				/^\s*read_battery\s+required$/,
				/^\s*read_odometer\s+new$/
			]);
			const time = rowOf(page, 1).locator('time');
			await expect(time).toHaveText(
				javaScriptEnabled
					? /^\d+ \w+ \d{4}, \d\d:\d\d, (just now|\d+ minutes? ago)$/
					: /^\d+ \w+ \d{4}, \d\d:\d\d UTC$/
			);
			await expect(time).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT/);
			// The whole row leads there, not the words alone.
			await rowOf(page, 2).getByText('The map').click({ force: true });
			await expect(page).toHaveURL(/\/history\/2$/);
			await expect(page).toHaveTitle(/^Version 2 · /);
		});

		test('a version comes back into the draft, and the draft of before after it', async ({
			page,
			application
		}) => {
			await publishThree(page, application);
			await saveDraft(page, application, 'make');
			await page.goto(`${application.path}/history`);
			await restore(page, 1).click();
			await expect(page.getByText('Version 1 is in the draft now.')).toBeVisible();
			await expect(page.getByText(/Nothing is published/)).toBeVisible();
			await expect(cellsOf(page, 'read_odometer').last()).toHaveText('asked');
			await page.getByRole('link', { name: 'Look at it in Vehicle Access' }).click();
			await expect(page.locator('output').first()).toHaveText(
				'required:read_battery read_odometer'
			);
			if (javaScriptEnabled) {
				await page.getByRole('button', { name: 'Undo' }).click();
			} else {
				await page.goto(`${application.path}/history`);
				await restore(page, 2).click();
				await page.getByRole('button', { name: 'Put the earlier draft back' }).click();
				await expect(await draftScope(page, application)).toHaveText(
					'required:read_battery read_odometer'
				);
				return;
			}
			await expect(page.locator('output').first()).toHaveText('read_vehicle_info');
		});
	});
}

test('Undo stands beside what was restored, and keeps the focus on the page', async ({
	page,
	application
}) => {
	await publishThree(page, application);
	await saveDraft(page, application, 'make vin');
	await page.goto(`${application.path}/history/1`);
	await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
	await restore(page, 1).click();
	await expect(page.locator(':focus')).toContainText('Version 1 is in the draft now.');
	const badge = page.getByRole('link', { name: /^Vehicle Access \d+ changes$/ });
	await expect(badge).toContainText('3');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(restore(page, 1)).toBeVisible();
	await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
	await expect(badge).toContainText('4');
	await expect(await draftScope(page, application)).toHaveText('read_vehicle_info read_vin');
});

test('a version has a page with all that was locked in', async ({ page, application }) => {
	await publishThree(page, application);
	await page.goto(`${application.path}/history/2`);
	await expect(page.locator('output')).toHaveText(
		'required:read_battery read_location read_odometer'
	);
	const permissions = page.getByRole('region', { name: /^Permissions/ });
	await expect(permissions).toContainText('because of State of charge (required)');
	await expect(permissions.getByRole('link', { name: 'read_location' })).toBeVisible();
	const items = page.getByRole('region', { name: /^Selected items/ });
	await expect(items.getByRole('listitem')).toHaveCount(3);
	await expect(items.getByRole('listitem').filter({ hasText: CHARGE })).toContainText('Required');
	await expect(page.getByRole('region', { name: 'What changed since version 1' })).toContainText(
		'Precise location'
	);
	for (const mark of ['new', 'sensitive']) {
		await expect(permissions.getByText(mark, { exact: true }), mark).toHaveCount(1);
	}
	await page.getByRole('link', { name: /^Compare with version 3/ }).click();
	await expect(page).toHaveURL(/compare=2\.\.3$/);
});

test('a version is downloaded as a file', async ({ page, application }) => {
	await publishThree(page, application);
	await page.goto(`${application.path}/history/1`);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Download vehicle-access.json' }).click()
	]);
	expect(download.suggestedFilename()).toBe('vehicle-access.json');
	expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toEqual({
		version: 1,
		items: [{ code: ODOMETER }, { code: CHARGE, required: true }]
	});
});

test('a version that does not exist is answered with 404 and its number', async ({
	page,
	application
}) => {
	for (const number of ['1', '0', '-1', 'x', '99999999999', '1e1']) {
		const response = await page.goto(`${application.path}/history/${number}`);
		expect(response?.status(), number).toBe(404);
		await expect(page.getByText(`There is no version “${number}”`)).toBeVisible();
		await expect(page.getByRole('link', { name: 'See all versions' })).toBeVisible();
	}
	const file = await page.request.get(`${application.path}/history/1/vehicle-access.json`);
	expect(file.status()).toBe(404);
});

test('on paper a version and a comparison name their application and hold nothing to press', async ({
	page,
	application
}) => {
	await publishThree(page, application);
	await page.goto(`${application.path}/history/2`);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByText(`${application.name}, client id`)).toBeVisible();
	await expect(page.getByRole('button')).toHaveCount(0);
	await expect(page.getByRole('navigation')).toHaveCount(0);

	await page.goto(`${application.path}/history?compare=1..3`);
	const compared = page.getByRole('region', { name: 'From version 1 to version 3' });
	await expect(compared).toContainText('added');
	await expect(page.getByText(`${application.name}, client id`)).toBeVisible();
	await expect(page.locator('.no-print').filter({ visible: true })).toHaveCount(0);
	await expect(page.getByRole('navigation')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in ${colorScheme}`, () => {
		test.use({ colorScheme });

		test('timeline, list, comparison and version are accessible and fit a phone', async ({
			page,
			application
		}) => {
			await publishThree(page, application);
			for (const width of [1280, 320]) {
				await page.setViewportSize({ width, height: 720 });
				for (const path of ['/history', '/history?compare=1..3', '/history/2']) {
					await page.goto(application.path + path);
					await expectAccessible(page);
					const sideways = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth
					);
					expect(sideways, `${path} at ${width}`).toBeLessThanOrEqual(0);
				}
			}
		});
	});
}
