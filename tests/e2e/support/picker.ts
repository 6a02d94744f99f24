import { expect, type Locator, type Page } from '@playwright/test';
import type { TestApplication } from './application.ts';

export const CHARGE = 'tractionbattery-stateofcharge';
export const CHARGING = 'charge-ischarging';
export const ODOMETER = 'odometer-traveleddistance';

/** What {@link pickByMouse} asks for. */
export const SCOPE = 'required:read_battery read_charge read_odometer';

/** The row of an item on Vehicle Access. */
export const row = (page: Page, code: string): Locator => page.locator(`[data-code="${code}"]`);

export const scope = (page: Page): Locator => page.locator('output').first();

/** The draft is autosaved; the header says so in words. */
export async function expectSaved(page: Page): Promise<void> {
	await expect(page.getByText(/^Draft saved/)).toBeVisible();
}

export async function pickByMouse(page: Page, application: TestApplication): Promise<void> {
	await page.goto(`${application.path}/vehicle-access`);
	for (const code of [CHARGE, CHARGING, ODOMETER]) {
		await row(page, code).getByRole('checkbox').check();
	}
	await row(page, CHARGE).getByRole('switch').click();
	await expect(scope(page)).toHaveText(SCOPE);
	await expectSaved(page);
}
