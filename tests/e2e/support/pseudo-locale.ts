import type { Page } from '@playwright/test';

/** Words 40 % longer, with accents, and from right to left where asked for. */
export async function stretch(page: Page, dir: 'ltr' | 'rtl'): Promise<void> {
	await page.evaluate((dir) => {
		document.documentElement.dir = dir;
		const accented = new Map(
			[...'aeiouncyAEIOUNCY'].map((letter, at) => [letter, [...'åéîöûñçýÅÉÎÖÛÑÇÝ'][at]])
		);
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const text = node.textContent ?? '';
			if (text.trim() === '' || node.parentElement?.closest('script, style')) continue;
			const longer = [...text].map((letter) => accented.get(letter) ?? letter).join('');
			node.textContent = `${longer}${'~'.repeat(Math.ceil(text.trim().length * 0.4)).replace(/~{5}/g, '~~~~ ')}`;
		}
	}, dir);
}

/** What shows less of its text than it has. */
export const clipped = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('.owner-page *')]
			.filter(({ className }) => !String(className).includes('visually-hidden'))
			.filter(
				(element) =>
					element.scrollWidth > element.clientWidth + 1 &&
					element.clientWidth > 0 &&
					!(element instanceof HTMLInputElement)
			)
			.map((element) => `${element.tagName} ${element.textContent?.trim().slice(0, 40)}`)
	);
