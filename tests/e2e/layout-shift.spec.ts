import type { Page } from '@playwright/test';
import { publishDraft, saveDraft } from './support/draft.ts';
import { FONT_SETS, launchWithFonts } from './support/fonts.ts';
import { shiftsOf, watchShifts } from './support/layout-shift.ts';
import { CHARGE, expectSaved, row } from './support/picker.ts';
import { expect, test } from './support/test.ts';

/** Of the score; a tenth of what is called good. */
const MOST = 0.01;
const WIDTHS = [320, 412, 768, 1440] as const;
const HEIGHT = 823;

const OTHERS = [
	'publish',
	'history',
	'refusals',
	'share',
	'sessions',
	'connections',
	'credentials'
];

async function expectStill(page: Page, about: string): Promise<void> {
	const shifts = await shiftsOf(page);
	const score = shifts.reduce((sum, { value }) => sum + value, 0);
	expect.soft(score, `${about}: ${JSON.stringify(shifts)}`).toBeLessThanOrEqual(MOST);
}

/** As somebody begins: a row, the next, down the list and up again. */
async function useVehicleAccess(page: Page): Promise<void> {
	await row(page, 'charge-amperage').getByRole('checkbox').click();
	await row(page, 'charge-chargerate').getByRole('checkbox').click();
	await expectSaved(page);
	for (const block of ['end', 'start'] as const) {
		await page
			.locator('.group')
			.last()
			.evaluate((group, to) => group.scrollIntoView({ block: to }), block);
	}
	await row(page, 'charge-amperage').getByRole('checkbox').uncheck();
	await expectSaved(page);
}

for (const fonts of FONT_SETS) {
	test(`nothing moves on its own with ${fonts} fonts`, async ({
		page: maker,
		application,
		baseURL
	}) => {
		test.slow();
		await publishDraft(
			maker,
			application,
			`${CHARGE}! odometer-traveleddistance`,
			'For the report'
		);
		await saveDraft(maker, application, `${CHARGE} location-preciselocation! vin`);
		const browser = await launchWithFonts(fonts);
		const context = await browser.newContext({
			baseURL,
			viewport: { width: 1440, height: HEIGHT }
		});
		for (const width of WIDTHS) {
			const page = await context.newPage();
			await page.setViewportSize({ width, height: HEIGHT });
			await watchShifts(page);
			for (const rate of [1, 4]) {
				const session = await context.newCDPSession(page);
				await session.send('Emulation.setCPUThrottlingRate', { rate });
				await page.goto(`${application.path}/vehicle-access`);
				await expect(page.locator('.row .check[tabindex="0"]')).toHaveCount(1);
				await expectStill(page, `Vehicle Access at ${width}, ${rate} × slower`);
				await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
			}
			await useVehicleAccess(page);
			await expectStill(page, `Vehicle Access at ${width} in use`);
			await page.close();
		}
		for (const width of [320, 1440]) {
			const page = await context.newPage();
			await page.setViewportSize({ width, height: HEIGHT });
			await watchShifts(page);
			for (const path of [
				'/',
				'/catalog',
				'/help',
				...OTHERS.map((name) => `${application.path}/${name}`)
			]) {
				await page.goto(path);
				await page.mouse.wheel(0, 600);
				await expectStill(page, `${path} at ${width}`);
			}
			await page.close();
		}
		await browser.close();
	});
}
