import type { Page } from '@playwright/test';
import type { TestApplication } from './support/application.ts';
import { draftRevision, publishDraft, saveDraft } from './support/draft.ts';
import {
	cellsOf,
	CHARGE,
	head,
	list,
	ODOMETER,
	publishThree,
	timeline
} from './support/history.ts';
import { expect, test } from './support/test.ts';

/** Past the pages, which would take a minute: each version asks for another of two things. */
async function publishMany(page: Page, application: TestApplication, count: number): Promise<void> {
	const { origin } = new URL(page.url());
	for (let number = 1; number <= count; number++) {
		await saveDraft(page, application, number % 2 === 0 ? 'make' : ODOMETER);
		const revision = await draftRevision(page, application);
		const answer = await page.request.post(`${application.path}/publish?/publish`, {
			headers: { origin, accept: 'text/html' },
			form: { basedOn: number === 1 ? '' : number - 1, revision, reason: 'For the test' }
		});
		expect(answer.status(), `version ${number}`).toBe(200);
	}
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('the timeline says what each version asks, and the draft', async ({
			page,
			application
		}) => {
			await publishThree(page, application);
			await saveDraft(page, application, `${CHARGE} make!`);
			await page.goto(`${application.path}/history`);
			await expect(timeline(page).getByRole('columnheader')).toHaveText([
				'Permission',
				/^\s*Version\s+1\s+\d+ \w+\s*$/,
				/^\s*Version\s+2\s+\d+ \w+\s*$/,
				/^\s*Version\s+3\s+current\s+\d+ \w+\s*$/,
				/^\s*Draft\s+2 changes\s*$/
			]);
			for (const [permission, ...cells] of [
				['read_battery', 'required', 'required', 'asked', 'asked'],
				['read_location', 'not asked', 'asked', 'asked', 'no longer asked'],
				['read_odometer', 'asked', 'asked', 'no longer asked', 'not asked'],
				['read_vehicle_info', 'not asked', 'not asked', 'not asked', 'required'],
				['Owners are asked', 'more', 'more', 'less', 'more, less']
			] as const) {
				await expect(cellsOf(page, permission), permission).toHaveText(cells);
			}
			await expect(timeline(page).getByRole('rowheader', { name: 'read_location' })).toContainText(
				'sensitive'
			);
		});

		test('any two versions and the draft are compared, and the address holds which', async ({
			page,
			application
		}) => {
			await publishThree(page, application);
			await saveDraft(page, application, 'make');
			await page.goto(`${application.path}/history`);
			await head(page, 'Version 3').click();
			await expect(page).toHaveURL(/\/history\?compare=3$/);
			await head(page, 'Version 1').click();
			await expect(page).toHaveURL(/\/history\?compare=1\.\.3$/);
			await page.reload();
			const comparison = page.getByRole('region', { name: 'From version 1 to version 3' });
			await expect(comparison).toContainText('more of some things and less of others');
			await expect(comparison.getByRole('listitem')).toHaveText([
				/\+ Precise location added/,
				/− Traveled distance removed/,
				/○ State of charge now optional/
			]);
			await expect(comparison).toContainText('required:read_battery read_odometer');
			await expect(page.getByRole('button', { pressed: true })).toHaveText([/1/, /3/]);

			await comparison.getByRole('link', { name: 'Swap' }).click();
			await expect(page).toHaveURL(/compare=3\.\.1$/);
			await page.goBack();
			await expect(comparison).toBeVisible();

			await head(page, 'Draft').click();
			await expect(page).toHaveURL(/compare=3\.\.draft$/);
			const draft = page.getByRole('region', { name: 'From version 3 to the draft' });
			await expect(draft).toContainText('read_vehicle_info');
			await head(page, 'Version 3').click();
			await expect(page.getByRole('button', { pressed: true })).toHaveText([/Draft/]);
			await page.getByRole('link', { name: 'Version 3, the current one' }).click();
			await page.getByRole('link', { name: 'Close comparison' }).click();
			await expect(page).toHaveURL(/\/history\?$/);
			await expect(page.getByRole('button', { pressed: true })).toHaveCount(0);
		});

		test('two versions that cannot be compared are said to be so', async ({
			page,
			application
		}) => {
			await publishThree(page, application);
			for (const query of ['compare=1..9', 'compare=2..2', 'compare=x', 'compare=9']) {
				await page.goto(`${application.path}/history?${query}`);
				await expect(page.getByRole('alert').first(), query).toContainText(
					'Nothing to compare: the address names no two different versions.'
				);
				await expect(list(page).getByRole('row')).toHaveCount(4);
			}
		});
	});
}

test('what is asked in between and by neither of two is told', async ({ page, application }) => {
	await publishThree(page, application);
	await publishDraft(page, application, CHARGE, '');
	await page.goto(`${application.path}/history?compare=1..4`);
	await expect(page.getByText(/^Asked in between, and by neither of the two:/)).toContainText(
		'read_location (versions 2 and 3).'
	);
});

test('a phone opens the timeline at the draft, and heads are pressed by keys', async ({
	page,
	application
}) => {
	await page.setViewportSize({ width: 320, height: 720 });
	await publishThree(page, application);
	await page.goto(`${application.path}/history`);
	await expect(head(page, 'Draft')).toBeInViewport({ ratio: 1 });
	await head(page, 'Draft').focus();
	await page.keyboard.press('Space');
	await expect(head(page, 'Draft')).toHaveAttribute('aria-pressed', 'true');
	await expect(head(page, 'Draft')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(head(page, 'Draft')).toHaveAttribute('aria-pressed', 'false');
});

test('many versions are turned over like a list, and what is marked stays', async ({
	page,
	application
}) => {
	await page.goto(`${application.path}/publish`);
	await publishMany(page, application, 22);
	await page.goto(`${application.path}/history`);
	// A page of versions, the draft, and the names beside them.
	await expect(timeline(page).getByRole('columnheader')).toHaveCount(22);
	await head(page, 'Version 22').click();
	await expect(page).toHaveURL(/compare=22$/);
	await page.getByRole('link', { name: 'Older versions' }).click();
	await expect(page).toHaveURL(/compare=22&page=2$/);
	await expect(timeline(page).getByRole('columnheader')).toHaveCount(3);
	await head(page, 'Version 1').click();
	await expect(page).toHaveURL(/compare=1\.\.22&page=2$/);
	await expect(page.getByRole('region', { name: 'From version 1 to version 22' })).toBeVisible();
});
