import { saveDraft } from './support/draft.ts';
import { ODOMETER, row } from './support/picker.ts';
import { expect, test } from './support/test.ts';

test('what was ticked a moment ago is saved first and part of the review', async ({
	page,
	application
}) => {
	await page.goto(`${application.path}/vehicle-access`);
	await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
	await page.evaluate((code) => {
		document.querySelector<HTMLElement>(`[data-code="${code}"] [type="checkbox"]`)?.click();
		// A second press before the draft is saved, quicker than any hand.
		document.querySelector<HTMLElement>('.acts a[href$="/publish"]')?.click();
	}, ODOMETER);
	const review = page.getByRole('dialog');
	await expect(review.getByRole('link', { name: 'Traveled distance' })).toBeVisible();
	// A first version needs no reason, so that the review begins at its title.
	await expect(review.getByRole('heading', { name: 'Publish version 1' })).toBeFocused();
	await review.getByRole('button', { name: 'Publish version 1' }).click();
	await expect(review.getByRole('heading', { name: 'Version 1 is published' })).toBeVisible();
});

test('what is made optional in the review stays in it, over the page that follows the draft', async ({
	page,
	application
}) => {
	await saveDraft(page, application, `${ODOMETER} location-preciselocation!`);
	await page.goto(`${application.path}/history`);
	await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
	await page.getByRole('link', { name: /^Publish .* change/ }).click();
	const review = page.getByRole('dialog', { name: 'Publish version 1' });
	const location = review.getByRole('row', { name: /Location/ });
	await review.getByRole('button', { name: 'Make it optional' }).click();
	await expect(location).toBeFocused();
	await expect(location).not.toContainText('Required');
	await review.getByRole('button', { name: 'Publish version 1' }).click();
	await expect(page.getByRole('heading', { name: 'Version 1 is published' })).toBeFocused();
	await expect(page.getByRole('dialog')).toContainText('read_location read_odometer');
});

test.describe('what cannot be saved', () => {
	test.use({ provoked: /status of 503/ });

	test('is said to be no part of the review, until it is saved', async ({ page, application }) => {
		await page.goto(`${application.path}/vehicle-access`);
		await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
		await page.route('**/draft', (route) =>
			route.fulfill({ status: 503, json: { message: 'The disk is full.' } })
		);
		await row(page, ODOMETER).getByText(ODOMETER).click();
		await page
			.getByRole('link', { name: /^Publish/ })
			.first()
			.click();
		const review = page.getByRole('dialog');
		await expect(review.getByRole('alert')).toHaveText(
			/no part of this review:\s+The disk is full\./
		);
		await expect(review.getByText('The draft is empty.')).toBeVisible();
		await page.unroute('**/draft');
		await expect(review.getByRole('link', { name: 'Traveled distance' })).toBeVisible();
		await expect(review.getByRole('alert')).toHaveCount(0);
		await review.getByRole('button', { name: 'Cancel' }).click();
		await expect(review).toHaveCount(0);
	});
});
