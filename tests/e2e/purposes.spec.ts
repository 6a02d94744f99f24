import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { allow, connectLink, reachConsent, returned } from './support/connect.ts';
import { registerRedirectUri } from './support/credentials.ts';
import { publishDraft, saveDraft } from './support/draft.ts';
import { CHARGE, expectSaved, ODOMETER } from './support/picker.ts';
import { linkCar, newAddress, signInToPortal } from './support/portal.ts';
import { publishButton, publishedHeading } from './support/publish.ts';
import { expect, test } from './support/test.ts';

const PURPOSE = 'We plan by it.” <b>Required by the Sandbox</b> {app}';
const ANOTHER = 'We show when charging ends.';
const WITHOUT = 'No word on when to charge. <b>Required.</b>';

const permissions = (page: Page) => page.getByRole('region', { name: 'Permissions' });

async function tell(page: Page, name: string, purpose: string, without = ''): Promise<void> {
	const own = permissions(page)
		.getByRole('listitem')
		.filter({ hasText: `(${name})` });
	const field = own.getByLabel('What for');
	const stops = own.getByLabel('Without it');
	await own.locator('summary', { hasText: `(${name})` }).click();
	await field.fill(purpose);
	await stops.fill(without);
	await own.getByRole('button', { name: 'Keep' }).click();
	await expect(field).toBeHidden();
}

test('what a permission is for goes from its developer to the owner, in the developer’s words', async ({
	page,
	application,
	appServer
}) => {
	await registerRedirectUri(page, application, appServer.callback);
	await saveDraft(page, application, `${CHARGE}! ${ODOMETER}`);
	await page.goto(`${application.path}/vehicle-access`);
	await tell(page, 'read_battery', ` ${PURPOSE}\n`, WITHOUT);
	await expect(permissions(page).getByText(PURPOSE)).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Undo' }).first().click();
	await expect(permissions(page).getByText(PURPOSE)).toBeHidden();
	await page.getByRole('button', { name: 'Redo' }).first().click();
	await expect(permissions(page).getByText(PURPOSE)).toBeVisible();
	await expectSaved(page);

	await page.goto(`${application.path}/publish`);
	await expect(page.getByText(PURPOSE)).toBeVisible();
	await expect(page.getByText(WITHOUT)).toBeVisible();
	await expectAccessible(page);
	await publishButton(page).click();
	await expect(publishedHeading(page, 1)).toBeVisible();

	const username = `${application.clientId}@example.com`;
	await reachConsent(page, connectLink(application, {}), { username });
	const box = page.getByRole('checkbox', { name: 'Battery', exact: true });
	await expect(box).toHaveAccessibleDescription(
		`See how full your battery is and how far you can drive on it. Required. ${application.name} says why: ${PURPOSE} Without it: ${WITHOUT}`
	);
	const told = page.locator('q', { hasText: PURPOSE });
	await expect(told.locator('xpath=..')).toHaveText(`${application.name} says why: ${PURPOSE}`);
	await expect(page.getByText(`those of ${application.name}. Nobody`)).toBeVisible();
	await expectAccessible(page);
	await allow(page);
	await returned(page, appServer);

	await page.goto(`${application.path}/vehicle-access`);
	await tell(page, 'read_battery', ANOTHER);
	await expectSaved(page);
	await page.goto(`${application.path}/publish`);
	await expect(page.getByText(ANOTHER)).toBeVisible();
	await publishButton(page).click();
	await expect(publishedHeading(page, 2)).toBeVisible();

	await signInToPortal(page, newAddress());
	await linkCar(page, 'Chevrolet', username);
	await page.goto(`/my/applications/${application.clientId}`);
	// As it was told when it was given.
	await expect(page.locator('q')).toHaveText([PURPOSE, WITHOUT]);
	await expectAccessible(page);
	await page.goto(`/my/applications/${application.clientId}/take-back/read_battery`);
	await expect(page.getByText(`Without it: ${WITHOUT}`)).toBeVisible();
	await page.goto(`/my/applications/${application.clientId}`);
	await page.locator('a[href*="/my/receipts/"]').click();
	await expect(page.locator('q')).toHaveText([PURPOSE, WITHOUT]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false, provoked: /status of 400/ });

	test('a purpose is kept by a plain form, which says what is wrong with one', async ({
		page,
		application
	}) => {
		await publishDraft(page, application, `${CHARGE}! ${ODOMETER}`, 'First release');
		await page.goto(`${application.path}/vehicle-access?tab=commands`);
		const own = permissions(page).getByRole('listitem').filter({ hasText: '(read_battery)' });
		await own.locator('summary', { hasText: '(read_battery)' }).click();
		await own.getByLabel('What for').fill('x'.repeat(281));
		await own.getByRole('button', { name: 'Keep' }).click();
		await expect(own.getByRole('alert')).toHaveText(
			'A purpose has at most 280 characters; this one has 281.'
		);
		await expect(own.getByLabel('What for')).toHaveValue('x'.repeat(281));
		await own.getByLabel('What for').fill(ANOTHER);
		await own.getByLabel('Without it').fill('y'.repeat(281));
		await own.getByRole('button', { name: 'Keep' }).click();
		await expect(own.getByRole('alert')).toHaveText(
			'“Without it” has at most 280 characters; this one has 281.'
		);
		await expect(own.getByLabel('Without it')).toHaveValue('y'.repeat(281));
		await own.getByLabel('Without it').fill(WITHOUT);
		await own.getByLabel('What for').fill(ANOTHER);
		await own.getByRole('button', { name: 'Keep' }).click();
		await expect(permissions(page).locator('q')).toHaveText(ANOTHER);
		await expect(own.getByLabel('Without it')).toHaveValue(WITHOUT);
		await expect(page).toHaveURL(/\?tab=commands$/);
		await page.goto(`${application.path}/publish`);
		await publishButton(page).click();
		await expect(publishedHeading(page, 2)).toBeVisible();
	});
});
