import { expect, test } from '@playwright/test';
import { inFirefox } from './journeys/in-firefox.ts';
import { byKeyboard, byMouse, withoutScript, type Journey } from './journeys/main-job.ts';
import { removeApplication } from './support/application.ts';
import { Faults, findFirefox, setWidth, startFirefox, watchFirefox } from './support/firefox.ts';

interface Visit {
	readonly journey: Journey;
	readonly width?: number;
	readonly scripts?: boolean;
}

const VISITS: Readonly<Record<string, Visit>> = {
	'by mouse': { journey: byMouse },
	'by keyboard': { journey: byKeyboard },
	'without JavaScript': { journey: withoutScript, scripts: false },
	'on 320 pixels': { journey: byMouse, width: 320 }
};

const firefox = findFirefox();

for (const [title, { journey, width = 1280, scripts = true }] of Object.entries(VISITS)) {
	test(`the main job in Firefox ${title}`, async ({ request, baseURL }, testInfo) => {
		test.skip(firefox === null, 'Firefox, since there is none: "apt-get install firefox-esr".');
		const browser = await startFirefox(firefox ?? '', scripts);
		try {
			const origin = baseURL ?? '';
			const faults = new Faults();
			const newPage = async () => {
				const page = await browser.newPage();
				await setWidth(page, width);
				await watchFirefox(page, origin, faults);
				return page;
			};
			const name = `Firefox ${title}`;
			const path = await journey(await inFirefox(newPage, origin), name);
			await removeApplication(request, { path, name }, origin);
			expect(faults.list()).toEqual([]);
		} catch (error) {
			for (const [index, page] of (await browser.pages()).entries())
				await page.screenshot({ path: testInfo.outputPath(`window-${index}.png`) });
			throw error;
		} finally {
			await browser.close();
		}
	});
}
