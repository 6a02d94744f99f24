import { expect, type Page } from '@playwright/test';
import type { TestApplication } from './application.ts';

/** Puts items into an application's draft past its pages; `make!` is required, `make` optional. */
export async function saveDraft(
	page: Page,
	application: TestApplication,
	words: string
): Promise<void> {
	const selection = words
		.split(' ')
		.filter(Boolean)
		.map((word) => ({ code: word.replace('!', ''), required: word.endsWith('!') }));
	const save = (baseRevision: number) =>
		page.request.put(`${application.path}/draft`, {
			headers: { origin: new URL(page.url()).origin },
			data: { baseRevision, selection }
		});
	const stale = await save(0);
	if (stale.ok()) return;
	const { current } = await stale.json();
	const saved = await save(current.revision);
	expect(saved.status()).toBe(200);
}

/** Publishes what the draft holds, by the page for it. */
export async function publishDraft(
	page: Page,
	application: TestApplication,
	words: string,
	reason: string
): Promise<void> {
	await saveDraft(page, application, words);
	await page.goto(`${application.path}/publish`);
	await page.getByLabel('Reason').fill(reason);
	await page.getByRole('button', { name: /^Publish version/ }).click();
	await expect(page.getByRole('heading', { name: /^Version \d+ is published$/ })).toBeVisible();
}
