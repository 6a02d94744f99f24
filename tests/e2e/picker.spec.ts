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
import { expect, test } from './support/test.ts';

// What Chromium writes to the console when a save meets another one, or no network.
test.use({ provoked: /status of 409|ERR_INTERNET_DISCONNECTED/ });

test('arrow keys go from row to row', async ({ page, application }) => {
	await page.goto(`${application.path}/vehicle-access`);
	await expectSaved(page);
	const boxes = page.locator('.row').getByRole('checkbox');
	await boxes.nth(0).focus();
	await page.keyboard.press('ArrowDown');
	await expect(boxes.nth(1)).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await expect(boxes.nth(0)).toBeFocused();
});

test('every row tells its cost before the click', async ({ page, application }) => {
	await page.goto(`${application.path}/vehicle-access`);
	await expect(row(page, CHARGE)).toContainText('+ read_battery');
	await row(page, CHARGE).getByText(CHARGE).click();
	await expect(row(page, 'tractionbattery-range')).toContainText('no new permission');
	await expect(row(page, 'location-preciselocation')).toContainText('+ read_location sensitive');
	// What is saved after the application went would find none.
	await expectSaved(page);
});

test('a permission leads to its reasons and back', async ({ page, application }) => {
	await pickByMouse(page, application);
	await page.goto(`${application.path}/vehicle-access?tab=commands`);
	const permissions = page.getByRole('region', { name: 'Permissions' });
	await permissions.getByRole('link', { name: 'Traveled distance' }).click();
	await expect(row(page, ODOMETER).getByRole('checkbox')).toBeFocused();
});

test('the owner preview locks what is required and keeps at least one permission', async ({
	page,
	application
}) => {
	await pickByMouse(page, application);
	const preview = page.getByRole('region', { name: 'Owner preview' });
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
	await expect(page.getByText(/Both sets of changes are kept/)).toBeVisible();
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
	await page.getByRole('tab', { name: /Commands/ }).click();
	await page.getByRole('searchbox').fill('lock');
	await expect(page).toHaveURL(/tab=commands&q=lock/);
	await expect(page.locator('.row')).toHaveCount(2);
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
