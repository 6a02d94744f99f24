import { expect, type Locator, type Page } from '@playwright/test';
import { orElse, reach, type Target, type Visitor } from './visitor.ts';

/** A visitor whose browser Playwright drives; its pages wait for their scripts by themselves. */
export function inChromium(page: Page): Visitor {
	const find = ({ role, name, within = 'body' }: Target): Locator => {
		const named = name === undefined ? {} : { name, exact: true };
		return page.locator(within).first().getByRole(role, named).first();
	};
	return {
		open: async (address) => void (await page.goto(address)),
		openBeside: async (address) => {
			const beside = inChromium(await page.context().newPage());
			await beside.open(address);
			return beside;
		},
		address: () => page.url(),
		click: (target) => find(target).click(),
		fill: (target, text) => find(target).fill(text),
		press: async (...keys) => {
			for (const key of keys) await page.keyboard.press(key);
		},
		type: (text) => page.keyboard.type(text),
		tabTo: async (target, key = 'Tab') => {
			const found = find(target);
			await expect(found).toBeVisible();
			await reach(
				() => page.keyboard.press(key),
				() => found.evaluate((element) => element === document.activeElement)
			);
		},
		textOf: (selector) =>
			orElse('', async () => (await page.locator(selector).allInnerTexts())[0] ?? ''),
		leadsTo: async (target) => (await find(target).getAttribute('href')) ?? '',
		copied: () => page.evaluate(() => navigator.clipboard.readText()),
		overflow: () =>
			orElse(Infinity, () =>
				page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				)
			)
	};
}
