import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';

/** From a phone to a desk. */
const WIDTHS = [320, 768, 1440];

/** So much that a bar at the foot lies over nothing: what scrolls from under it is no fault. */
const HEIGHT = 1400;

export async function expectNoSidewaysScroll(page: Page, about: string): Promise<void> {
	const sideways = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(sideways, `${about} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Fails when the page as it stands has a finding of axe, or scrolls sideways, at any width. */
export async function expectFitAtEveryWidth(page: Page): Promise<void> {
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: HEIGHT });
		await expectAccessible(page);
		await expectNoSidewaysScroll(page, `${page.url()} at ${width}`);
	}
}
