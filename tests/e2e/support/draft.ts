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
	const baseRevision = await draftRevision(page, application);
	const saved = await putDraft(page, application, { baseRevision, selection });
	expect(saved.status()).toBe(200);
}

/** Revision that a draft has now, as a save that replaces nothing is told. */
export async function draftRevision(page: Page, application: TestApplication): Promise<number> {
	const answer = await putDraft(page, application, { baseRevision: 0, selection: [] });
	const { revision, current } = await answer.json();
	return answer.ok() ? revision : current.revision;
}

function putDraft(page: Page, { path }: TestApplication, data: object) {
	const headers = { origin: new URL(page.url()).origin };
	return page.request.put(`${path}/draft`, { headers, data });
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
