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
		document.querySelector<HTMLElement>('a[href$="/publish"].primary')?.click();
	}, 'odometer-traveleddistance');
	const review = page.getByRole('dialog');
	await expect(review.getByRole('link', { name: 'Traveled distance' })).toBeVisible();
	await review.getByRole('button', { name: 'Publish version 1' }).click();
	await expect(review.getByRole('heading', { name: 'Version 1 is published' })).toBeVisible();
});
