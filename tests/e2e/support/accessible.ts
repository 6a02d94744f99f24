import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const RULE_SETS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Milliseconds that a look at a page may take on a busy machine; a test has them for each. */
const LOOK = 60_000;

/** Fails when axe finds anything on the page as it stands; names each finding and its elements. */
export async function expectAccessible(page: Page): Promise<void> {
	const { timeout } = test.info();
	// None is no limit, as in a test that is stepped through.
	if (timeout > 0) test.setTimeout(timeout + LOOK);
	// A page that changes its colours or its size is judged once it has.
	await page.evaluate(async () => {
		// A target that was scrolled to may lie half below a bar that stays.
		window.scrollTo({ top: 0, behavior: 'instant' });
		for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
		await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
	});
	// Without frames of other sites, axe need not finish its report in a page of its own.
	const axe = new AxeBuilder({ page }).setLegacyMode().options({
		runOnly: RULE_SETS,
		resultTypes: ['violations']
	});
	const { violations } = await axe.analyze();
	const findings = violations.map(({ id, help, nodes }) => ({
		rule: `${id}: ${help}`,
		elements: nodes.map(({ target }) => target.join(' '))
	}));
	expect(findings, `accessibility of ${page.url()}`).toEqual([]);
}
