import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Where it is written down how the pictures were drawn. */
const RECORDED = 'tests/e2e/pictures/recorded.json';

/** Of whichever browser and fonts a picture depends on. */
async function renderingOf(page: Page): Promise<string> {
	const widths = await page.evaluate(() => {
		const pen = document.createElement('canvas').getContext('2d');
		if (!pen) return [];
		const families = ['body', 'code'].map((name) => {
			const element = document.createElement(name === 'body' ? 'span' : name);
			document.body.append(element);
			const { fontFamily } = getComputedStyle(element);
			element.remove();
			return fontFamily;
		});
		return families.flatMap((family) =>
			['400', '700'].map((weight) => {
				pen.font = `${weight} 100px ${family}`;
				return Math.round(pen.measureText('Vehicle Access: 0123456789').width);
			})
		);
	});
	const version = page.context().browser()?.version() ?? '';
	return JSON.stringify({ chromium: version, widths: widths.join(' ') }, null, '\t');
}

/** Whether pictures are drawn here as they were recorded; recorded anew, that is what is so from now on. */
export async function isAsRecorded(page: Page, anew: boolean): Promise<boolean> {
	const rendering = `${await renderingOf(page)}\n`;
	if (anew) writeFileSync(RECORDED, rendering);
	return readFileSync(RECORDED, 'utf8') === rendering;
}
