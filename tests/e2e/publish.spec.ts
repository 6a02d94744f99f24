import { publishDraft, saveDraft } from './support/draft.ts';
import { publishButton, publishedHeading, reason } from './support/publish.ts';
import { expect, test } from './support/test.ts';

const CHARGE = 'tractionbattery-stateofcharge';
const ODOMETER = 'odometer-traveleddistance';
const LOCATION = 'location-preciselocation';
const LOCKED = 'closure-islocked';
const MISSING = 'Say why more is asked of owners; the reason is kept with the version.';

// Refusals are answered with 400 and 409; one test takes the network away.
test.use({ provoked: /status of 400|status of 409|ERR_INTERNET_DISCONNECTED/ });

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('the first version needs no reason, and is read back', async ({ page, application }) => {
			await saveDraft(page, application, `${CHARGE}! ${ODOMETER}`);
			await page.goto(`${application.path}/publish`);
			await expect(page.getByText('required:read_battery read_odometer')).toBeVisible();
			await expect(reason(page)).toHaveAccessibleDescription(/^Optional\./);
			await publishButton(page).click();
			await expect(publishedHeading(page, 1)).toBeVisible();
			await expect(page.getByRole('main')).toContainText('required:read_battery read_odometer');
		});

		test('what widens is published with a reason only, and read back', async ({
			page,
			application
		}) => {
			await publishDraft(page, application, CHARGE, '');
			await saveDraft(page, application, `${CHARGE}! ${ODOMETER}`);
			await page.goto(`${application.path}/publish`);
			await expect(page.getByText('Owners are asked for more.')).toBeVisible();
			await expect(page.getByText('required:read_battery read_odometer')).toBeVisible();

			await publishButton(page).click();
			await expect(reason(page)).toHaveAccessibleDescription(new RegExp(MISSING));
			await expect(reason(page)).toHaveAttribute('aria-invalid', 'true');
			if (javaScriptEnabled) await expect(reason(page)).toBeFocused();

			await reason(page).fill('x'.repeat(281));
			await publishButton(page).click();
			await expect(reason(page)).toHaveAccessibleDescription(
				/at most 280 characters; this one has 281/
			);
			await expect(reason(page)).toHaveValue('x'.repeat(281));

			await reason(page).fill('Mileage for the report');
			await publishButton(page).click();
			await expect(publishedHeading(page, 2)).toBeVisible();
			await expect(page.getByRole('main')).toContainText('required:read_battery read_odometer');
			await page.getByRole('main').getByRole('link', { name: 'History' }).click();
			await expect(page.getByRole('row', { name: /^Version 2\b/ })).toContainText(
				'Mileage for the report'
			);
		});

		test('what narrows is published without one', async ({ page, application }) => {
			await publishDraft(page, application, `${CHARGE} ${ODOMETER}`, 'First release');
			await saveDraft(page, application, CHARGE);
			await page.goto(`${application.path}/publish`);
			await expect(page.getByText('Owners are asked for less.')).toBeVisible();
			await expect(
				page.getByText(/Connected vehicles keep what their owners granted/)
			).toBeVisible();
			await publishButton(page).click();
			await expect(publishedHeading(page, 2)).toBeVisible();
		});

		test('two consents are held side by side, and what weighs most is made optional in place', async ({
			page,
			application
		}) => {
			await publishDraft(page, application, `${CHARGE}! ${ODOMETER} ${LOCKED}`, '');
			await saveDraft(page, application, `${CHARGE}! ${ODOMETER}! ${LOCATION}!`);
			await page.goto(`${application.path}/publish`);
			const consents = page.getByRole('table', { name: /^What owners see, now and after/ });
			const location = consents.getByRole('row', { name: /Location/ });
			await expect(consents.getByRole('columnheader')).toHaveText([
				/Owners see now\s+Version 1 · 3 permissions, 1 required/,
				/Owners will see\s+Version 2 · 3 permissions, 3 required/
			]);
			await expect(consents.locator('tbody tr')).toHaveText([
				/^\s*not asked\s+Location\s+new\s+sensitive.*Required by.*Sensitive and required/s,
				/^\s*Odometer.*Odometer\s+now required.*Required by/s,
				/^\s*Locks and doors.*Locks and doors\s+no longer asked\s*$/s,
				/^\s*Battery.*Required by.*Battery.*Required by/s
			]);
			await expect(location.getByRole('link', { name: 'Precise location' })).toHaveAttribute(
				'href',
				new RegExp(`vehicle-access\\?open=${LOCATION}$`)
			);
			await expect(page.getByRole('main')).toContainText(
				'1 permission is new, 1 is now required, 1 is no longer asked.'
			);
			await reason(page).fill('The map');
			await location.getByRole('button', { name: 'Make it optional' }).click();
			await expect(location).not.toContainText('Required');
			await expect(location).toContainText(/new\s+sensitive/);
			await expect(consents.getByRole('columnheader').last()).toContainText('2 required');
			await expect(page.getByText('Location is optional now')).toHaveCount(1);
			if (javaScriptEnabled) await expect(location).toBeFocused();
			await expect(reason(page)).toHaveValue('The map');
			await publishButton(page).click();
			await expect(publishedHeading(page, 2)).toBeVisible();
			await expect(page.getByRole('main')).toContainText(
				'required:read_battery read_location required:read_odometer'
			);
		});

		test('where there is nothing to publish, the page says why and where to go', async ({
			page,
			application
		}) => {
			const main = page.getByRole('main');
			await page.goto(`${application.path}/publish`);
			await expect(main).toContainText('The draft is empty.');
			await expect(main.getByRole('link', { name: 'Select items' })).toBeVisible();

			await saveDraft(page, application, 'id');
			await page.goto(`${application.path}/publish`);
			await expect(main).toContainText('needs no permission');

			await publishDraft(page, application, CHARGE, 'First release');
			await page.goto(`${application.path}/publish`);
			await expect(main).toContainText('The draft is the same as version 1, the current one.');
			await main.getByRole('link', { name: 'Back to Vehicle Access' }).click();
			await expect(page).toHaveURL(/vehicle-access/);
		});
	});
}

