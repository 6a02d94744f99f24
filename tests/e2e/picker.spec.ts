import {
	CHARGE,
	CHARGING,
	expectSaved,
	ODOMETER,
	pickByMouse,
	row,
	SCOPE,
	scope
} from './support/picker.ts';
import type { Page } from '@playwright/test';
import type { TestApplication } from './support/application.ts';
import { expect, test } from './support/test.ts';

/** The keys of the list are fetched; Tab stops once in it from then on. */
async function openForKeys(page: Page, { path }: TestApplication): Promise<void> {
	await page.goto(`${path}/vehicle-access`);
	await expect(page.locator('.row .check[tabindex="0"]')).toHaveCount(1);
}

// What Chromium writes to the console when a save meets another one, or no network.
test.use({ provoked: /status of 409|ERR_INTERNET_DISCONNECTED/ });

test('arrow keys go from row to row', async ({ page, application }) => {
	await openForKeys(page, application);
	const boxes = page.locator('.row').getByRole('checkbox');
	await boxes.nth(0).focus();
	await page.keyboard.press('ArrowDown');
	await expect(boxes.nth(1)).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await expect(boxes.nth(0)).toBeFocused();
});

test('the list is one stop of the keyboard, and one line says what a change does', async ({
	page,
	application
}) => {
	await openForKeys(page, application);
	const said = page.locator('[data-announcer]');
	const boxOf = (code: string) => row(page, code).getByRole('checkbox');
	await page.getByRole('link', { name: 'Skip to the list' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('tabpanel')).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(boxOf('charge-amperage')).toBeFocused();

	await page.keyboard.press('r');
	await page.keyboard.press('Space');
	await expect(said).toHaveText('Amperage added; adds read_charge');
	await page.keyboard.press('r');
	await expect(said).toHaveText('Amperage required; no new permission');
	await page.keyboard.press('Control+z');
	await expect(said).toHaveText('Undone: Amperage required; no new permission');
	await expect(row(page, 'charge-amperage').getByRole('switch')).not.toBeChecked();

	await page.keyboard.press('PageDown');
	await expect(page.getByRole('checkbox', { name: 'All of Climate' })).toBeFocused();
	await page.keyboard.press('ArrowLeft');
	await expect(row(page, 'climate-externaltemperature')).toBeHidden();
	await page.keyboard.press('ArrowRight');
	await expect(row(page, 'climate-externaltemperature')).toBeVisible();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowDown');
	await expect(boxOf('charge-amperage')).toBeFocused();

	await page.keyboard.press('Tab');
	await expect(page.getByRole('tabpanel').locator(':focus')).toHaveCount(0);
	await page.getByRole('link', { name: 'Skip to the scope' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('output')).toBeFocused();

	await page.keyboard.press('/');
	await page.keyboard.type('odometer');
	await expect(said).toHaveText('1 of 93 signals');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('searchbox')).toHaveValue('');
	await expect(page.getByRole('tabpanel').locator(':focus')).toHaveCount(1);
	await expectSaved(page);
});

test('scope and link are copied from the page, and it says which', async ({
	page,
	application,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(`${application.path}/vehicle-access`);
	const said = page.locator('[data-announcer]');
	const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
	await row(page, CHARGE).getByRole('checkbox').check();
	// What is said of that comes once it has rested, and would take the place of the next.
	await expect(said).toHaveText('State of charge added; adds read_battery');
	await page.getByRole('button', { name: 'Copy scope' }).click();
	await expect(said).toHaveText('Scope copied');
	expect(await clipboard()).toBe('read_battery');

	await page.getByRole('button', { name: 'Copy link' }).click();
	await expect(said).toHaveText(/^Sandbox link copied. Nothing is published yet/);
	const link = new URL(await clipboard());
	expect(link.origin).toBe(new URL(page.url()).origin);
	expect(link.searchParams.get('client_id')).toBe(application.clientId);
	expect(link.searchParams.get('scope')).toBe('read_battery');
	await expectSaved(page);
});

test('every row tells its cost before the click', async ({ page, application }) => {
	await page.goto(`${application.path}/vehicle-access`);
	await expect(row(page, CHARGE)).toContainText('+ read_battery');
	await expect(row(page, CHARGE).getByRole('switch')).toHaveCount(0);
	await row(page, CHARGE).getByText(CHARGE).click();
	await expect(page.locator('.row').getByRole('switch')).toHaveCount(1);
	await expect(row(page, 'tractionbattery-range')).toContainText('no new permission');
	await expect(row(page, 'location-preciselocation')).toContainText('+ read_location sensitive');
	// What is saved after the application went would find none.
	await expectSaved(page);
});

test('a permission leads to its reasons and back', async ({ page, application }) => {
	await pickByMouse(page, application);
	await page.goto(`${application.path}/vehicle-access?tab=commands`);
	const permissions = page.getByRole('region', { name: 'Permissions' });
	const reason = permissions.getByRole('link', { name: 'Traveled distance' });
	// Where the window is no higher than a laptop's, reasons are counted until somebody asks.
	await expect(reason).toBeHidden();
	await permissions.getByRole('button', { name: '1 item (read_odometer)' }).click();
	await reason.click();
	await expect(row(page, ODOMETER).getByRole('checkbox')).toBeFocused();
});

test('the owner preview locks what is required and keeps at least one permission', async ({
	page,
	application
}) => {
	await pickByMouse(page, application);
	const preview = page.getByRole('region', { name: 'Owner preview' });
	await preview.getByText('3 boxes, 1 locked').click();
	const battery = preview.getByRole('checkbox', { name: /^Battery/ });
	await expect(battery).toBeChecked();
	await expect(battery).toHaveAttribute('aria-disabled', 'true');
	await battery.click({ force: true });
	await expect(battery).toBeChecked();

	await row(page, CHARGE).getByRole('switch').click();
	await row(page, CHARGE).getByText(CHARGE).click();
	await row(page, CHARGING).getByText(CHARGING).click();
	const last = preview.getByRole('checkbox');
	await expect(last).toHaveCount(1);
	await last.click({ force: true });
	await expect(last).toBeChecked();
	await expect(preview).toContainText('At least one permission must stay selected.');
});

test('the draft is still there after the window is closed', async ({
	page,
	context,
	application
}) => {
	await pickByMouse(page, application);
	await page.close();
	const again = await context.newPage();
	await again.goto(`${application.path}/vehicle-access`);
	await expect(scope(again)).toHaveText(SCOPE);
});

test('undo survives a reload', async ({ page, application }) => {
	await pickByMouse(page, application);
	await page.reload();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(scope(page)).toHaveText('read_battery read_charge read_odometer');
});

test('two windows edit the draft at once and both sets of changes are kept', async ({
	page,
	context,
	application
}) => {
	await page.goto(`${application.path}/vehicle-access`);
	const other = await context.newPage();
	await other.goto(`${application.path}/vehicle-access`);
	await row(other, ODOMETER).getByText(ODOMETER).click();
	await expectSaved(other);
	await row(page, CHARGE).getByText(CHARGE).click();
	await expect(scope(page)).toHaveText('read_battery read_odometer');
	await expect(page.locator('#main').getByText(/Both sets of changes are kept/)).toBeVisible();
});

test('a lost connection keeps the change, says so, and the change is saved afterwards', async ({
	page,
	context,
	application
}) => {
	await page.goto(`${application.path}/vehicle-access`);
	await expectSaved(page);
	await context.setOffline(true);
	await row(page, CHARGE).getByText(CHARGE).click();
	await expect(scope(page)).toHaveText('read_battery');
	await expect(page.getByText(/Not saved: The server cannot be reached/)).toBeVisible();
	await page.getByRole('button', { name: 'Retry' }).click();
	await expect(page.getByText(/Not saved: The server cannot be reached/)).toBeVisible();
	await context.setOffline(false);
	await expectSaved(page);
	await page.reload();
	await expect(scope(page)).toHaveText('read_battery');
});

test('the address holds tab, search and filters', async ({ page, application }) => {
	await page.goto(`${application.path}/vehicle-access`);
	const commands = page.getByRole('tab', { name: /Commands/ });
	await expect(commands).toHaveText(/\s12$/);
	await commands.click();
	await page.getByRole('searchbox').fill('lock');
	await expect(page).toHaveURL(/tab=commands&q=lock/);
	await expect(page.locator('.row')).toHaveCount(2);
	await expect(commands).toHaveText(/\s2$/);
	await page.reload();
	await expect(page.getByRole('searchbox')).toHaveValue('lock');
	await expect(page.locator('.row')).toHaveCount(2);
	await page.goBack();
	await expect(page).not.toHaveURL(/q=lock/);
});

test('a group’s box has three states and says how many are picked', async ({
	page,
	application
}) => {
	await page.goto(`${application.path}/vehicle-access`);
	await expectSaved(page);
	const group = page.getByRole('region', { name: 'Location' });
	const box = group.getByRole('checkbox', { name: 'All of Location' });
	await expect(group).toContainText('0 of 2');
	await row(page, 'location-isathome').getByText('location-isathome').click();
	await expect(group).toContainText('1 of 2');
	await expect(box).toHaveJSProperty('indeterminate', true);
	await box.click();
	await expect(group).toContainText('2 of 2');
	await box.click();
	await expect(group).toContainText('0 of 2');
});

test('a note’s fix is one press', async ({ page, application }) => {
	await page.goto(`${application.path}/vehicle-access`);
	await row(page, CHARGE).getByText(CHARGE).click();
	await page.getByRole('button', { name: 'Add Make' }).click();
	await expect(scope(page)).toHaveText('read_battery read_vehicle_info');
	await expect(page.locator('body')).not.toBeFocused();
});
