import type { Locator, Page } from '@playwright/test';

export const reason = (page: Page): Locator => page.getByLabel('Reason');

export const publishButton = (page: Page): Locator =>
	page.getByRole('button', { name: /^Publish version \d+$/ });

export const publishedHeading = (page: Page, number: number): Locator =>
	page.getByRole('heading', { name: `Version ${number} is published` });
