import { chromiumFlags, findChromium } from '../../tools/chromium.ts';
import { connectLink, reachSignIn } from './support/connect.ts';
import { publishDraft, saveDraft } from './support/draft.ts';
import { expectNoSidewaysScroll } from './support/layout.ts';
import { expect, test } from './support/test.ts';
import { addVehicle } from './support/vehicles.ts';

/** As a reader sets it in the browser; its own is 16. */
const LETTERS = 24;

test.use({
	launchOptions: {
		executablePath: findChromium() ?? undefined,
		args: [...chromiumFlags(), `--blink-settings=defaultFontSize=${LETTERS}`]
	},
	viewport: { width: 320, height: 640 }
});

const NOTHING_YET = ['/history', '/connections', '/sessions', '/refusals'];
const PAGES = [
	'/vehicle-access',
	'/vehicle-access?q=nothing-matches-this',
	'/vehicle-access?open=tractionbattery-stateofcharge',
	'/publish',
	'/share',
	'/history',
	'/credentials',
	'/refusals',
	'/import',
	'/settings',
	'/vehicles',
	'/vehicles/add',
	'/vehicles/add?by=vin'
];

test('pages fit a phone whose letters are large', async ({ page, application }) => {
	test.slow();
	async function expectToFit(path: string): Promise<void> {
		await page.goto(path);
		await expectNoSidewaysScroll(page, path);
	}
	await expectToFit('/');
	await expect(page.locator('html')).toHaveCSS('font-size', `${LETTERS}px`);
	for (const path of NOTHING_YET) await expectToFit(application.path + path);

	await publishDraft(page, application, 'odometer-traveleddistance', 'For the monthly report');
	await publishDraft(page, application, 'security-lock', 'For the door');
	await saveDraft(page, application, 'tractionbattery-stateofcharge! odometer-traveleddistance');
	for (const path of ['/', ...PAGES.map((path) => application.path + path)]) {
		await expectToFit(path);
	}
	for (const path of ['/catalog', '/permissions', '/help', '/clock']) await expectToFit(path);
	const vehicle = await addVehicle(page, application, 'ID.4');
	await expectToFit(`${vehicle}?values=all`);
	await page.locator('summary').filter({ hasText: 'State of charge' }).click();
	await expectNoSidewaysScroll(page, 'an opened value');
});

test('the sign-in fits a phone whose letters are large', async ({ page, application }) => {
	for (const language of ['en', 'de']) {
		await reachSignIn(page, connectLink(application, { scope: 'read_odometer', language }));
		await expectNoSidewaysScroll(page, `the sign-in in ${language}`);
	}
});
