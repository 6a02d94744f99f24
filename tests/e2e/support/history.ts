import type { Locator, Page } from '@playwright/test';
import type { TestApplication } from './application.ts';
import { publishDraft } from './draft.ts';

export const CHARGE = 'tractionbattery-stateofcharge';
export const ODOMETER = 'odometer-traveleddistance';
const LOCATION = 'location-preciselocation';

export const rowOf = (page: Page, number: number): Locator =>
	page.getByRole('row', { name: new RegExp(`^Version ${number}\\b`) });
export const head = (page: Page, name: string): Locator =>
	page.getByRole('button', { name: new RegExp(`^${name}\\b`) });
export const list = (page: Page): Locator => page.getByRole('table', { name: 'Versions' });
export const timeline = (page: Page): Locator =>
	page.getByRole('region', { name: 'Versions, side by side' });

/** What the timeline says of a permission, from the oldest column to the newest. */
export const cellsOf = (page: Page, permission: string): Locator =>
	timeline(page)
		.getByRole('row', { name: new RegExp(`^${permission}\\b`) })
		.getByRole('cell');

export async function publishThree(page: Page, application: TestApplication): Promise<void> {
	await publishDraft(page, application, `${CHARGE}! ${ODOMETER}`, 'First release');
	await publishDraft(page, application, `${CHARGE}! ${ODOMETER} ${LOCATION}`, 'The map');
	await publishDraft(page, application, `${CHARGE} ${LOCATION}`, '');
}
