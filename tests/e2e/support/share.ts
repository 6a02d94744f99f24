import type { Page } from '@playwright/test';

/** Opens a line of the link's parameters, such as `State`, where it is folded. */
export async function unfold(page: Page, line: string): Promise<void> {
	const folded = page.locator('details:not([open])').filter({
		has: page.locator('summary').getByText(line, { exact: true })
	});
	if ((await folded.count()) > 0) await folded.locator(':scope > summary').click();
}
