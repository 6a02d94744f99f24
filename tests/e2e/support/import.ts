import { expect, type Locator, type Page } from '@playwright/test';
import type { TestApplication } from './application.ts';

export const CHARGE = 'tractionbattery-stateofcharge';
export const FILE = `{"version": 1, "items": [{"code": "${CHARGE}", "required": true}, {"code": "odometer-traveleddistance"}]}`;

export const requestField = (page: Page): Locator => page.getByLabel('Scope or Connect URL');
export const fileField = (page: Page): Locator => page.getByLabel('vehicle-access.json');

export async function explain(page: Page, text: string): Promise<void> {
	await requestField(page).fill(text);
	await page.getByRole('button', { name: 'Explain' }).click();
}

export async function preview(page: Page, text: string): Promise<void> {
	await fileField(page).fill(text);
	await page.getByRole('button', { name: 'Preview' }).click();
}

/** Replaces the draft by {@link FILE}. */
export async function importFile(page: Page): Promise<void> {
	await preview(page, FILE);
	await page.getByRole('button', { name: 'Replace the draft' }).click();
}

/** The draft as anybody gets it who downloads it. */
export async function savedDraft(page: Page, application: TestApplication): Promise<unknown> {
	const response = await page.request.get(`${application.path}/vehicle-access.json`);
	return response.json();
}

/** The header tells the time only once the page listens. */
export async function expectListening(page: Page): Promise<void> {
	await expect(page.getByText(/^Draft saved \d/)).toBeVisible();
}
