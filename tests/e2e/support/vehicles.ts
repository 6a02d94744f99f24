import { expect, type Page } from '@playwright/test';
import type { TestApplication } from './application.ts';

/** Adds a vehicle in an account of its own, and lands on its page. */
export async function addVehicle(
	page: Page,
	{ path }: TestApplication,
	model: string
): Promise<string> {
	await page.goto(`${path}/vehicles/add`);
	const form = page.getByRole('form', { name: 'Add a vehicle' });
	await form.getByLabel('Make').selectOption('VOLKSWAGEN');
	await form.getByLabel('Model').fill(model);
	await form.getByLabel('Year').fill('2023');
	await form.getByRole('button', { name: /^Add / }).click();
	await expect(page.getByText('with any password, finds it in Connect')).toBeVisible();
	return new URL(page.url()).pathname;
}