test('a review of a draft that changed meanwhile is refused and shown anew', async ({
	page,
	application
}) => {
	await saveDraft(page, application, CHARGE);
	await page.goto(`${application.path}/publish`);
	await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
	await saveDraft(page, application, `${CHARGE} ${ODOMETER}`);
	await reason(page).fill('First release');
	await publishButton(page).click();
	await expect(page.getByRole('alert')).toContainText('the draft changed after you opened this');
	await expect(reason(page)).toHaveValue('First release');
	await publishButton(page).click();
	await expect(publishedHeading(page, 1)).toBeVisible();
	await expect(page.getByRole('main')).toContainText('read_battery read_odometer');
});

test('without a network it says so and keeps the reason', async ({
	page,
	context,
	application
}) => {
	await saveDraft(page, application, CHARGE);
	await page.goto(`${application.path}/publish`);
	await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
	await reason(page).fill('First release');
	await context.setOffline(true);
	await publishButton(page).click();
	await expect(page.getByRole('alert').first()).toContainText('The server cannot be reached');
	await expect(reason(page)).toHaveValue('First release');
	await context.setOffline(false);
	await publishButton(page).click();
	await expect(publishedHeading(page, 1)).toBeVisible();
});

test('the review stays open while what was just searched for is written into the address', async ({
	page,
	application
}) => {
	await saveDraft(page, application, ODOMETER);
	await page.goto(`${application.path}/vehicle-access`);
	// Faster than any hand, so that the address is not written yet.
	await page.evaluate(() => {
		const search = document.querySelector<HTMLInputElement>('main [type="search"]');
		if (!search) throw new Error('There is no search');
		search.value = 'charge';
		search.dispatchEvent(new Event('input', { bubbles: true }));
		document.querySelector<HTMLAnchorElement>('.page-bar a[href$="/publish"]')?.click();
	});
	const review = page.getByRole('dialog', { name: 'Publish version 1' });
	await expect(review).toBeVisible();
	await expect(page).toHaveURL(/[?&]q=charge/);
	await expect(review.getByLabel('Reason')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(review).toHaveCount(0);
	await expect(page.getByRole('searchbox')).toHaveValue('charge');
	await expect(page).toHaveURL(/[?&]q=charge/);
});
