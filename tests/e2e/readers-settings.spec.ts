import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { publishDraft, saveDraft } from './support/draft.ts';
import { expectNoSidewaysScroll } from './support/layout.ts';
import { expect, test } from './support/test.ts';

/** Least that text must bear (WCAG 2.2, 1.4.12). */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

const OF_APPLICATION = ['vehicle-access', 'publish', 'history', 'refusals', 'sessions', 'settings'];

/** Text that is cut off, but where an ellipsis says so and the whole stands elsewhere. */
function cutText(page: Page): Promise<readonly string[]> {
	return page.evaluate(() => {
		const clips = (part: Element, side: 'overflowX' | 'overflowY') =>
			/hidden|clip/.test(getComputedStyle(part)[side]);
		const isHidden = (part: Element | null): boolean =>
			part !== null && (getComputedStyle(part).clipPath !== 'none' || isHidden(part.parentElement));
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const cut: string[] = [];
		for (let text = texts.nextNode(); text; text = texts.nextNode()) {
			const holder = text.parentElement;
			if (!holder?.checkVisibility() || !text.textContent?.trim() || isHidden(holder)) continue;
			const range = document.createRange();
			range.selectNodeContents(text);
			const { right, bottom } = range.getBoundingClientRect();
			for (let part: Element | null = holder; part; part = part.parentElement) {
				if (getComputedStyle(part).textOverflow === 'ellipsis') break;
				// What can be scrolled to is not lost.
				if (/auto|scroll/.test(getComputedStyle(part).overflow)) break;
				const edge = part.getBoundingClientRect();
				const wide = clips(part, 'overflowX') && right > edge.right + 1;
				const high = clips(part, 'overflowY') && bottom > edge.bottom + 1;
				if (wide || high) cut.push(text.textContent.trim());
			}
		}
		return cut;
	});
}

test.describe('text that is set wider', () => {
	// Styles from outside, as a reader's own are.
	test.use({ bypassCSP: true, viewport: { width: 320, height: 900 } });

	test('is cut nowhere on a phone', async ({ page, application }) => {
		test.slow();
		await publishDraft(page, application, 'odometer-traveleddistance', 'For the monthly report');
		await saveDraft(page, application, 'tractionbattery-stateofcharge! location-preciselocation');
		const own = OF_APPLICATION.map((name) => `${application.path}/${name}`);
		for (const path of ['/', ...own, '/catalog', '/permissions', '/my']) {
			await page.goto(path);
			await page.addStyleTag({ content: SPACING });
			await expectNoSidewaysScroll(page, path);
			expect(await cutText(page), path).toEqual([]);
		}
	});
});

test.describe('a page that is magnified four times', () => {
	test.use({ viewport: { width: 320, height: 256 } });

	test('is read, and not its bars', async ({ page, application }) => {
		await saveDraft(page, application, 'tractionbattery-stateofcharge! location-preciselocation');
		for (const name of OF_APPLICATION) {
			await page.goto(`${application.path}/${name}`);
			const last = page.locator('main').locator('h2, p, a').last();
			await last.scrollIntoViewIfNeeded();
			const stays = await page.evaluate(() =>
				[...document.querySelectorAll<HTMLElement>('body *')]
					.filter((part) => part.checkVisibility())
					.filter((part) => /sticky|fixed/.test(getComputedStyle(part).position))
					.map((part) => part.getBoundingClientRect())
					.filter(({ top, bottom, width }) => bottom > 0 && top < innerHeight && width > 160)
					.reduce((sum, { height }) => sum + height, 0)
			);
			expect(stays, `${name}: height that bars take`).toBeLessThan(256 / 3);
		}
	});
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`more contrast, ${colorScheme}`, async ({ page, application }) => {
		await page.emulateMedia({ contrast: 'more', colorScheme });
		await saveDraft(page, application, 'tractionbattery-stateofcharge! location-preciselocation');
		await page.goto(`${application.path}/vehicle-access`);
		const [text, faint, ground] = await page.evaluate(() => {
			const of = (name: string) => {
				const probe = document.createElement('i');
				probe.style.setProperty('color', `var(${name})`);
				document.body.append(probe);
				const { color } = getComputedStyle(probe);
				probe.remove();
				return color;
			};
			return [of('--text'), of('--faint'), of('--bg')];
		});
		expect(contrast(text, ground)).toBeGreaterThanOrEqual(17);
		expect(contrast(faint, ground)).toBeGreaterThanOrEqual(7);
		await expectAccessible(page);
	});
}

/** Of two colors as `rgb(…)` (WCAG 2.2, contrast ratio). */
function contrast(one = '', other = ''): number {
	const [light, dark] = [one, other]
		.map((color) => {
			const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
				const share = Number(part) / 255;
				return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
			});
			return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
		})
		.sort((a, b) => b - a);
	return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}
